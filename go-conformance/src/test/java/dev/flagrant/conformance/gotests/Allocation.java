package dev.flagrant.conformance.gotests;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What a piece of code allocates: the counterpart of Go's {@code testing.AllocsPerRun}. */
final class Allocation {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Enough for what is allocated once only, such as the linking of a call, to be over. */
  private static final int WARM_UP = 50;

  private Allocation() {}

  /**
   * The fewest bytes that the current thread allocated in any of many runs. The JVM may allocate
   * something of its own during a run, never less than the code does.
   */
  static long fewestBytes(Runnable code) {
    long fewest = Long.MAX_VALUE;
    for (int run = 0; run < 2 * WARM_UP; run++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      code.run();
      long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
      if (run >= WARM_UP) {
        fewest = Math.min(fewest, bytes);
      }
    }
    return fewest;
  }
}
