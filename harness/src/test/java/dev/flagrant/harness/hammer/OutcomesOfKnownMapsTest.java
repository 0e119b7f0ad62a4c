package dev.flagrant.harness.hammer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.harness.subjects.BadMaps;
import dev.flagrant.harness.subjects.FailFastError;
import dev.flagrant.harness.subjects.FailFastMap;
import dev.flagrant.harness.subjects.NeedsTwoProcessors;
import dev.flagrant.map.GoMap;
import dev.flagrant.testkit.DetectionSite;
import dev.flagrant.testkit.MapSubject;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.Scenarios;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each of the six outcomes comes out of a map that is known to have it. */
class OutcomesOfKnownMapsTest {

  private static final long ENOUGH = 3;

  private static ScenarioResult run(
      Supplier<? extends Map<Integer, Integer>> map, String scenario, HammerOptions options) {
    return run(MapSubject.of("map", map), Scenarios.named(scenario), options);
  }

  private static ScenarioResult run(
      MapSubject subject, RaceScenario scenario, HammerOptions options) {
    ScenarioResult result = new Hammer(subject).run(scenario, options, done -> {});
    long sum = result.outcomes().values().stream().mapToLong(Long::longValue).sum();
    assertThat(sum).as("all outcomes of %s", result).isEqualTo(result.trials());
    return result;
  }

  @ParameterizedTest
  @NeedsTwoProcessors
  @ValueSource(
      strings = {"put/put same key", "clear/put", "put/iterate", "put/put across a growth"})
  void aThreadSafeMapIsCleanThoughTheThreadsMeet(String scenario) {
    ScenarioResult result = run(ConcurrentHashMap::new, scenario, Budget.ofMillis(300));
    assertThat(result.threadsMet()).as("%s", result).isTrue();
    assertThat(result.allClean()).as("%s", result).isTrue();
    assertThat(result.examples()).isEmpty();
  }

  @Test
  void aClearThatErasesWhatIsPutMeanwhileIsClean() {
    ScenarioResult result = run(ConcurrentSkipListMap::new, "clear/put", Budget.ofMillis(1_000));
    assertThat(result.allClean()).as("%s", result).isTrue();
  }

  @Test
  @NeedsTwoProcessors
  void manyThreadsOnAThreadSafeMapAreJudgedToo() {
    ScenarioResult result = run(ConcurrentHashMap::new, "put/remove", Budget.withThreads(8, 300));
    assertThat(result.allClean()).as("%s", result).isTrue();
    assertThat(result.overlapping()).isPositive();
  }

  @Test
  @NeedsTwoProcessors
  void aFailFastMapIsDetectedByItsOwnError() {
    MapSubject subject =
        MapSubject.of("fail-fast", FailFastMap::new).detecting(FailFastError.class);
    ScenarioResult result = run(subject, Scenarios.named("put/put same key"), Budget.ofMillis(500));
    assertThat(result.count(RaceOutcome.DETECTED)).as("%s", result).isGreaterThan(ENOUGH);
    assertThat(result.count(RaceOutcome.DETECTED) + result.count(RaceOutcome.CLEAN))
        .isEqualTo(result.trials());
    assertThat(result.sites()).containsOnlyKeys(DetectionSite.START);
    assertThat(result.medianDetectionNanos()).isPositive();
    assertThat(result.maxDetectionNanos()).isGreaterThanOrEqualTo(result.medianDetectionNanos());
  }

  @Test
  @NeedsTwoProcessors
  void anErrorNobodyDeclaredIsAJvmException() {
    ScenarioResult result = run(FailFastMap::new, "put/put same key", Budget.ofMillis(500));
    assertThat(result.count(RaceOutcome.JVM_EXCEPTION)).as("%s", result).isPositive();
    assertThat(result.count(RaceOutcome.DETECTED)).isZero();
  }

  @Test
  @NeedsTwoProcessors
  void goMapIsDetectedByWritersAndReaders() {
    ScenarioResult writers = run(GoMap::new, "put/put while growing", Budget.ofMillis(500));
    assertThat(writers.count(RaceOutcome.DETECTED)).as("%s", writers).isGreaterThan(ENOUGH);
    assertThat(writers.sites()).containsKeys(DetectionSite.START);
    ScenarioResult readers = run(GoMap::new, "put/get while growing", Budget.ofMillis(500));
    assertThat(readers.count(RaceOutcome.DETECTED)).as("%s", readers).isGreaterThan(ENOUGH);
    assertThat(readers.sites()).containsOnlyKeys(DetectionSite.READ);
    assertThat(readers.unsafe()).isZero();
  }

