package dev.flagrant.benchmarks.guard;

/** What came of a bound. */
interface Finding {
  /** Whether it is met. */
  boolean met();

  /** What was measured and what was asked for, for people. */
  String says();
}
