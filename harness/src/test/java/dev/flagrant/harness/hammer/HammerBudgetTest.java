package dev.flagrant.harness.hammer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.flagrant.testkit.MapSubject;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.Scenarios;
import dev.flagrant.testkit.judge.Judgement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The hammer keeps to its time and its number of trials, and repeats its delays. */
class HammerBudgetTest {

  private static final MapSubject SAFE = MapSubject.of("safe", ConcurrentHashMap::new);
  private static final RaceScenario GET_GET = Scenarios.named("get/get");

  @Test
  void soManyTrialsAndNoMore() {
    List<Double> progress = new ArrayList<>();
    ScenarioResult result = new Hammer(SAFE).run(GET_GET, Budget.ofTrials(123), progress::add);
    assertThat(result.trials()).isEqualTo(123);
    assertThat(progress).isSorted().last().isEqualTo(1.0);
  }

  @Test
  void theWarmUpIsAnEighthOfTheTimeAndShort() {
    assertThat(Budget.ofMillis(800).warmUp()).isEqualTo(Duration.ofMillis(100));
    assertThat(Budget.ofMillis(8_000).warmUp()).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void trialsOfTheWarmUpAreNotCounted() {
    HammerOptions options = Budget.ofTrials(1);
    long started = System.nanoTime();
    ScenarioResult result = new Hammer(SAFE).run(GET_GET, options, done -> {});
    assertThat(System.nanoTime() - started).isGreaterThan(options.warmUp().toNanos());
    assertThat(result.trials()).isEqualTo(1);
  }

  @Test
  void theReserveIsOnlyForThreadsThatHardlyMeet() {
    HammerOptions spent =
        new HammerOptions(
            2, Duration.ofNanos(1), Duration.ofHours(1), Long.MAX_VALUE, Duration.ZERO, 0);
    Tally lonely = new Tally();
    assertThat(new Deadline(spent, false, lonely).isOver()).isFalse();
    Tally social = new Tally();
    for (int i = 0; i < ScenarioResult.OVERLAP_FLOOR; i++) {
      social.add(cleanTrial(), true, () -> new Example(RaceOutcome.CLEAN, "", ""));
    }
    assertThat(new Deadline(spent, false, social).isOver()).isTrue();
    Tally locked = new Tally();
    assertThat(new Deadline(spent, true, locked).isOver()).isFalse();
    for (int i = 0; i < ScenarioResult.OVERLAP_FLOOR; i++) {
      locked.add(cleanTrial(), false, () -> new Example(RaceOutcome.CLEAN, "", ""));
    }
    assertThat(new Deadline(spent, true, locked).isOver()).isTrue();
  }

  private static Judgement cleanTrial() {
    return new Judgement(RaceOutcome.CLEAN, Set.of(), Judgement.UNTIMED);
  }

  @Test
  void theSameSeedDrawsTheSameDelays() {
    assertThat(delays(1, 0)).isEqualTo(delays(1, 0));
    assertThat(delays(1, 0)).isNotEqualTo(delays(1, 1)).isNotEqualTo(delays(2, 0));
    assertThat(delays(1, 0)).contains(0).anyMatch(delay -> delay > 1_000);
  }

  private static List<Integer> delays(long seed, int actor) {
    Jitter jitter = new Jitter(seed, actor);
    return IntStream.range(0, 200).mapToObj(i -> jitter.draw()).toList();
  }

  @Test
  void threadsThatNeverMeetAreNoticed() {
    Meetings meetings = new Meetings();
    long end = System.nanoTime() + 40_000_000;
    while (System.nanoTime() < end) {
      meetings.note(false);
    }
    assertThat(meetings.areMissed()).isTrue();
    meetings.note(true);
    assertThat(meetings.areMissed()).isFalse();
  }

  @Test
  void aFaultOfTheHammerItselfIsNotTakenForAnOutcome() {
    MapSubject broken =
        MapSubject.of("broken", HashMap::new)
            .detecting(
                (thrown, during) -> {
                  throw new IllegalArgumentException("a bad rule");
                })
            .withStructure(
                map -> {
                  throw new NoClassDefFoundError("a bad check");
                });
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> new Hammer(broken).run(GET_GET, Budget.ofTrials(10), done -> {}))
        .withMessageContaining("the hammer failed in get/get")
        .withCauseInstanceOf(NoClassDefFoundError.class);
  }
}
