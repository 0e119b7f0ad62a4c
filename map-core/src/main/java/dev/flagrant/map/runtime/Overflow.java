package dev.flagrant.map.runtime;

/** Overflow buckets: counting them, and chaining a new one. */
final class Overflow {
  private Overflow() {}

  /**
   * {@code noverflow} with one more overflow bucket. Exact while B is below 16; from there on it
   * counts one in 2^(B-15), so that 16 bits suffice and 2^15 means about as many overflow buckets
   * as buckets. Go's {@code incrnoverflow}.
   */
  static char incremented(Hmap h, int b) {
    int oneIn = b < 16 ? 0 : (1 << (b - 15)) - 1;
    boolean counts = oneIn == 0 || (h.type().fastrand() & oneIn) == 0;
    return (char) (h.noverflow + (counts ? 1 : 0));
  }

  /**
   * Chains a new bucket behind the last one of a chain. Go's {@code newoverflow}.
   *
   * @param array the array both belong to
   * @param last the run with the last bucket
   * @param bucket the number of the last bucket
   * @return the number of the new one; its run is {@code array.ensureRunOf} of it
   */
  static int chain(Hmap h, BucketArray array, Bmaps last, int bucket) {
    // Whatever can fail comes first, for want of memory, or as a call for want of stack.
    int next = array.nextOverflow();
    char noverflow = incremented(h, array.b);
    boolean growSoon = tooMany(noverflow, array.b);
    last.setOverflow(bucket, next);
    array.taken++;
    h.noverflow = noverflow;
    if (growSoon) {
      array.maxCount = 0;
    }
    return next;
  }

  /**
   * Whether there are about as many overflow buckets as buckets. Most of them must be nearly empty
   * then, or the map would have grown; a growth to the same size gets rid of them. Go's {@code
   * tooManyOverflowBuckets}.
   */
  static boolean tooMany(char noverflow, int b) {
    return noverflow >= 1 << Math.min(b, 15);
  }
}
