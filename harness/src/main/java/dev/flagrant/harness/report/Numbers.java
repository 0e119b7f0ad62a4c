package dev.flagrant.harness.report;

import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {

  private static final double NANOS_PER_MICRO = 1_000;
  private static final double SHORT_MICROS = 100;

  private Numbers() {}

  /** A count with its thousands set apart. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A share as whole percent; what is not nothing is never shown as nothing. */
  static String percent(long part, long whole) {
    if (whole == 0) {
      return "-";
    }
    double percent = 100.0 * part / whole;
    return part > 0 && percent < 1 ? "<1%" : String.format(Locale.ROOT, "%.0f%%", percent);
  }

  /** Nanoseconds as microseconds. */
  static String micros(long nanos) {
    double micros = nanos / NANOS_PER_MICRO;
    return String.format(Locale.ROOT, micros < SHORT_MICROS ? "%.1f" : "%,.0f", micros);
  }
}
