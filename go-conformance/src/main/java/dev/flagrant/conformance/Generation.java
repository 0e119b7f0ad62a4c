package dev.flagrant.conformance;

/** The two arrays of buckets that a map has while it grows. */
public enum Generation {
  /** Go's {@code buckets}. */
  CURRENT,
  /** Go's {@code oldbuckets}. */
  OLD
}
