package dev.flagrant.harness.check;

import static dev.flagrant.testkit.RaceOutcome.CLEAN;
import static dev.flagrant.testkit.RaceOutcome.DETECTED;
import static dev.flagrant.testkit.RaceOutcome.HANG;
import static dev.flagrant.testkit.RaceOutcome.JVM_EXCEPTION;
import static dev.flagrant.testkit.RaceOutcome.LOST_UPDATE;
import static dev.flagrant.testkit.RaceOutcome.TORN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.harness.check.ScenarioReport.Finding;
import dev.flagrant.harness.hammer.ScenarioResult;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.Scenarios;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rule of each verdict, from counts made up for it. */
class VerdictTest {

  private static final RaceScenario RACE = Scenarios.named("put/get");
  private static final RaceScenario READ_ONLY = Scenarios.named("get/get");
  private static final ScenarioResult ALL_CLEAN = counts(Map.of(CLEAN, 1_000L));

  private static ScenarioResult counts(Map<RaceOutcome, Long> outcomes) {
    return counts(outcomes, 500, 0);
  }

  private static ScenarioResult counts(
      Map<RaceOutcome, Long> outcomes, long overlapping, long undecided) {
    long trials = outcomes.values().stream().mapToLong(Long::longValue).sum();
    return new ScenarioResult(
        trials, overlapping, outcomes, Map.of(), 0, undecided, 0, 0, List.of());
  }

  private static ScenarioReport race(Map<RaceOutcome, Long> outcomes) {
    return new ScenarioReport(RACE, counts(outcomes), ALL_CLEAN);
  }

  private static ScenarioReport reading(Map<RaceOutcome, Long> outcomes) {
    return new ScenarioReport(READ_ONLY, counts(outcomes), ALL_CLEAN);
  }

  private static Verdict verdict(ScenarioReport... reports) {
    return Verdict.of(List.of(reports));
  }

  private final ScenarioReport detected = race(Map.of(CLEAN, 900L, DETECTED, 3L));
  private final ScenarioReport clean = race(Map.of(CLEAN, 900L));
  private final ScenarioReport readClean = reading(Map.of(CLEAN, 900L));

  @Test
  void everyConflictDetectedIsFailFast() {
    assertThat(verdict(detected, readClean)).isEqualTo(Verdict.FAIL_FAST);
  }

  @Test
  void racesMissedNowAndThenAreStillFailFast() {
    ScenarioReport missing = race(Map.of(CLEAN, 9L, DETECTED, 30L, LOST_UPDATE, 5L, TORN, 5L));
    assertThat(missing.finding()).isEqualTo(Finding.DETECTED);
    assertThat(verdict(detected, missing, readClean)).isEqualTo(Verdict.FAIL_FAST);
  }

  @Test
  void tooFewDetectionsAreNotFailFast() {
    ScenarioReport rare = race(Map.of(CLEAN, 900L, DETECTED, 2L));
    assertThat(rare.finding()).isEqualTo(Finding.RARELY_DETECTED);
    assertThat(verdict(detected, rare)).isEqualTo(Verdict.PARTLY_FAIL_FAST);
  }

  @Test
  void oneConflictNeverDetectedIsNotFailFast() {
    assertThat(verdict(detected, clean)).isEqualTo(Verdict.PARTLY_FAIL_FAST);
    assertThat(verdict(detected, race(Map.of(CLEAN, 9L, LOST_UPDATE, 1L))))
        .isEqualTo(Verdict.SILENT);
  }

  @Test
  void allCleanIsThreadSafe() {
    assertThat(verdict(clean, readClean)).isEqualTo(Verdict.THREAD_SAFE);
  }

  @Test
  void oneTornAnswerIsSilent() {
    ScenarioReport torn = race(Map.of(CLEAN, 900L, TORN, 1L));
    assertThat(torn.finding()).isEqualTo(Finding.SILENT);
    assertThat(verdict(clean, torn, readClean)).isEqualTo(Verdict.SILENT);
  }

  @Test
  void harmInADetectedScenarioCountsIfAnotherIsNotDetected() {
    ScenarioReport missing = race(Map.of(DETECTED, 30L, LOST_UPDATE, 5L));
    assertThat(verdict(missing, clean)).isEqualTo(Verdict.SILENT);
  }

  @Test
  void harmInADetectedScenarioDoesNotCountIfTheThreadsOfAnotherHardlyMet() {
    ScenarioReport missing = race(Map.of(DETECTED, 30L, LOST_UPDATE, 5L));
    ScenarioReport apart = new ScenarioReport(RACE, counts(Map.of(CLEAN, 9_000L), 0, 0), ALL_CLEAN);
    assertThat(apart.finding()).isEqualTo(Finding.NOTHING_SHOWN);
    assertThat(verdict(missing, apart)).isEqualTo(Verdict.NOTHING_SHOWN);
    assertThat(verdict(missing, apart, race(Map.of(CLEAN, 9L, LOST_UPDATE, 1L))))
        .as("that nobody was told of")
        .isEqualTo(Verdict.SILENT);
  }

