package dev.flagrant.harness.check;

import java.util.Locale;

/** What a check is to find for it to succeed. */
public enum Expectation {
  /** Only the verdict {@link Verdict#FAIL_FAST}. */
  FAIL_FAST,
  /** Only the verdict {@link Verdict#THREAD_SAFE}. */
  THREAD_SAFE,
  /**
   * Whatever races do to the map, if only it works and complains of nothing without a race, and the
   * trials show something.
   */
  ANY;

  /** Whether a verdict is as expected. */
  public boolean isMetBy(Verdict verdict) {
    return switch (this) {
      case FAIL_FAST -> verdict == Verdict.FAIL_FAST;
      case THREAD_SAFE -> verdict == Verdict.THREAD_SAFE;
      case ANY ->
          switch (verdict) {
            case BROKEN, FALSE_ALARM, NOTHING_SHOWN -> false;
            default -> true;
          };
    };
  }

  /** The expectation in words, as {@code fail-fast}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