  @Test
  @NeedsTwoProcessors
  void hashMapLosesUpdatesInSilence() {
    ScenarioResult result = run(HashMap::new, "put/put different buckets", Budget.ofMillis(1_000));
    assertThat(result.count(RaceOutcome.LOST_UPDATE)).as("%s", result).isPositive();
    assertThat(result.count(RaceOutcome.DETECTED)).isZero();
    assertThat(text(result, RaceOutcome.LOST_UPDATE)).containsAnyOf("size() is", "ends with");
  }

  @Test
  @NeedsTwoProcessors
  void hashMapTearsAnswersInSilence() {
    ScenarioResult result = run(HashMap::new, "put/put same key", Budget.ofMillis(1_000));
    assertThat(result.count(RaceOutcome.TORN)).as("%s", result).isPositive();
    assertThat(text(result, RaceOutcome.TORN)).startsWith("no order gives thread 0: put(4, ");
  }

  @Test
  void aLockMakesHashMapClean() {
    ScenarioResult result =
        run(
            MapSubject.of("HashMap", HashMap::new),
            Scenarios.named("put/put same key").locked(),
            Budget.ofMillis(300));
    assertThat(result.allClean()).as("%s", result).isTrue();
  }

  @Test
  @NeedsTwoProcessors
  void aMapThatThrowsIsAJvmExceptionWithItsStack() {
    ScenarioResult result = run(BadMaps.Throwing::new, "put/put same key", Budget.ofMillis(500));
    assertThat(result.count(RaceOutcome.JVM_EXCEPTION)).as("%s", result).isPositive();
    assertThat(text(result, RaceOutcome.JVM_EXCEPTION)).contains("table is broken");
    assertThat(example(result, RaceOutcome.JVM_EXCEPTION).stack()).contains("BadMaps$Throwing.put");
  }

  @Test
  void aMapThatThrowsWhenItIsPreparedIsAJvmException() {
    ScenarioResult result = run(BadMaps.Small::new, "put/get", Budget.ofTrials(20));
    assertThat(result.count(RaceOutcome.JVM_EXCEPTION)).isEqualTo(20);
    assertThat(text(result, RaceOutcome.JVM_EXCEPTION)).contains("full");
    assertThat(result.overlapping()).isZero();
  }

  @Test
  @NeedsTwoProcessors
  void aMapThatHangsIsReportedWithTheStackAndGivenUp() {
    long started = System.nanoTime();
    ScenarioResult result =
        run(BadMaps.Deadlocking::new, "put/put same key", Budget.impatient(500));
    assertThat(result.count(RaceOutcome.HANG)).isBetween(1L, (long) Hammer.MOST_HANGS);
    assertThat(text(result, RaceOutcome.HANG)).contains("did not come back within 500 ms");
    assertThat(example(result, RaceOutcome.HANG).stack())
        .contains("flagrant: put/put same key, thread")
        .contains("BadMaps$Deadlocking.put");
    assertThat(System.nanoTime() - started).isLessThan(30_000_000_000L);
  }

  @Test
  @NeedsTwoProcessors
  void aMapThatHangsWhoeverReadsItAfterwardsIsReportedToo() {
    ScenarioResult result =
        run(BadMaps.PoisonedForReaders::new, "put/put same key", Budget.impatient(500));
    assertThat(result.count(RaceOutcome.HANG)).isPositive();
    assertThat(text(result, RaceOutcome.HANG)).contains("the map could not be read");
    assertThat(example(result, RaceOutcome.HANG).stack()).contains("PoisonedForReaders.entrySet");
  }

  @Test
  @NeedsTwoProcessors
  void aMapThatListsItsEntriesForEverHangsWithoutAnyThreadLost() {
    ScenarioResult result = run(BadMaps.Circular::new, "put/put same key", Budget.ofMillis(300));
    assertThat(result.count(RaceOutcome.HANG)).as("%s", result).isPositive();
    assertThat(text(result, RaceOutcome.HANG)).contains("an iteration did not end");
    assertThat(result.abandoned()).isZero();
  }

  @Test
  void aMapThatForgetsIsNotEvenCleanUnderALock() {
    ScenarioResult result =
        run(
            MapSubject.of("forgetful", BadMaps.Forgetful::new),
            Scenarios.named("put/put different buckets").locked(),
            Budget.ofTrials(200));
    assertThat(result.count(RaceOutcome.LOST_UPDATE)).isGreaterThan(100);
  }

  private static String text(ScenarioResult result, RaceOutcome outcome) {
    return example(result, outcome).text();
  }

  private static Example example(ScenarioResult result, RaceOutcome outcome) {
    List<Example> examples = result.examples();
    assertThat(examples).as("%s", result).anyMatch(example -> example.outcome() == outcome);
    return examples.stream()
        .filter(example -> example.outcome() == outcome)
        .min(Comparator.comparing(Example::text))
        .orElseThrow();
  }
}
