package dev.flagrant.conformance;

/** The two arrays of buckets that a map has while it grows. */
public enum Generation {
  /** Go's {@code buckets}. */
  CURRENT(0),
  /** Go's {@code oldbuckets}. */
  OLD(1);

  private final long tag;

  Generation(long tag) {
    this.tag = tag;
  }

  /** What stands for it in digests. */
  long tag() {
    return tag;
  }
}
