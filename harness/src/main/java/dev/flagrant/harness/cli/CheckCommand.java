package dev.flagrant.harness.cli;

import dev.flagrant.harness.check.Check;
import dev.flagrant.harness.check.CheckPlan;
import dev.flagrant.harness.check.CheckReport;
import dev.flagrant.harness.check.Expectation;
import dev.flagrant.harness.check.ProgressListener;
import dev.flagrant.harness.check.ScenarioReport;
import dev.flagrant.harness.report.JsonReport;
import dev.flagrant.harness.report.TextReport;
import dev.flagrant.stress.verdict.Counted;
import dev.flagrant.testkit.MapSubject;
import dev.flagrant.testkit.RaceScenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code flagrant check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Races a map: threads released together on a fresh map, thousands of times for each scenario,"
          + " and each time the answers and the map that is left are compared with what some"
          + " sequential order of the operations allows.",
      ""
    },
    footerHeading = "%n",
    footer = {
      "Each trial ends in one of six outcomes:",
      "  CLEAN          some sequential order explains it",
      "  DETECTED       the map told some thread of the race, or whoever read it afterwards",
      "  LOST_UPDATE    nobody was told; no order leaves this map",
      "  TORN           nobody was told; no order gives these answers",
      "  JVM_EXCEPTION  the map threw what tells of no race",
      "  HANG           the map did not come back",
      "",
      "'noticed at' is the share of the DETECTED trials in which some thread noticed the race"
          + " there. Several threads of one trial may notice it, each elsewhere, so that the shares of a"
          + " scenario may be more than 100 %% together.",
      "",
      "The verdict is the first of these that holds:",
      "  broken            some trial of a locked control was not CLEAN",
      "  false-alarm       not all CLEAN where nothing changes the map",
      "  unsafe            some JVM_EXCEPTION or HANG",
      "  nothing-raced     no scenario that can conflict was run",
      "  fail-fast         every scenario that can conflict DETECTED at least 3 times, and the rest"
          + " shown",
      "  silent            some LOST_UPDATE or TORN, and some race that was met was not detected",
      "  nothing-shown     too few trials in which two threads were at work at one time, or that could"
          + " be judged",
      "  thread-safe       all CLEAN",
      "  partly-fail-fast  some races detected, none did harm untold",
      "",
      "--expect any accepts every verdict but broken, false-alarm and nothing-shown.",
      "Exit status: 0 as expected, 1 not as expected, 2 wrong usage or no verdict, as the map called"
          + " System.exit, 3 a fault of flagrant itself.",
      "",
      "Examples:",
      "  flagrant check                                  Go's map, which must be fail-fast",
      "  flagrant check --quick --map java.util.HashMap  loses updates in silence",
      "  flagrant check --expect thread-safe --map java.util.concurrent.ConcurrentHashMap",
      "  flagrant check --classpath build/classes --map my.Map --expect fail-fast",
      "  flagrant check --scenario '^put/get' --time 5 --threads 4 --json report.json"
    })
public final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final SubjectOptions subjectOptions = new SubjectOptions();

  @Mixin private final PlanOptions planOptions = new PlanOptions();

  @Option(
      names = "--expect",
      paramLabel = "VERDICT",
      converter = ExpectationConverter.class,
      description =
          "fail-fast, thread-safe or any. Default: fail-fast for Go's map, any for another.")
  private @Nullable Expectation expected;

  @Option(names = "--list", description = "Lists the scenarios, or those of --scenario, and ends.")
  private boolean list;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      converter = NotEmpty.class,
      description = "Writes all figures to a file, as docs/check-report.md describes it.")
  private @Nullable String json;

  @Mixin private final ProgressOptions progressOptions = new ProgressOptions();

  @Override
  public Integer call() throws UsageException {
    PrintWriter out = spec.commandLine().getOut();
    if (list) {
      Alone.require(
          spec.commandLine().getParseResult(),
          List.of("--list", "--scenario"),
          "--list: it races nothing");
      list(out);
      return ExitStatus.MET;
    }
    CheckPlan plan = planOptions.plan();
    MapSubject subject = subjectOptions.subject(plan.race().hangBound());
    Expectation expectation =
        expected != null
            ? expected
            : subjectOptions.isGoMap() ? Expectation.FAIL_FAST : Expectation.ANY;
    Path file = json == null ? null : writable(json);
    out.printf(
        "racing %s: %s, %d threads, seed %d%n",
        subject.name(),
        Counted.of(plan.scenarios().size(), "scenario"),
        plan.race().threads(),
        plan.race().seed());
    out.flush();
    CheckReport report;
    try (ProgressListener<ScenarioReport> progress =
        progressOptions.listener("check", spec.commandLine().getErr(), TextReport::line)) {
      report = new Check(subject, plan, progress).run();
    }
    new TextReport(out).write(report, expectation);
    if (file != null) {
      write(report, expectation, file);
    }
    return expectation.isMetBy(report.verdict()) ? ExitStatus.MET : ExitStatus.NOT_MET;
  }

  private static void write(CheckReport report, Expectation expectation, Path file)
      throws UsageException {
    try {
      JsonReport.write(report, expectation, Version.number(), file);
    } catch (IOException e) {
      throw new UsageException("--json: %s cannot be written: %s".formatted(file, e.getMessage()));
    }
  }

  private void list(PrintWriter out) throws UsageException {
    for (RaceScenario scenario : planOptions.scenarios()) {
      out.printf("%-26s %s%n", scenario.name(), scenario.description());
    }
    out.flush();
  }

  private static Path writable(String name) throws UsageException {
    Path file;
    try {
      file = Path.of(name);
    } catch (InvalidPathException e) {
      throw new UsageException("--json: '%s' is no path: %s".formatted(name, e.getReason()));
    }
    if (!canBeOpened(file)) {
      throw new UsageException("--json: " + file + " cannot be written");
    }
    return file;
  }

  /** Tried out, for only opening shows what links, limits and rights allow; nothing is left. */
  private static boolean canBeOpened(Path file) {
    boolean there = Files.exists(file);
    if (there && !Files.isRegularFile(file)) {
      return false;
    }
    try {
      Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
      if (!there) {
        Files.delete(file.toRealPath());
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