  @Test
  void oneExceptionOrHangIsUnsafeHoweverMuchWasDetected() {
    assertThat(verdict(detected, race(Map.of(DETECTED, 30L, JVM_EXCEPTION, 1L))))
        .isEqualTo(Verdict.UNSAFE);
    assertThat(verdict(clean, race(Map.of(CLEAN, 30L, HANG, 1L)))).isEqualTo(Verdict.UNSAFE);
  }

  @Test
  void anythingButCleanWhereNothingRacesIsAFalseAlarm() {
    assertThat(verdict(detected, reading(Map.of(CLEAN, 900L, DETECTED, 1L))))
        .isEqualTo(Verdict.FALSE_ALARM);
    assertThat(verdict(detected, reading(Map.of(CLEAN, 900L, TORN, 1L))))
        .isEqualTo(Verdict.FALSE_ALARM);
    assertThat(verdict(detected, reading(Map.of(CLEAN, 900L, HANG, 1L))))
        .isEqualTo(Verdict.FALSE_ALARM);
  }

  @Test
  void harmInARaceHidesNoFalseAlarm() {
    assertThat(
            verdict(
                race(Map.of(CLEAN, 30L, JVM_EXCEPTION, 1L)),
                reading(Map.of(CLEAN, 900L, DETECTED, 1L))))
        .isEqualTo(Verdict.FALSE_ALARM);
  }

  @Test
  void aControlThatIsNotCleanIsBroken() {
    ScenarioResult oneWrong = counts(Map.of(CLEAN, 900L, DETECTED, 1L));
    assertThat(verdict(new ScenarioReport(RACE, detected.race(), oneWrong)))
        .isEqualTo(Verdict.BROKEN);
  }

  @Test
  void withoutAControlNothingIsShownOfDetections() {
    ScenarioResult none = counts(Map.of());
    ScenarioResult undecided = counts(Map.of(CLEAN, 9L), 9, 1);
    assertThat(verdict(new ScenarioReport(RACE, detected.race(), none)))
        .isEqualTo(Verdict.NOTHING_SHOWN);
    assertThat(verdict(new ScenarioReport(RACE, clean.race(), undecided)))
        .isEqualTo(Verdict.NOTHING_SHOWN);
    assertThat(verdict(new ScenarioReport(RACE, counts(Map.of(LOST_UPDATE, 9L)), none)))
        .isEqualTo(Verdict.SILENT);
  }

  @Test
  void readersThatNeverMetDoNotShowThatThereAreNoFalseAlarms() {
    ScenarioResult alone = counts(Map.of(CLEAN, 9_000L), 0, 0);
    assertThat(verdict(detected, new ScenarioReport(READ_ONLY, alone, ALL_CLEAN)))
        .isEqualTo(Verdict.NOTHING_SHOWN);
  }

  @Test
  void cleanTrialsInWhichNobodyMetShowNothing() {
    ScenarioResult alone = counts(Map.of(CLEAN, 9_000L), ScenarioResult.OVERLAP_FLOOR - 1, 0);
    ScenarioReport report = new ScenarioReport(RACE, alone, ALL_CLEAN);
    assertThat(report.finding()).isEqualTo(Finding.NOTHING_SHOWN);
    assertThat(verdict(report, clean)).isEqualTo(Verdict.NOTHING_SHOWN);
  }

  @Test
  void aFewDetectionsShowNothingIfTheThreadsHardlyMetOrTrialsAreUndecided() {
    ScenarioReport missing = race(Map.of(DETECTED, 30L, LOST_UPDATE, 5L));
    Map<RaceOutcome, Long> few = Map.of(CLEAN, 9_000L, DETECTED, 2L);
    for (ScenarioResult counts :
        List.of(counts(few, ScenarioResult.OVERLAP_FLOOR - 1, 0), counts(few, 500, 1))) {
      ScenarioReport report = new ScenarioReport(RACE, counts, ALL_CLEAN);
      assertThat(report.finding()).isEqualTo(Finding.NOTHING_SHOWN);
      assertThat(verdict(missing, report)).isEqualTo(Verdict.NOTHING_SHOWN);
    }
  }

  @Test
  void anUndecidedTrialIsNeverThreadSafe() {
    ScenarioReport report =
        new ScenarioReport(RACE, counts(Map.of(CLEAN, 9_000L), 500, 1), ALL_CLEAN);
    assertThat(verdict(report)).isEqualTo(Verdict.NOTHING_SHOWN);
  }

  @Test
  void readingAloneIsNoRace() {
    assertThat(verdict(readClean)).isEqualTo(Verdict.NOTHING_RACED);
    assertThat(verdict()).isEqualTo(Verdict.NOTHING_RACED);
  }

  @Test
  void eachExpectationIsMetByItsVerdictsAlone() {
    for (Verdict verdict : Verdict.values()) {
      assertThat(Expectation.FAIL_FAST.isMetBy(verdict)).isEqualTo(verdict == Verdict.FAIL_FAST);
      assertThat(Expectation.THREAD_SAFE.isMetBy(verdict))
          .isEqualTo(verdict == Verdict.THREAD_SAFE);
      assertThat(Expectation.ANY.isMetBy(verdict))
          .isEqualTo(
              verdict != Verdict.BROKEN
                  && verdict != Verdict.FALSE_ALARM
                  && verdict != Verdict.NOTHING_SHOWN);
    }
  }
}
