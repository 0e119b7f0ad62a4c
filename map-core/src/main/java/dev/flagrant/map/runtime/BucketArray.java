package dev.flagrant.map.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An array of 2^B buckets with its overflow buckets: what Go's {@code hmap.buckets} points to, and
 * what is reachable from there.
 *
 * <p>Buckets are numbered: the 2^B regular ones, which are in {@link Pages}, then the overflow
 * buckets that Go preallocates, then those that it allocates singly. Overflow buckets are handed
 * out in that order, and never given back but by {@link #clear} and by an evacuation that fails.
 * All of them are allocated here in small runs, when they are needed: which ones Go would have
 * preallocated is only counted.
 */
final class BucketArray extends Pages {
  /** The largest B: so many buckets have room for as many entries as an {@code int} can count. */
  static final int MAX_B = 29;

  /** From this B on some overflow buckets are preallocated. */
  private static final int MIN_B_WITH_PREALLOCATION = 4;

  private static final int MAX_RUN_BITS = 8;

  /** Go's {@code hmap.B}. Kept here, so that an array and its size are never seen apart. */
  final int b;

  /**
   * The answer of {@link #maxCount()}. 0 makes the next insertion grow the map: so too many
   * overflow buckets are noticed when there is one more of them, and not looked for by every
   * insertion.
   */
  int maxCount;

  /** How many overflow buckets Go allocates together with this array. */
  private final int preallocated;

  /** How many overflow buckets have been handed out; Go's {@code mapextra.nextOverflow}. */
  int taken;

  /** Whether an evacuation to here was broken off, and is to be undone. */
  boolean brokenOff;

  /** Of which old bucket that was. */
  int brokenOffBucket;

  /** How many of the overflow buckets were handed out by that evacuation. */
  int takenInVain;

  /** The overflow buckets, in runs of 2^{@link #runBits}. */
  private @Nullable Bmaps @Nullable [] runs;

  /** How often the map has been cleared: handed on from array to array, for iterations to see. */
  private int clears;

  /** The answer of {@link #lastSeed()}. */
  private int lastSeed;

  private BucketArray(MapType t, int b, int preallocated) {
    super(t, b);
    this.b = b;
    this.maxCount = Grow.maxCount(b);
    this.preallocated = preallocated;
  }

  /**
   * Go's {@code makeBucketArray} without an old array: 2^b buckets, and from b = 4 on the overflow
   * buckets that a median filling needs, as many more as fit in the memory Go would be handed.
   */
  static BucketArray make(MapType t, int b) {
    int base = 1 << b;
    int atOnce = base;
    if (b >= MIN_B_WITH_PREALLOCATION) {
      long bucketSize = t.bucket.bucketSize();
      long wanted = (base + (base >>> MIN_B_WITH_PREALLOCATION)) * bucketSize;
      atOnce = (int) (SizeClasses.roundUpSize(wanted) / bucketSize);
    }
    return new BucketArray(t, b, atOnce - base);
  }

  /** An estimate of the bytes that an array of 2^b buckets takes on this JVM. */
  static long estimatedBytes(int b) {
    long bytesOfBucket = Long.BYTES + 2L * BUCKET_CNT * Integer.BYTES;
    return (1L << b) * bytesOfBucket;
  }

  /**
   * How many entries the map may have: one more calls for a growth. 0 once there are too many
   * overflow buckets.
   */
  int maxCount() {
    return maxCount;
  }

  /** How many overflow buckets have been handed out. */
  int overflowBuckets() {
    return taken;
  }

  int clears() {
    return clears;
  }

  /**
   * Takes over, as the array of a growth, what the map's arrays hand on.
   *
   * @param seed that of the hashes by which the entries lie in the old array
   */
  void succeed(BucketArray old, int seed) {
    clears = old.clears;
    old.lastSeed = seed;
  }

  /** The seed of the hashes by which entries lie here, once the map has another array. */
  int lastSeed() {
    return lastSeed;
  }

  /** How many buckets Go allocates at once: the regular and the preallocated ones. */
  int allocatedAtOnce() {
    return size() + preallocated;
  }

  // ---- Overflow buckets ----

  /** The run that holds a bucket; null if it is a page that is not there, or missing in a race. */
  @Nullable Bmaps runOf(int bucket) {
    if (bucket < size()) {
      return page(bucket);
    }
    @Nullable Bmaps[] present = runs;
    int at = runNumber(bucket);
    return present != null && at < present.length ? present[at] : null;
  }

  /** The overflow bucket to be handed out next. Its run exists when this returns. */
  int nextOverflow() {
    int bucket = size() + taken;
    var unused = ensureRunOf(bucket);
    return bucket;
  }

  /** The run that holds a bucket, allocated if need be. */
  Bmaps ensureRunOf(int bucket) {
    Bmaps found = runOf(bucket);
    if (found != null) {
      return found;
    }
    int at = runNumber(bucket);
    @Nullable Bmaps[] present = runs;
    if (present == null) {
      present = new @Nullable Bmaps[at + 1];
    } else if (at >= present.length) {
      present = Arrays.copyOf(present, Math.max(at + 1, present.length * 2));
    }
    Bmaps made = new Bmaps(1 << runBits(), newbits);
    present[at] = made;
    runs = present;
    return made;
  }

  private int runNumber(int bucket) {
    return (bucket - size()) >>> runBits();
  }

  /** Runs of one bucket for small maps, and never more than a 64th of the array. */
  private int runBits() {
    return Math.max(0, Math.min(b - 6, MAX_RUN_BITS));
  }

  // ---- Emptying ----

  /** Go's {@code makeBucketArray} with a dirty array: this array, as if it were new. */
  @Override
  void clear() {
    super.clear();
    runs = null;
    taken = 0;
    brokenOff = false;
    maxCount = Grow.maxCount(b);
    clears++;
  }

  /** Unlinks a chain and lets go of its keys and elems, but keeps the marks of its buckets. */
  void forgetChain(int head) {
    Bmaps run = page(head);
    int bucket = head;
    while (run != null) {
      bucket = run.forget(bucket);
      run = bucket < 0 ? null : runOf(bucket);
    }
  }

  /**
   * Undoes what an evacuation that was broken off has filled; its entries are in the old array. It
   * can be done once more if it is broken off, too.
   *
   * @param sizeOfOld the number of old buckets
   */
  void undoBrokenOff(int sizeOfOld) {
    empty(place(brokenOffBucket));
    empty(place(brokenOffBucket + sizeOfOld));
    int kept = Math.max(0, taken - takenInVain); // a racing clear may have been here first
    for (int number = kept; number < taken; number++) {
      empty(size() + number);
    }
    taken = kept;
    brokenOff = false;
  }

  private void empty(int bucket) {
    Bmaps run = runOf(bucket);
    if (run != null) {
      run.setTops(bucket, 0);
      var unused = run.forget(bucket);
    }
  }

  /** How many buckets a chain has. */
  int chainLength(int bucket) {
    int length = 0;
    Bmaps run = page(bucket);
    int at = bucket;
    while (run != null) {
      length++;
      at = run.overflow(at);
      run = at < 0 ? null : runOf(at);
    }
    return length;
  }
}
