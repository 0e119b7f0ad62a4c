package dev.flagrant.conformance.load;

import dev.flagrant.map.KeyTypes;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code flagrant load-table}. */
@Command(
    name = "load-table",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures Go's table of loads on this map's buckets, and prints both.",
    footer = {
      "",
      "%%overflow    percentage of buckets which have an overflow bucket",
      "bytes/entry  overhead bytes per entry, in Go's layout for 8-byte keys and elems",
      "hitprobe     entries to check when a present key is looked up",
      "missprobe    entries to check when an absent key is looked up",
      "JVM bytes    what this JVM needs per entry, without keys and elems, by JOL",
      "",
      "Exit status: 0 the table was printed, 2 wrong usage.",
      "",
      "Examples:",
      "  flagrant load-table                           Go's table, as exact as Go's own",
      "  flagrant load-table --buckets-log2 8 --maps 4 a small one at once"
    })
public final class LoadTableCommand implements Callable<Integer> {
  private static final int MIN_B = 4;
  private static final int MAX_B = 18;
  private static final int MAX_MAPS = 1 << 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--buckets-log2",
      paramLabel = "B",
      defaultValue = "14",
      description = "Each map has 2^B buckets, B from 4 to 18. Default: ${DEFAULT-VALUE}.")
  private int b;

  @Option(
      names = "--maps",
      paramLabel = "N",
      defaultValue = "128",
      description = "How many maps are filled; more are more exact. Default: ${DEFAULT-VALUE}.")
  private int maps;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "Gives the same figures again. Default: ${DEFAULT-VALUE}.")
  private long seed;

  /**
   * Prints the table.
   *
   * @return 0
   */
  @Override
  public Integer call() {
    requireWithin("--buckets-log2", b, MIN_B, MAX_B);
    requireWithin("--maps", maps, 1, MAX_MAPS);
    spec.commandLine().getOut().print(LoadTable.measure(KeyTypes.longs(), b, maps, seed));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private void requireWithin(String option, int value, int min, int max) {
    if (value < min || value > max) {
      throw new ParameterException(
          spec.commandLine(), option + " is " + value + "; it must be from " + min + " to " + max);
    }
  }
}
