package dev.flagrant.map.runtime;

/** When and how a map grows: Go's {@code hashGrow}, {@code growWork} and their helpers. */
final class Grow {
  /** The load at which a map grows is 13/2 entries a bucket. */
  private static final int LOAD_FACTOR_NUM = 13;

  private static final int LOAD_FACTOR_DEN = 2;

  /** How far one evacuation may look for others that are done already. */
  private static final int MAX_ADVANCE = 1024;

  private Grow() {}

  /** Whether {@code count} entries are too many for 2^b buckets. Go's {@code overLoadFactor}. */
  static boolean overLoadFactor(int count, int b) {
    return count > maxCount(b);
  }

  /** The largest number of entries that is not over the load factor of 2^b buckets. */
  static int maxCount(int b) {
    if (b >= BucketArray.MAX_B) {
      return Integer.MAX_VALUE;
    }
    return Math.max(Bmaps.BUCKET_CNT, (int) (LOAD_FACTOR_NUM * ((1L << b) / LOAD_FACTOR_DEN)));
  }

  /** Whether one more entry calls for a growth. */
  static boolean isDue(Hmap h, BucketArray array) {
    return h.count >= array.maxCount();
  }

  /**
   * Starts a growth: a new array, twice as large or, if there are only too many overflow buckets,
   * as large as the present one. The entries stay where they are until {@link #growWork}. Go's
   * {@code hashGrow}.
   */
  static void hashGrow(Hmap h, BucketArray old) {
    boolean bigger = overLoadFactor(h.count + 1, old.b);
    // Allocated before anything is changed: if there is no memory, the map is as it was.
    BucketArray array = BucketArray.make(h.type(), bigger ? old.b + 1 : old.b);
    array.succeed(old, h.hash0);
    h.startGrow(!bigger); // the last call: there may be no stack for one
    h.oldbuckets = old;
    h.buckets = array;
    h.nevacuate = 0;
    h.noverflow = 0;
  }

  /** Evacuates the old bucket that a write is about to use, and one more. Go's {@code growWork}. */
  static void growWork(Hmap h, long hash) {
    BucketArray old = h.oldbuckets;
    if (old == null) {
      return;
    }
    BucketArray array = h.buckets;
    if (array != null && array.brokenOff) {
      array.undoBrokenOff(old.size());
    }
    int oldbucket = (int) hash & old.mask;
    // A loop, so that what an evacuation takes is put in place here once and not twice.
    for (int i = 0; i < 2 && h.oldbuckets == old; i++) {
      evacuate(h, old, oldbucket);
      oldbucket = h.nevacuate & old.mask;
    }
  }

  /** Evacuates one old bucket with its overflow buckets, once. Go's {@code evacuate}. */
  private static void evacuate(Hmap h, BucketArray old, int oldbucket) {
    BucketArray array = h.buckets;
    if (array != null && !old.evacuated(oldbucket)) {
      Evacuation.run(h, old, oldbucket, array);
      // One or two buckets are dropped as a whole by the write that evacuates them.
      if (old.b > 1 && !h.hasOldIterator()) {
        old.forgetChain(oldbucket);
      }
    }
    if (oldbucket == h.nevacuate) {
      advanceEvacuationMark(h, old);
    }
  }

  /** Go's {@code advanceEvacuationMark}: past what is evacuated; at the end the growth is over. */
  private static void advanceEvacuationMark(Hmap h, BucketArray old) {
    int next = h.nevacuate + 1;
    int stop = Math.min(next + MAX_ADVANCE, old.size());
    while (next < stop && old.evacuated(next)) {
      next++;
    }
    if (!h.hasOldIterator()) { // an older iteration reads what it finds evacuated, too
      old.dropPages(h.nevacuate, next);
    }
    if (next >= old.size()) {
      h.endSameSizeGrow(); // first, since a call may fail for want of stack
      h.oldbuckets = null;
    }
    h.nevacuate = next;
  }

  /** Forgets a growth that is under way, for a map that is being cleared. */
  static void abandon(Hmap h) {
    h.endSameSizeGrow();
    h.oldbuckets = null;
    h.nevacuate = 0;
  }
}
