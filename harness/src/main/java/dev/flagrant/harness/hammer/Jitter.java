package dev.flagrant.harness.hammer;

import java.util.SplittableRandom;

/**
 * A short random delay before an actor's first operation, so that the actors' programs overlap at
 * every offset over many trials. Its length is spread evenly over its logarithm, from nothing to a
 * few microseconds. Not thread-safe: each actor has its own.
 */
final class Jitter {

  private static final int LONGEST_EXPONENT = 12;

  private final SplittableRandom random;
  private int sink;

  Jitter(long seed, int actor) {
    random = new SplittableRandom(seed + 0x9E37_79B9_7F4A_7C15L * actor);
  }

  /** The length of the next delay, in steps of about a nanosecond. */
  int draw() {
    return random.nextInt(1 << random.nextInt(LONGEST_EXPONENT + 1));
  }

  /** Spins for a drawn length, with work the JIT cannot leave out. */
  void spin(int steps) {
    int value = sink;
    for (int i = 0; i < steps; i++) {
      value = value * 31 + i;
    }
    sink = value;
  }
}
