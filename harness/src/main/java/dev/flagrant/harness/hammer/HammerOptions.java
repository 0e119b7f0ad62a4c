package dev.flagrant.harness.hammer;

import java.time.Duration;

/**
 * How a scenario is hammered.
 *
 * @param threads actors of each trial
 * @param time how long trials are counted, after the warm-up
 * @param reserve how much longer at most, if the threads have hardly met by then, or if a control
 *     has hardly had trials
 * @param trials how many trials are counted at most
 * @param hangBound after how long a trial that is not over is a HANG
 * @param seed from which the delays are drawn; the threads' schedule is the system's own
 */
public record HammerOptions(
    int threads, Duration time, Duration reserve, long trials, Duration hangBound, long seed) {

  /** Share of the time spent before trials are counted. */
  private static final int WARM_UP_DIVISOR = 8;

  private static final Duration LONGEST_WARM_UP = Duration.ofMillis(500);

  /** How long trials run uncounted first, while the JIT compiles what they use. */
  public Duration warmUp() {
    Duration share = time.dividedBy(WARM_UP_DIVISOR);
    return share.compareTo(LONGEST_WARM_UP) < 0 ? share : LONGEST_WARM_UP;
  }

  /** The time a scenario takes if the threads meet and nothing hangs. */
  public Duration usual() {
    return warmUp().plus(time);
  }

  /** The same options for a control, which takes a part of the time. */
  public HammerOptions forControl(int part) {
    return new HammerOptions(
        threads, time.dividedBy(part), Duration.ZERO, Math.max(1, trials / part), hangBound, seed);
  }

  /** The same options with another reserve. */
  public HammerOptions withReserve(Duration newReserve) {
    return new HammerOptions(threads, time, newReserve, trials, hangBound, seed);
  }
}
