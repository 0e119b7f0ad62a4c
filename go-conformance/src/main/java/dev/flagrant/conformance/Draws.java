package dev.flagrant.conformance;

import java.util.function.LongSupplier;

/** The random numbers that Go drew in the operation under way, for the subject to draw again. */
final class Draws implements LongSupplier {
  private static final int[] NONE = {};

  private int[] drawn = NONE;
  private int next;

  /** Provides what the next operation may draw. */
  void provide(int[] numbers) {
    drawn = numbers;
    next = 0;
  }

  /** Provides nothing. */
  void provideNone() {
    provide(NONE);
  }

  /**
   * The next number. It does not throw, as that would come from the midst of a map's write: one
   * draw too many answers 0, and {@link #complaint} tells.
   */
  @Override
  public long getAsLong() {
    int at = next++;
    return at < drawn.length ? Integer.toUnsignedLong(drawn[at]) : 0;
  }

  /** Whether the subject drew as many numbers as Go. */
  boolean allDrawn() {
    return next == drawn.length;
  }

  /** What is wrong if it did not. */
  String complaint() {
    return "random numbers drawn: Go drew " + drawn.length + ", the subject drew " + next;
  }
}
