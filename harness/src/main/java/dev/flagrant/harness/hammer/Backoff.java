package dev.flagrant.harness.hammer;

/**
 * Waiting for another thread: by spinning, and then by giving up the core again and again.
 *
 * <p>Where each thread can have a core, giving it up is put off for about a millisecond: on a busy
 * machine the core is gone for many milliseconds then, and two threads that take turns in giving up
 * one core never meet. Where threads are more than cores, the one waited for may need this core.
 */
final class Backoff {

  private static final int PATIENT_SPINS = 20_000;
  private static final int HASTY_SPINS = 50;

  private final int spins;
  private int waits;

  /** Waiting among so many threads. */
  Backoff(int threads) {
    spins = threads <= Runtime.getRuntime().availableProcessors() ? PATIENT_SPINS : HASTY_SPINS;
  }

  /** Waits a little, longer each time. */
  @SuppressWarnings("ThreadPriorityCheck") // only the time it takes depends on the scheduler
  void pause() {
    if (waits++ < spins) {
      Thread.onSpinWait();
    } else {
      Thread.yield();
    }
  }
}
