package dev.flagrant.map.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What a map does against keys that were chosen to collide. Go needs nothing of the kind: it hashes
 * every byte of a key with the map's seed. A Java key has a {@code hashCode} that is known to all
 * but is also free, so maps go by it until a chain is longer than chance allows, and then move at
 * once to the {@linkplain dev.flagrant.map.KeyType#floodResistant flood resistant} hashes.
 */
final class Flood {
  /**
   * A chain of so many full buckets is a flood. With 13/2 entries a bucket on average, 33 in one
   * happen to fewer than one bucket in 10^12.
   */
  static final int FULL_BUCKETS = 4;

  private Flood() {}

  /** Whether a chain calls for other hashes, and the map has others to go over to. */
  static boolean isDue(Hmap h, int fullBuckets) {
    return fullBuckets >= FULL_BUCKETS && h.type().floodResistant() != null;
  }

  /**
   * Moves every entry to a new array of the same size, with other hashes and a new seed, in time
   * proportional to the map. To an iteration that is under way it is a growth that is over: all it
   * finds has been evacuated, and it looks the keys up. An exception of a key's {@code hashCode}
   * passes through, as the end of memory or stack does, and the map has the hashes it had.
   *
   * @return false if a race keeps the map from it
   */
  static boolean resist(Hmap h) {
    finishGrowth(h);
    BucketArray old = h.buckets;
    MapType resistant = h.type().floodResistant();
    if (resistant == null || old == null || h.growing()) {
      return false;
    }
    int seed = h.type().fastrand();
    ChainWords marks = evacuated(old);
    char noverflow = h.noverflow;
    BucketArray array = BucketArray.make(resistant, old.b);
    array.succeed(old, h.hash0);
    try {
      h.noverflow = 0;
      for (int bucket = 0; bucket < old.size(); bucket++) {
        copyChain(h, old, bucket, array, resistant, seed);
      }
    } catch (Throwable e) {
      h.noverflow = noverflow;
      throw e;
    }
    // No call from here on: without stack for one, an iteration would read what was moved away.
    h.t = resistant;
    h.hash0 = seed;
    h.buckets = array;
    for (int bucket = 0; bucket < marks.runs.length; bucket++) {
      Bmaps run = marks.runs[bucket];
      if (run != null) {
        run.tophash[marks.places[bucket]] = marks.words[bucket];
      }
    }
    return true;
  }

  /** An iteration in a map that is growing reads both arrays; in one that is not, its own. */
  private static void finishGrowth(Hmap h) {
    BucketArray old = h.oldbuckets;
    for (int i = old == null ? 0 : old.size(); i > 0 && h.growing(); i--) {
      Grow.growWork(h, h.nevacuate);
    }
  }

  private static void copyChain(
      Hmap h, BucketArray old, int head, BucketArray array, MapType resistant, int seed) {
    Bmaps run = old.page(head);
    for (int bucket = head; run != null; run = bucket < 0 ? null : old.runOf(bucket)) {
      for (long rest = TopHash.filled(run.tops(bucket)); rest != 0; rest &= rest - 1) {
        int cell = TopHash.first(rest);
        Object key = run.key(bucket, cell);
        append(h, array, MapType.hash(resistant, key, seed), key, run.elem(bucket, cell));
      }
      bucket = run.overflow(bucket);
    }
  }

  /** Puts an entry behind the last one of its chain. */
  private static void append(
      Hmap h, BucketArray array, long hash, @Nullable Object key, @Nullable Object elem) {
    int bucket = array.place((int) hash);
    Bmaps run = array.pageToWrite(bucket);
    while (!TopHash.hasEmptyRest(run.tops(bucket))) {
      int next = run.overflow(bucket);
      bucket = next < 0 ? Overflow.chain(h, array, run, bucket) : next;
      run = array.ensureRunOf(bucket);
    }
    int cell = TopHash.firstEmpty(run.tops(bucket));
    run.fill(bucket, cell, key, elem, TopHash.of(hash));
    run.keepNewbits(array, bucket, cell, hash);
  }

  /** What every bucket of an array is to say once its entries have been moved. */
  private static ChainWords evacuated(BucketArray old) {
    ChainWords marks = new ChainWords(old.size() + old.overflowBuckets());
    for (int bucket = 0; bucket < marks.runs.length; bucket++) {
      Bmaps run = old.runOf(bucket);
      if (run != null) {
        long filled = TopHash.filled(run.tops(bucket));
        marks.set(bucket, run, run.place(bucket), TopHash.evacuatedTo(filled, 0));
      }
    }
    return marks;
  }
}
