package dev.flagrant.map.runtime;

import dev.flagrant.map.ConcurrentModificationError;
import dev.flagrant.map.ConcurrentModificationError.Kind;
import dev.flagrant.map.ConcurrentModificationError.OtherThread;
import dev.flagrant.map.ConcurrentModificationError.Site;
import dev.flagrant.map.Failure;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** What happens when a check has found a race: Go's {@code throw} and {@code fatal}. */
final class Detection {
  private static final AtomicBoolean HALTING = new AtomicBoolean();
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private Detection() {}

  /**
   * Kills the map, records the detection, and either ends the process or returns the error for the
   * caller to throw.
   */
  static ConcurrentModificationError of(Hmap h, Kind kind, Site site) {
    MapExtra extra = h.extra();
    Thread other = extra == null ? null : extra.otherWriter();
    ConcurrentModificationError error =
        new ConcurrentModificationError(kind, site, other == null ? null : new OtherThread(other));
    while (!h.replaceExtra(extra, MapExtra.dead(extra, error))) {
      extra = h.extra(); // another thread was first, and its error is the one that counts
    }
    if (h.type().options.failure() == Failure.HALT) {
      halt(error);
    }
    record(error);
    return error;
  }

  /** Go's {@code fatalthrow}: the first thread to come here ends the process, and others wait. */
  private static void halt(ConcurrentModificationError error) {
    if (HALTING.compareAndSet(false, true)) {
      try {
        record(error);
        System.err.print(report(error, Thread.currentThread()));
        System.err.flush();
      } finally {
        Runtime.getRuntime().halt(2);
      }
    }
    waitForTheEnd();
  }

  /**
   * What other threads do while one ends the process. Not for ever: one that is printing the map
   * holds the lock of the stream that the other is about to print to.
   */
  static void waitForTheEnd() {
    boolean interrupted = false;
    long end = System.nanoTime() + PATIENCE_NANOS;
    for (long left = PATIENCE_NANOS; left > 0; left = end - System.nanoTime()) {
      try {
        TimeUnit.NANOSECONDS.sleep(left);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void record(ConcurrentModificationError error) {
    try {
      DetectionEvent.commit(error);
    } catch (LinkageError e) {
      // This JVM has no Flight Recorder: the module jdk.jfr may be left out.
    }
  }

  /** What Go prints: the message, then the stacks of the threads involved and of no others. */
  static String report(ConcurrentModificationError error, Thread current) {
    StringBuilder text = new StringBuilder();
    text.append("fatal error: ").append(error.getMessage()).append("\n\n");
    stack(text, current.getName(), current.getId(), "running", error);
    error
        .otherThread()
        .ifPresent(other -> stack(text, other.threadName(), other.threadId(), "writing", other));
    return text.toString();
  }

  private static void stack(
      StringBuilder text, String name, long id, String doing, Throwable where) {
    text.append('"').append(name).append("\" #").append(id).append(" [").append(doing);
    text.append("]:\n");
    for (StackTraceElement frame : where.getStackTrace()) {
      text.append("\tat ").append(frame).append('\n');
    }
    text.append('\n');
  }
}
