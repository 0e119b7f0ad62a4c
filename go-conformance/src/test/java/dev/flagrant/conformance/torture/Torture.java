package dev.flagrant.conformance.torture;

import java.time.Duration;
import java.util.SplittableRandom;

/** Round after round, until the time is up or something has been found. */
final class Torture {
  private final Subject subject;
  private final SplittableRandom seeds;
  private final Duration patience;

  /**
   * A torture.
   *
   * @param seed of all rounds
   * @param patience after which a thread that has not come back is taken to hang
   */
  Torture(Subject subject, long seed, Duration patience) {
    this.subject = subject;
    this.seeds = new SplittableRandom(seed);
    this.patience = patience;
  }

  /**
   * Runs it.
   *
   * @param time for how long
   */
  Tally run(Duration time) throws InterruptedException {
    Tally tally = new Tally();
    long start = System.nanoTime();
    while (System.nanoTime() - start < time.toNanos() && tally.findings().isEmpty()) {
      RoundPlan plan = RoundPlan.of(seeds.nextLong(), subject.operations());
      new Round(subject, plan, tally).run(patience.toMillis());
    }
    return tally;
  }
}
