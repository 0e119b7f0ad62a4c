package dev.flagrant.stress.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.runtime.Tampering;
import dev.flagrant.testkit.ActorRun;
import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.Scenarios;
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
  void anIteratorThatNobodyBeganIsNamed() {
    assertThat(outcome(Trials.of("put/get"), Tampering::rememberIterator))
        .isEqualTo("FLAGS an iterator that nobody began");
  }
}
