package dev.flagrant.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.harness.check.CheckPlan;
import dev.flagrant.harness.check.CheckReport;
import dev.flagrant.harness.check.Expectation;
import dev.flagrant.harness.check.ScenarioReport;
import dev.flagrant.harness.check.Verdict;
import dev.flagrant.harness.hammer.Budget;
import dev.flagrant.harness.hammer.Example;
import dev.flagrant.harness.hammer.HammerOptions;
import dev.flagrant.harness.hammer.ScenarioResult;
import dev.flagrant.testkit.DetectionSite;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.Scenarios;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person reads of a check. */
class TextReportTest {

  private static final RaceScenario PUT_GET = Scenarios.named("put/get");

  private static final ScenarioResult CLEAN =
      new ScenarioResult(10, 10, Map.of(RaceOutcome.CLEAN, 10L), Map.of(), 0, 0, 0, 0, List.of());

  private static final ScenarioResult MIXED =
      new ScenarioResult(
          12_345,
          6_000,
          Map.of(
              RaceOutcome.CLEAN, 11_000L,
              RaceOutcome.DETECTED, 1_000L,
              RaceOutcome.LOST_UPDATE, 300L,
              RaceOutcome.TORN, 43L,
              RaceOutcome.HANG, 2L),
          Map.of(DetectionSite.START, 5L, DetectionSite.END, 998L),
          2,
          7,
          1_250,
          2_000_000,
          List.of(
              new Example(RaceOutcome.DETECTED, "told", "not shown"),
              new Example(RaceOutcome.LOST_UPDATE, "key 1 ends with nothing, expected 2", ""),
              new Example(RaceOutcome.HANG, "1 of 2 threads did not come back", "    at X.y")));

  private static String text(ScenarioReport report, List<String> skipped) {
    HammerOptions options = Budget.ofMillis(1);
    StringWriter out = new StringWriter();
    new TextReport(new PrintWriter(out))
        .write(
            new CheckReport(
                "my.Map",
                new CheckPlan(List.of(PUT_GET), options, options),
                List.of(report),
                skipped,
                Verdict.of(List.of(report))),
            Expectation.FAIL_FAST);
    return out.toString();
  }

  @Test
  void everyFigureIsInTheTable() {
    String text = text(new ScenarioReport(PUT_GET, MIXED, CLEAN), List.of());
    assertThat(text)
        .containsPattern(
            "put/get +12,345 +49% +11,000 +1,000 +300 +43 +0 +2 +END 100% START <1%"
                + " +1.3 / 2,000 +unsafe");
  }

  @Test
  void examplesAreShownOfWhatNobodyWasToldOf() {
    String text = text(new ScenarioReport(PUT_GET, MIXED, CLEAN), List.of());
    assertThat(text)
        .contains("example of LOST_UPDATE in put/get: key 1 ends with nothing, expected 2")
        .containsPattern("example of HANG in put/get: 1 of 2 .*\\R    at X.y")
        .doesNotContain("not shown");
  }

  @Test
  void whatWasNotJudgedOrNotRunIsSaid() {
    String text = text(new ScenarioReport(PUT_GET, MIXED, CLEAN), List.of("clear/put", "x/y"));
    assertThat(text)
        .contains("put/get: 7 more trials have too many possible orders to be judged")
        .contains(
            "not run, as too many trials hung before and left threads behind: clear/put, x/y");
  }

  @Test
  void controlsAndVerdictCloseTheReport() {
    String text = text(new ScenarioReport(PUT_GET, MIXED, CLEAN), List.of());
    assertThat(text)
        .contains("controls (the same operations under one lock): 1 of 1 CLEAN, 10 trials")
        .contains("my.Map is unsafe: races made it throw what tells of no race, or hang")
        .contains("of 12,345 trials, 343 lost an update or tore an answer untold, 2 threw or hung")
        .contains("expected fail-fast: NOT MET");
  }

  @Test
  void aControlThatIsNotCleanIsShownWhole() {
    String text = text(new ScenarioReport(PUT_GET, CLEAN, MIXED), List.of());
    assertThat(text)
        .contains("0 of 1 CLEAN")
        .contains("  put/get, locked: ")
        .contains("DETECTED 1,000")
        .contains("example of DETECTED in put/get, locked: told")
        .contains("my.Map is broken");
  }

  @Test
  void sharesAreExplainedWhereTheyAreMoreThanTheWhole() {
    String legend = "noticed at: shares of the DETECTED trials; where two threads of one trial";
    assertThat(text(new ScenarioReport(PUT_GET, MIXED, CLEAN), List.of())).contains(legend);
    assertThat(text(new ScenarioReport(PUT_GET, CLEAN, CLEAN), List.of())).doesNotContain(legend);
  }

  @Test
  void numbersAreReadable() {
    assertThat(Numbers.count(1_234_567)).isEqualTo("1,234,567");
    assertThat(Numbers.percent(0, 0)).isEqualTo("-");
    assertThat(Numbers.percent(0, 9)).isEqualTo("0%");
    assertThat(Numbers.percent(1, 900)).isEqualTo("<1%");
    assertThat(Numbers.percent(2, 3)).isEqualTo("67%");
    assertThat(Numbers.micros(1_250)).isEqualTo("1.3");
    assertThat(Numbers.micros(12_345_678)).isEqualTo("12,346");
  }
}
