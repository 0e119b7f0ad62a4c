package dev.flagrant.map.runtime;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.KeyType;
import dev.flagrant.map.TypeLayout;

/**
 * A map of 8-byte keys and elems that keeps its 2^B buckets however many entries are put in, so
 * that loads can be measured at which a map would long have grown. All else is the map's own: keys
 * are hashed, placed and chained by {@link Assign}.
 *
 * <p>It stands in the package of the map's insides, which nobody else can read.
 */
public final class FixedSizeMap {
  private final GoMap<Long, Long> map;
  private final BucketArray array;
  private int filled;

  /**
   * An empty map.
   *
   * @param keyType hashes the keys, which are 0, 1, 2, ...
   * @param b 4 to 24: the map has 2^b buckets
   * @param seed makes the map repeatable
   */
  public FixedSizeMap(KeyType<Long> keyType, int b, long seed) {
    long hint = 13L << (b - 1); // as many entries as 2^b buckets take
    map = GoMap.<Long>builder(keyType).elem(TypeLayout.WORD).hint(hint).seed(seed).build();
    BucketArray made = header().buckets;
    if (made == null || made.b != b) {
      throw new IllegalArgumentException("this JVM has no memory for a map of 2^" + b + " buckets");
    }
    array = made;
  }

  /** The map itself. It is sound for reading only. */
  public GoMap<Long, Long> map() {
    return map;
  }

  /**
   * Puts further keys in.
   *
   * @param entries how many the map has afterwards
   */
  public void fillTo(int entries) {
    Hmap h = header();
    for (; filled < entries; filled++) {
      // Whether to grow is decided by the count, so a map that is not to grow must not know it.
      h.count = 0;
      Long keyAndElem = (long) filled;
      var unused = Assign.mapassign(h, keyAndElem, keyAndElem, false);
    }
    h.count = filled;
    if (h.buckets != array || h.growing()) {
      throw new IllegalStateException("a map that was not to grow has grown");
    }
  }

  /**
   * Looks at every bucket, and at the chains that absent keys lead to.
   *
   * @param absentKeys how many keys to look for that are not there
   */
  public BucketTally tally(int absentKeys) {
    long overflowed = 0;
    long entries = 0;
    long checkedByHits = 0;
    for (int bucket = 0; bucket < array.size(); bucket++) {
      overflowed += array.overflow(bucket) < 0 ? 0 : 1;
      long inChain = entriesOfChain(bucket);
      entries += inChain;
      checkedByHits += inChain * (inChain + 1) / 2; // the n-th is found by checking n
    }
    long checkedByMisses = 0;
    Hmap h = header();
    for (long absent = 1; absent <= absentKeys; absent++) {
      checkedByMisses += entriesOfChain((int) MapType.hash(h.t, -absent, h.hash0) & array.mask);
    }
    return new BucketTally(
        h.t.bucket().bucketSize(),
        array.size(),
        overflowed,
        array.overflowBuckets(),
        entries,
        checkedByHits,
        absentKeys,
        checkedByMisses);
  }

  private long entriesOfChain(int head) {
    long entries = 0;
    Bmaps run = array.page(head);
    for (int bucket = head; run != null; run = bucket < 0 ? null : array.runOf(bucket)) {
      entries += Long.bitCount(TopHash.occupied(run.tops(bucket)));
      bucket = run.overflow(bucket);
    }
    return entries;
  }

  private Hmap header() {
    return map;
  }
}
