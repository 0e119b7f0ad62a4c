package dev.flagrant.harness.hammer;

import java.time.Duration;

/** Budgets for tests: short on an idle machine, patient on a busy one. */
public final class Budget {

  private static final long SEED = 7;

  private Budget() {}

  /** Two threads, until they have met often enough, and at least this long. */
  public static HammerOptions ofMillis(long millis) {
    return new HammerOptions(
        2,
        Duration.ofMillis(millis),
        Duration.ofSeconds(20),
        Long.MAX_VALUE,
        Duration.ofSeconds(20),
        SEED);
  }

  /** Two threads, so many trials. */
  public static HammerOptions ofTrials(long trials) {
    return new HammerOptions(
        2, Duration.ofSeconds(60), Duration.ZERO, trials, Duration.ofSeconds(20), SEED);
  }

  /** As {@link #ofMillis}, but a trial hangs if it is not over soon. */
  public static HammerOptions impatient(long millis) {
    return new HammerOptions(
        2,
        Duration.ofMillis(millis),
        Duration.ofSeconds(20),
        Long.MAX_VALUE,
        Duration.ofMillis(500),
        SEED);
  }

  /** As {@link #ofMillis}, with more threads. */
  public static HammerOptions withThreads(int threads, long millis) {
    HammerOptions two = ofMillis(millis);
    return new HammerOptions(
        threads, two.time(), two.reserve(), two.trials(), two.hangBound(), two.seed());
  }
}
