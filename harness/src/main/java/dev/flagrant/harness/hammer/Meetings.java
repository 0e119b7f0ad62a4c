package dev.flagrant.harness.hammer;

/**
 * Notices when the threads of a crew no longer meet. On a busy machine the system may keep two of
 * them on one core, where they only ever take turns, and leave them there for seconds; threads
 * newly started are placed anew. Used by the leader alone.
 */
final class Meetings {

  private static final int MISSES = 50;
  private static final long LONG_NANOS = 20_000_000;

  private int misses;
  private long sinceNanos;

  /** Notes whether two threads met in a trial. */
  void note(boolean met) {
    if (met) {
      misses = 0;
    } else if (misses++ == 0) {
      sinceNanos = System.nanoTime();
    }
  }

  /** Whether they have missed each other so often and so long that a new crew should try. */
  boolean areMissed() {
    return misses >= MISSES && System.nanoTime() - sinceNanos >= LONG_NANOS;
  }
}
