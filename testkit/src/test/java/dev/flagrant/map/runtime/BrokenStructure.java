package dev.flagrant.map.runtime;

/** Breaks Go's map where nobody who uses it can see it: only the check of its structure can. */
public final class BrokenStructure {
  private BrokenStructure() {}

  /** Counts an overflow bucket that is not there. */
  public static void countAnOverflowBucket(Hmap map) {
    map.noverflow++;
  }
}
