package dev.flagrant.harness.subjects;

import java.util.concurrent.atomic.AtomicBoolean;

/** Known good: two writers never miss each other, as the mark of a writer is set atomically. */
public final class FailFastMap extends DelegatingMap {

  private final AtomicBoolean writing = new AtomicBoolean();
  private volatile boolean raced;

  /** A fresh empty map. */
  public FailFastMap() {}

  @Override
  protected void beforeWrite() {
    if (raced || !writing.compareAndSet(false, true)) {
      raced = true;
      throw new FailFastError("two writers");
    }
  }

  @Override
  protected void afterWrite() {
    writing.set(false);
    if (raced) {
      throw new FailFastError("somebody met this writer");
    }
  }

  @Override
  protected void beforeRead() {
    if (raced || writing.get()) {
      raced = true;
      throw new FailFastError("a reader met a writer");
    }
  }
}
