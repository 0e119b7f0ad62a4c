package dev.flagrant.harness.report;

import dev.flagrant.harness.check.CheckReport;
import dev.flagrant.harness.check.Expectation;
import dev.flagrant.harness.check.ScenarioReport;
import dev.flagrant.harness.check.Verdict;
import dev.flagrant.harness.hammer.Example;
import dev.flagrant.harness.hammer.ScenarioResult;
import dev.flagrant.testkit.RaceOutcome;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what a check found for people: the table, examples, the controls and the verdict. */
public final class TextReport {

  private final PrintWriter out;

  /** A report on this writer. */
  public TextReport(PrintWriter out) {
    this.out = out;
  }

  /** One scenario in one line. */
  public static String line(ScenarioReport report) {
    return CheckTable.line(report);
  }

  /** Writes the whole report. */
  public void write(CheckReport report, Expectation expectation) {
    out.println();
    out.println(CheckTable.of(report.scenarios()));
    out.println();
    if (report.scenarios().stream().anyMatch(TextReport::isNoticedTwice)) {
      out.println(
          "noticed at: shares of the DETECTED trials; where two threads of one trial noticed the"
              + " race, both count");
    }
    writeExamples(report.scenarios());
    writeUndecided(report.scenarios());
    if (!report.skipped().isEmpty()) {
      out.printf(
          "not run, as too many trials hung before and left threads behind: %s%n",
          String.join(", ", report.skipped()));
    }
    writeControls(report.scenarios());
    writeVerdict(report);
    boolean met = expectation.isMetBy(report.verdict());
    if (expectation != Expectation.ANY || !met) {
      out.printf("expected %s: %s%n", expectation, met ? "met" : "NOT MET");
    }
    out.flush();
  }

  private static boolean isNoticedTwice(ScenarioReport report) {
    long noticed = report.race().sites().values().stream().mapToLong(Long::longValue).sum();
    return noticed > report.race().count(RaceOutcome.DETECTED);
  }

  /** One example of each outcome that nobody was told of, or that no map may have. */
  private void writeExamples(List<ScenarioReport> reports) {
    Set<RaceOutcome> shown = EnumSet.of(RaceOutcome.CLEAN, RaceOutcome.DETECTED);
    for (ScenarioReport report : reports) {
      for (Example example : report.race().examples()) {
        boolean surprising =
            report.scenario().readOnly() && example.outcome() == RaceOutcome.DETECTED;
        if (surprising || shown.add(example.outcome())) {
          writeExample(report.scenario().name(), example);
        }
      }
    }
  }

  private void writeExample(String where, Example example) {
    out.printf("example of %s in %s: %s%n", example.outcome(), where, example.text());
    if (example.outcome() != RaceOutcome.LOST_UPDATE && !example.stack().isEmpty()) {
      out.println(example.stack());
    }
  }

  private void writeUndecided(List<ScenarioReport> reports) {
    for (ScenarioReport report : reports) {
      long undecided = report.race().undecided() + report.control().undecided();
      if (undecided > 0) {
        out.printf(
            "%s: %s more trials have too many possible orders to be judged%n",
            report.scenario().name(), Numbers.count(undecided));
      }
    }
  }

  private void writeControls(List<ScenarioReport> reports) {
    long clean = reports.stream().filter(report -> report.control().allClean()).count();
    long trials = reports.stream().mapToLong(report -> report.control().trials()).sum();
    out.printf(
        "controls (the same operations under one lock): %d of %d CLEAN, %s trials%n",
        clean, reports.size(), Numbers.count(trials));
    for (ScenarioReport report : reports) {
      if (!report.control().allClean()) {
        writeBrokenControl(report.scenario().name(), report.control());
      }
    }
  }

  private void writeBrokenControl(String scenario, ScenarioResult control) {
    String outcomes =
        control.outcomes().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(entry -> entry.getKey() + " " + Numbers.count(entry.getValue()))
            .collect(Collectors.joining(", "));
    out.printf(
        "  %s, locked: %s of %s trials%n", scenario, outcomes, Numbers.count(control.trials()));
    control.examples().forEach(example -> writeExample(scenario + ", locked", example));
  }

  private void writeVerdict(CheckReport report) {
    long trials = 0;
    long silent = 0;
    long unsafe = 0;
    for (ScenarioReport each : report.scenarios()) {
      trials += each.race().trials();
      silent += each.race().silentHarm();
      unsafe += each.race().unsafe();
    }
    Verdict verdict = report.verdict();
    out.printf("%s is %s: %s", report.subject(), verdict.words(), verdict.meaning());
    if (verdict == Verdict.FAIL_FAST) {
      out.printf(", each at least %d times", ScenarioReport.DETECTION_FLOOR);
    }
    out.printf(
        "%nof %s trials, %s lost an update or tore an answer untold, %s threw or hung%n",
        Numbers.count(trials), Numbers.count(silent), Numbers.count(unsafe));
  }
}
