package dev.flagrant.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.GoMap;
import dev.flagrant.testkit.judge.Judgement;
import dev.flagrant.testkit.judge.TrialJudge;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every scenario promises its engines and its judge. */
class ScenariosTest {

  private static final List<Integer> THREADS = List.of(2, 3, 7, 64);

  static List<RaceScenario> scenarios() {
    return Scenarios.all();
  }

  static Stream<Arguments> scenariosAndMaps() {
    List<Supplier<? extends Map<Integer, Integer>>> maps =
        List.of(GoMap::new, HashMap::new, ConcurrentHashMap::new);
    return Scenarios.all().stream()
        .flatMap(scenario -> maps.stream().map(map -> Arguments.of(scenario, map)));
  }

  @Test
  void thePairsThatMatterAreAllThere() {
    assertThat(Scenarios.all())
        .extracting(RaceScenario::name)
        .doesNotHaveDuplicates()
        .contains(
            "put/put same key",
            "put/put same bucket",
            "put/put different buckets",
            "put/remove",
            "remove/remove",
            "put/get",
            "remove/get",
            "put/iterate",
            "remove/iterate",
            "clear/put",
            "clear/iterate",
            "put/get while growing",
            "put/put while growing",
            "put/iterate while growing");
  }

  @Test
  void thoseThatChangeNothingAreKnown() {
    assertThat(Scenarios.all().stream().filter(RaceScenario::readOnly))
        .extracting(RaceScenario::name)
        .containsExactly("get/get", "get/iterate", "iterate/iterate", "get/iterate while growing");
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyProgramIsTheSameEachTimeAndNoneIsEmpty(RaceScenario scenario) {
    assertThat(scenario.description()).endsWith(".");
    for (int threads : THREADS) {
      assertThat(scenario.programs(threads)).isEqualTo(scenario.programs(threads));
      assertThat(scenario.programs(threads)).hasSize(threads).noneMatch(List::isEmpty);
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyWriteOfATrialWritesAValueOfItsOwn(RaceScenario scenario) {
    for (int threads : THREADS) {
      Set<Integer> written = new HashSet<>(scenario.initial().values());
      assertThat(written).hasSameSizeAs(scenario.initial().keySet());
      for (List<MapOperation> program : scenario.programs(threads)) {
        for (MapOperation operation : program) {
          if (operation.value() != null) {
            assertThat(written.add(operation.value())).as("%s", operation).isTrue();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void equalKeysAreTheSameObject(RaceScenario scenario) {
    Map<Integer, Integer> objects = new HashMap<>();
    scenario.initial().keySet().forEach(key -> objects.put(key, key));
    for (List<MapOperation> program : scenario.programs(64)) {
      for (MapOperation operation : program) {
        Integer key = operation.key();
        if (key != null) {
          assertThat(objects.computeIfAbsent(key, same -> key)).isSameAs(key);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("scenariosAndMaps")
  void oneThreadAfterTheOtherIsClean(
      RaceScenario scenario, Supplier<? extends Map<Integer, Integer>> maps) {
    MapSubject subject = MapSubject.of("map", maps);
    for (RaceScenario each : List.of(scenario, scenario.locked())) {
      for (int threads : THREADS) {
        TrialJudge judge = new TrialJudge(subject, each, threads);
        List<ActorRun> runs = judge.newRuns();
        Map<Integer, Integer> map = subject.newMap();
        each.prepare(map);
        assertThat(map).isEqualTo(each.initial());
        runs.forEach(run -> run.perform(map));
        Judgement judgement = judge.judge(map, runs);
        assertThat(judgement.outcome())
            .as("%s, %d threads: %s", each, threads, judge.explain(runs))
            .isEqualTo(RaceOutcome.CLEAN);
      }
    }
  }

  @Test
  void theLockedControlDoesTheSameUnderTheMapsMonitor() {
    RaceScenario scenario = Scenarios.all().get(0);
    RaceScenario control = scenario.locked();
    assertThat(scenario.control()).isFalse();
    assertThat(control.control()).isTrue();
    assertThat(control.name()).isEqualTo(scenario.name());
    assertThat(control).hasToString(scenario.name() + ", locked");
    boolean[] held = {false};
    Map<Integer, Integer> map =
        new HashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          public Integer put(Integer key, Integer value) {
            held[0] = Thread.holdsLock(this);
            return super.put(key, value);
          }
        };
    control.program(new Slot(0, 2)).get(0).perform(map);
    assertThat(held[0]).isTrue();
    scenario.program(new Slot(0, 2)).get(0).perform(map);
    assertThat(held[0]).isFalse();
  }
}
