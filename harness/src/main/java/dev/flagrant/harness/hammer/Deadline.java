package dev.flagrant.harness.hammer;

/** When a scenario's trials begin to count, and when there have been enough. */
final class Deadline {

  private final long startedNanos = System.nanoTime();
  private final HammerOptions options;
  private final boolean control;
  private final Tally tally;

  /**
   * A deadline that begins now.
   *
   * @param control whether it is no matter if the threads meet
   */
  Deadline(HammerOptions options, boolean control, Tally tally) {
    this.options = options;
    this.control = control;
    this.tally = tally;
  }

  private long elapsedNanos() {
    return System.nanoTime() - startedNanos;
  }

  /** Whether trials count by now. */
  boolean isWarm() {
    return elapsedNanos() >= options.warmUp().toNanos();
  }

  /** Whether so many trials have been counted that it is enough, or the time is up. */
  boolean isOver() {
    if (tally.trials() >= options.trials()) {
      return true;
    }
    long overtime = elapsedNanos() - options.usual().toNanos();
    return overtime >= 0
        && ((control ? tally.trials() : tally.overlapping()) >= ScenarioResult.OVERLAP_FLOOR
            || overtime >= options.reserve().toNanos());
  }

  /** The share of the work that is done, from 0 to 1. */
  double progress() {
    double byTime = (double) elapsedNanos() / options.usual().toNanos();
    double byTrials = (double) tally.trials() / options.trials();
    return Math.min(1, Math.max(byTime, byTrials));
  }
}
