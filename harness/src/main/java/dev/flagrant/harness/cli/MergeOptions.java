package dev.flagrant.harness.cli;

import dev.flagrant.stress.run.Campaign;
import dev.flagrant.stress.run.UnusableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The options for {@code flagrant stress} to judge what was run elsewhere, and run nothing. */
final class MergeOptions {

  private static final Set<String> NAMES = Set.of("--merge", "--table");

  @Option(
      names = "--merge",
      paramLabel = "DIR",
      arity = "1..*",
      description = "Runs nothing: the verdict on all runs in these folders together.")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--table",
      description =
          "With --merge: first a Markdown table of how often each outcome that must be seen was.")
  private boolean table;

  /** Whether nothing is to be run. */
  boolean areGiven() throws UsageException {
    if (table && folders.isEmpty()) {
      throw new UsageException("--table: it needs --merge and the folders of runs");
    }
    return !folders.isEmpty();
  }

  /** Whether a table comes first. */
  boolean table() {
    return table;
  }

  /**
   * All runs in the folders.
   *
   * @param parsed the whole command line, on which nothing may say what to run
   */
  Campaign campaign(ParseResult parsed) throws UsageException, UnusableException {
    Alone.require(parsed, NAMES, "--merge: it runs nothing, and the runs say what they were of");
    requireNamed("--merge", folders);
    Campaign campaign = new Campaign();
    for (Path folder : folders) {
      campaign.add(folder);
    }
    return campaign;
  }

  /** An empty name is this folder for Java, and a variable that was not set for a person. */
  static void requireNamed(String option, List<Path> folders) throws UsageException {
    if (folders.contains(Path.of(""))) {
      throw new UsageException(
          option + ": the name of the folder is empty; name one, as in ./runs");
    }
  }
}
