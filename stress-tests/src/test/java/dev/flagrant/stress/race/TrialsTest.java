package dev.flagrant.stress.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.runtime.Tampering;
import dev.flagrant.testkit.ActorRun;
import dev.flagrant.testkit.DetectionSite;
import dev.flagrant.testkit.MapOperation;
import dev.flagrant.testkit.MapSubject;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.Scenarios;
import dev.flagrant.testkit.judge.Judgement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a trial's outcome is called, also when a broken guard leaves its bits behind. */
class TrialsTest {

  private static String outcome(Trials trials, Consumer<Map<Integer, Integer>> after) {
    Map<Integer, Integer> map = trials.newMap();
    List<ActorRun> runs = trials.newRuns();
    runs.forEach(run -> run.perform(map));
    after.accept(map);
    return trials.outcome(map, runs);
  }

  @Test
  void oneActorAfterTheOtherIsCleanInEveryScenarioAndItsWordIsExplained() {
    for (RaceScenario scenario : Scenarios.all()) {
      assertThat(outcome(Trials.of(scenario.name()), map -> {}))
          .as(scenario.name())
          .isEqualTo("CLEAN");
      assertThat(outcome(Trials.locked(scenario.name()), map -> {}))
          .as(scenario.name() + ", locked")
          .isEqualTo("CLEAN");
    }
  }

  @Test
  void aMarkThatIsLeftIsNoDetectionByTheJudgeWhoMeetsIt() {
    for (RaceScenario scenario : Scenarios.all()) {
      assertThat(outcome(Trials.of(scenario.name()), Tampering::mark))
          .as(scenario.name())
          .isEqualTo("FLAGS a mark is left");
    }
  }

  @Test
  void onlyOfGosMapIsItToldAtWhichSiteItDetected() {
    Judgement detected =
        new Judgement(
            RaceOutcome.DETECTED,
            EnumSet.of(DetectionSite.START, DetectionSite.END),
            Judgement.UNTIMED);
    assertThat(Trials.word(detected, true)).isEqualTo("DETECTED START+END");
    assertThat(Trials.word(detected, false)).isEqualTo("DETECTED");
  }

  @Test
  void aMapMayTellOfARaceByFurtherThrowables() {
    Throwable thrown = new ArrayStoreException();
    String map = "java.util.HashMap";
    MapSubject plain = Trials.subject(map, "");
    MapSubject told = Trials.subject(map, "java.lang.InternalError,java.lang.ArrayStoreException");
    assertThat(plain.detection(thrown, MapOperation.Kind.PUT)).isNull();
    assertThat(told.detection(thrown, MapOperation.Kind.PUT)).isNotNull();
  }

  @Test
  void anIteratorThatNobodyBeganIsNamed() {
    assertThat(outcome(Trials.of("put/get"), Tampering::rememberIterator))
        .isEqualTo("FLAGS an iterator that nobody began");
  }

  @Test
  void anIteratorThatIsLostIsNamedWhereNoWriteCouldOverlapIt() {
    String lost = "FLAGS an iterator is lost without a race";
    assertThat(outcome(Trials.of("iterate/iterate"), Tampering::forgetIterators)).isEqualTo(lost);
    assertThat(outcome(Trials.locked("put/iterate"), Tampering::forgetIterators)).isEqualTo(lost);
    assertThat(outcome(Trials.of("put/iterate"), Tampering::forgetIterators)).isEqualTo("CLEAN");
  }

  @Test
  void aGrowthIsNamedWhereNobodyWrote() {
    assertThat(outcome(Trials.of("get/get"), Tampering::grow))
        .isEqualTo("FLAGS a growth without a write");
  }
}
