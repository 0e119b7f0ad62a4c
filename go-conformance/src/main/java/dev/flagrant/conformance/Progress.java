package dev.flagrant.conformance;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How far a trace has been replayed: told by the thread that replays, read by one that watches. */
final class Progress {
  private final AtomicLong begun = new AtomicLong();
  private @Nullable Operation operation;

  /** An operation is about to be done. */
  void begins(Operation next) {
    operation = next;
    begun.setRelease(begun.getPlain() + 1);
  }

  /** How many operations have begun, some of them in a second replay of the same trace. */
  long begun() {
    return begun.getAcquire();
  }

  /** The operation that has begun last; null before the first. Ask {@link #begun} before. */
  @Nullable Operation operation() {
    return operation;
  }
}
