package dev.flagrant.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.testkit.ActorRun;
import dev.flagrant.testkit.MapOperation;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.Scenarios;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search for an order is never given up on the trials of a map that works. */
class EveryScenarioIsDecidedTest {

  private static final long SEED = Long.getLong("flagrant.test.seed", 19);
  private static final int ORDERS = 40;
  private static final int QUICK_ENOUGH = 2_000;

  private final Random random = new Random(SEED);

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 8, 16, 64})
  void howeverItsOperationsAreOrdered(int threads) {
    for (RaceScenario scenario : Scenarios.all()) {
      List<List<MapOperation>> programs = scenario.programs(threads);
      HistoryJudge judge = new HistoryJudge(scenario.initial(), programs);
      for (int i = 0; i < ORDERS; i++) {
        Map<Integer, Integer> map = new LinkedHashMap<>(scenario.initial());
        List<ActorRun> runs = performInSomeOrder(programs, map);
        assertThat(judge.weigh(runs, EndState.read(map, judge.keys())))
            .as("seed %d: %s, %d threads: %s", SEED, scenario, threads, runs)
            .isEqualTo(RaceOutcome.CLEAN);
      }
    }
  }

  @Test
  void twoThreadsAreJudgedThousandsOfTimesASecond() {
    for (RaceScenario scenario : Scenarios.all()) {
      List<List<MapOperation>> programs = scenario.programs(2);
      HistoryJudge judge = new HistoryJudge(scenario.initial(), programs);
      Map<Integer, Integer> map = new LinkedHashMap<>(scenario.initial());
      List<ActorRun> runs = performInSomeOrder(programs, map);
      long started = System.nanoTime();
      for (int i = 0; i < QUICK_ENOUGH; i++) {
        judge.weigh(runs, EndState.read(map, judge.keys()));
      }
      // Ten times what it takes on a busy machine: a judge that searches blindly takes far longer.
      assertThat(System.nanoTime() - started).as("%s", scenario).isLessThan(10_000_000_000L);
    }
  }

  /** Each actor's next operation when it is drawn: a random order, and all answers right for it. */
  private List<ActorRun> performInSomeOrder(
      List<List<MapOperation>> programs, Map<Integer, Integer> map) {
    List<ActorRun> runs = new ArrayList<>();
    List<Integer> turns = new ArrayList<>();
    for (int actor = 0; actor < programs.size(); actor++) {
      runs.add(new ActorRun(programs.get(actor)));
      turns.addAll(Collections.nCopies(programs.get(actor).size(), actor));
    }
    Collections.shuffle(turns, random);
    for (int actor : turns) {
      int step = runs.get(actor).completed();
      runs.get(actor).answer(step, programs.get(actor).get(step).perform(map));
    }
    return runs;
  }
}
