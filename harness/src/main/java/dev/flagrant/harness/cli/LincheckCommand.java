package dev.flagrant.harness.cli;

import dev.flagrant.harness.check.ProgressListener;
import dev.flagrant.harness.report.LincheckTable;
import dev.flagrant.harness.report.LincheckTable.Row;
import dev.flagrant.lincheck.engine.ExplorationException;
import dev.flagrant.lincheck.engine.Explored;
import dev.flagrant.lincheck.engine.ModelChecker;
import dev.flagrant.lincheck.protocol.WindowsReport;
import dev.flagrant.stress.verdict.Counted;
import dev.flagrant.testkit.MapSubject;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.judge.UndecidedException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code flagrant lincheck}. */
@Command(
    name = "lincheck",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Explores the interleavings of small races on a map with Lincheck's model checker, and tells"
          + " how many were noticed, how many were as some order, and how many went wrong in"
          + " silence.",
      ""
    },
    footerHeading = "%n",
    footer = {
      "A map that draws random numbers, as Go's does, is not explored quite evenly: the same"
          + " interleaving may go differently the second time.",
      "The model checker assumes sequential consistency: what a weaker memory or the JIT does to a"
          + " map does not show.",
      "A map that does not do under Lincheck, in one thread, what it does without cannot be explored:"
          + " one that goes by identity hashes, as Lincheck gives objects others.",
      "",
      "A HANG is a wait without an end, a loop of more than 10,000 rounds, an iteration of more than"
          + " 50,000 entries, or a map that cannot be read within 10 seconds afterwards. A scenario"
          + " stops at its first.",
      "",
      "Exit status: 0 as required, 1 not, 2 wrong usage or a map that cannot be explored or calls"
          + " System.exit, 3 a fault of flagrant itself.",
      "",
      "Examples:",
      "  flagrant lincheck --scenario '^put/put same' --trace",
      "  flagrant lincheck --map java.util.concurrent.ConcurrentHashMap --require-no-silence",
      "  flagrant lincheck --table        the windows of the guards, without a map"
    })
public final class LincheckCommand implements Callable<Integer> {

  private static final String TABLE = "--table";
  private static final Duration FIRST_USE = Duration.ofSeconds(10);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final SubjectOptions subjectOptions = new SubjectOptions();

  @Mixin private final ScenarioOptions scenarioOptions = new ScenarioOptions();

  @Mixin private final ExplorationOptions explorationOptions = new ExplorationOptions();

  @Option(names = "--trace", description = "Also draws the first silently wrong interleaving.")
  private boolean trace;

  @Option(
      names = "--require-no-silence",
      description =
          "Exit status 1 if some interleaving goes wrong, throws or hangs, and nobody is told of a"
              + " race.")
  private boolean requireNoSilence;

  @Option(
      names = TABLE,
      description =
          "Prints the explorer's table and windows, as in docs/detection-limits.md. It needs no"
              + " map and takes no other option.")
  private boolean table;

  @Mixin private final ProgressOptions progressOptions = new ProgressOptions();

  @Override
  public Integer call() throws UsageException {
    PrintWriter out = spec.commandLine().getOut();
    if (table) {
      Alone.require(
          spec.commandLine().getParseResult(),
          List.of(TABLE),
          "--table: it is of no map and takes no other option");
      WindowsReport.lines().forEach(out::println);
      out.flush();
      return ExitStatus.MET;
    }
    List<RaceScenario> scenarios = scenarioOptions.chosen();
    MapSubject subject = subjectOptions.subject(FIRST_USE);
    out.printf("exploring %s: %s%n", subject.name(), Counted.of(scenarios.size(), "scenario"));
    out.flush();
    System.setProperty("lincheck.logLevel", "ERROR");
    List<Row> rows = explore(subject, scenarios);
    out.println();
    out.println(LincheckTable.of(rows));
    boolean met = true;
    if (requireNoSilence) {
      List<String> silent =
          rows.stream().filter(Row::isSilent).map(row -> row.scenario().name()).toList();
      met = silent.isEmpty();
      out.printf(
          "%nrequired no silence: %s%n",
          met ? "met" : "NOT MET (" + String.join(", ", silent) + ")");
    }
    out.flush();
    return met ? ExitStatus.MET : ExitStatus.NOT_MET;
  }

  private List<Row> explore(MapSubject subject, List<RaceScenario> scenarios)
      throws UsageException {
    List<Row> rows = new ArrayList<>();
    try (ProgressListener<Row> progress =
        progressOptions.listener("lincheck", spec.commandLine().getErr(), Row::line)) {
      for (RaceScenario each : scenarios) {
        progress.begin(each.name(), rows.size() + 1, scenarios.size());
        double before = rows.size();
        Row row =
            new Row(
                each,
                explore(
                    subject, each, done -> progress.progress((before + done) / scenarios.size())));
        rows.add(row);
        progress.progress((double) rows.size() / scenarios.size());
        progress.end(row);
      }
    }
    return rows;
  }

  /**
   * Explores one race.
   *
   * @param progress is told how much of the interleavings asked for is over, from 0 to 1
   */
  private Explored explore(MapSubject subject, RaceScenario race, DoubleConsumer progress)
      throws UsageException {
    ModelChecker checker = explorationOptions.checker();
    RaceScenario small = explorationOptions.shortened(race);
    int actors = explorationOptions.threads();
    AtomicInteger explored = new AtomicInteger();
    try {
      checker.requireSameAlone(subject, small, actors);
      Explored all =
          checker.explore(
              subject,
              small,
              actors,
              outcome -> {
                progress.accept((double) explored.incrementAndGet() / checker.limit());
                return outcome != RaceOutcome.HANG;
              });
      if (trace && all.silent() > 0) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%n%s: %s%n", race.name(), drawn(checker, subject, small, actors));
        out.flush();
      }
      return all;
    } catch (UndecidedException e) {
      throw new UsageException(
          ("scenario %s has too many possible orders to be judged; take fewer --threads or"
                  + " --operations")
              .formatted(race.name()));
    } catch (ExplorationException e) {
      throw new UsageException(
          "%s cannot be explored: in scenario %s %s"
              .formatted(subject.name(), race.name(), e.getMessage()));
    }
  }

  /**
   * The first silently wrong interleaving. That it cannot be drawn takes nothing from the count.
   */
  private static String drawn(
      ModelChecker checker, MapSubject subject, RaceScenario race, int actors) {
    try {
      Explored first = checker.explore(subject, race, actors, LincheckCommand::isTold);
      return "%s%n%s".formatted(first.explanation(), first.trace());
    } catch (ExplorationException e) {
      return "there is no trace, for " + e.getMessage();
    }
  }

  private static boolean isTold(RaceOutcome outcome) {
    return !outcome.isSilentHarm();
  }
}
