package dev.flagrant.harness.cli;

import dev.flagrant.harness.report.LincheckTable;
import dev.flagrant.lincheck.engine.Explored;
import dev.flagrant.lincheck.engine.Grain;
import dev.flagrant.lincheck.engine.ModelChecker;
import dev.flagrant.lincheck.protocol.WindowsReport;
import dev.flagrant.testkit.MapSubject;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.Scenarios;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code flagrant lincheck}. */
@Command(
    name = "lincheck",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
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
      "",
      "Exit status: 0 as required, 1 not, 2 wrong usage, 3 a fault of flagrant itself.",
      "",
      "Examples:",
      "  flagrant lincheck --scenario '^put/put same' --trace",
      "  flagrant lincheck --map java.util.concurrent.ConcurrentHashMap --require-no-silence",
      "  flagrant lincheck --table        the windows of the guards, without a map"
    })
public final class LincheckCommand implements Callable<Integer> {

  private static final Duration FIRST_USE = Duration.ofSeconds(10);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final SubjectOptions subjectOptions = new SubjectOptions();

  @Option(
      names = "--scenario",
      paramLabel = "REGEX",
      description = "Only scenarios whose name contains a match; see flagrant check --list.")
  private String scenario = "";

  @Option(
      names = "--operations",
      paramLabel = "N",
      description = "So many operations of each thread's program. Default: ${DEFAULT-VALUE}.")
  private int operations = 1;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of each race. Default: ${DEFAULT-VALUE}.")
  private int threads = 2;

  @Option(
      names = "--interleavings",
      paramLabel = "N",
      description = "At most so many interleavings of each scenario. Default: ${DEFAULT-VALUE}.")
  private int interleavings = 1_000;

  @Option(names = "--trace", description = "Also draws the first silently wrong interleaving.")
  private boolean trace;

  @Option(
      names = "--require-no-silence",
      description = "Exit status 1 if some interleaving goes wrong and nobody is told.")
  private boolean requireNoSilence;

  @Option(
      names = "--table",
      description = "Prints the explorer's table and windows, as in docs/detection-limits.md.")
  private boolean table;

  @Override
  public Integer call() throws UsageException {
    PrintWriter out = spec.commandLine().getOut();
    if (table) {
      WindowsReport.lines().forEach(out::println);
      out.flush();
      return ExitStatus.MET;
    }
    requirePositive("--operations", operations);
    requirePositive("--interleavings", interleavings);
    if (threads < 2) {
      throw new UsageException("--threads: a race takes 2 or more, not " + threads);
    }
    List<RaceScenario> scenarios = scenarios();
    MapSubject subject = subjectOptions.subject(FIRST_USE);
    out.printf("exploring %s: %d scenarios%n", subject.name(), scenarios.size());
    out.flush();
    System.setProperty("lincheck.logLevel", "ERROR");
    List<LincheckTable.Row> rows = new ArrayList<>();
    for (RaceScenario each : scenarios) {
      rows.add(new LincheckTable.Row(each, explore(subject, each, out)));
    }
    out.println();
    out.println(LincheckTable.of(rows));
    out.flush();
    boolean silent =
        rows.stream().anyMatch(row -> row.explored().silent() > 0 || row.explored().unsafe() > 0);
    return requireNoSilence && silent ? ExitStatus.NOT_MET : ExitStatus.MET;
  }

  private Explored explore(MapSubject subject, RaceScenario race, PrintWriter out)
      throws UsageException {
    ModelChecker checker = new ModelChecker(Grain.CELLS, interleavings);
    RaceScenario small = race.shortened(operations);
    try {
      Explored explored = checker.explore(subject, small, threads, outcome -> true);
      if (trace && explored.silent() > 0) {
        Explored first = checker.explore(subject, small, threads, LincheckCommand::isTold);
        out.printf("%n%s: %s%n%s%n", race.name(), first.explanation(), first.trace());
        out.flush();
      }
      return explored;
    } catch (IllegalStateException e) {
      throw new UsageException(
          "%s cannot be explored: in scenario %s the same interleaving went differently the second time"
              .formatted(subject.name(), race.name()));
    }
  }

  private static boolean isTold(RaceOutcome outcome) {
    return !outcome.isSilentHarm();
  }

  private List<RaceScenario> scenarios() throws UsageException {
    Pattern pattern;
    try {
      pattern = Pattern.compile(scenario);
    } catch (PatternSyntaxException e) {
      throw new UsageException(
          "--scenario: '%s' is no regular expression: %s".formatted(scenario, e.getDescription()));
    }
    List<RaceScenario> chosen =
        Scenarios.all().stream().filter(each -> pattern.matcher(each.name()).find()).toList();
    if (chosen.isEmpty()) {
      throw new UsageException(
          "--scenario: no scenario matches '%s'; see flagrant check --list".formatted(scenario));
    }
    return chosen;
  }

  private static void requirePositive(String option, int value) throws UsageException {
    if (value < 1) {
      throw new UsageException(option + ": " + value + " is not positive");
    }
  }
}
