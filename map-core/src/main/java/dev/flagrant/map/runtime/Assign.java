package dev.flagrant.map.runtime;

import dev.flagrant.map.AccessListener.Operation;
import dev.flagrant.map.ConcurrentModificationError.Kind;
import dev.flagrant.map.ConcurrentModificationError.Site;
import dev.flagrant.map.GoPanic;
import org.jspecify.annotations.Nullable;

/** Assignment: Go's {@code mapassign}. */
public final class Assign {
  private Assign() {}

  /**
   * Puts an entry in, or replaces the elem of one that is there.
   *
   * <p>Go returns the address of the elem, which the caller fills in after the flag is taken away;
   * here the elem is stored before, so that the check at the end covers it.
   *
   * @param onlyIfAbsent leave a present elem that is not null as it is
   * @return the elem that was there, or {@link Access#ZERO_VAL}
   * @throws GoPanic if the map is nil or the key cannot be hashed
   */
  public static @Nullable Object mapassign(
      Hmap h, @Nullable Object key, @Nullable Object elem, boolean onlyIfAbsent) {
    if (h.isNil()) {
      throw GoPanic.nilMap();
    }
    h.enter(Operation.WRITE);
    h.checkNotWriting(Kind.WRITES, Site.START);
    // Hashed before the flip: a hash that throws has written nothing.
    int seed = h.hash0;
    long hash = h.t.hash(key, seed);
    h.flipWriting(seed);
    Object previous;
    try {
      previous = assign(h, key, hash, elem, onlyIfAbsent);
    } catch (Throwable e) {
      h.abandonWriting();
      throw e;
    }
    h.endWriting();
    return previous;
  }

  private static @Nullable Object assign(
      Hmap h, @Nullable Object key, long hash, @Nullable Object elem, boolean onlyIfAbsent) {
    MapType t = h.t;
    int top = TopHash.of(hash);
    boolean grown = false;
    while (true) {
      BucketArray array = bucketsOf(h);
      int bucket = (int) hash & array.mask;
      Grow.growWork(h, hash);
      Bmaps run = array;
      Bmaps insertRun = null;
      int insertBucket = 0;
      int insertCell = 0;
      while (true) {
        long tops = run.tops(bucket);
        for (long hits = TopHash.candidates(tops, top); hits != 0; hits &= hits - 1) {
          int cell = TopHash.first(hits);
          if (t.equal(key, run.key(bucket, cell))) {
            return update(t, run, bucket, cell, key, elem, onlyIfAbsent);
          }
        }
        long empties = TopHash.empty(tops);
        if (empties != 0 && insertRun == null) {
          insertRun = run;
          insertBucket = bucket;
          insertCell = TopHash.first(empties);
        }
        int next = TopHash.hasEmptyRest(tops) ? -1 : run.overflow(bucket);
        Bmaps nextRun = next < 0 ? null : array.runOf(next);
        if (nextRun == null) {
          break;
        }
        run = nextRun;
        bucket = next;
      }

      // One write never starts two growths, unless a race has left fewer counted than there are:
      // then
      // a growth to the same size ends at once with as many overflow buckets, for ever.
      if (!grown && !h.growing() && Grow.isDue(h, array)) {
        Grow.hashGrow(h, array);
        grown = true;
        continue; // growing invalidates everything found so far
      }
      if (insertRun == null) {
        insertBucket = Overflow.chain(h, array, run, bucket);
        insertRun = array.ensureRunOf(insertBucket);
        insertCell = 0;
      }
      insertRun.setKey(insertBucket, insertCell, key);
      insertRun.setElem(insertBucket, insertCell, elem);
      insertRun.setTop(insertBucket, insertCell, top);
      h.count++;
      return Access.ZERO_VAL;
    }
  }

  /** The buckets, made now if this is the first write to a map without a hint. */
  private static BucketArray bucketsOf(Hmap h) {
    BucketArray present = h.buckets;
    if (present == null) {
      present = BucketArray.make(h.t, 0);
      h.buckets = present;
    }
    return present;
  }

  private static @Nullable Object update(
      MapType t,
      Bmaps run,
      int bucket,
      int cell,
      @Nullable Object key,
      @Nullable Object elem,
      boolean onlyIfAbsent) {
    Object previous = run.elem(bucket, cell);
    if (!onlyIfAbsent || previous == null) {
      if (t.needKeyUpdate) {
        run.setKey(bucket, cell, key);
      }
      run.setElem(bucket, cell, elem);
    }
    return previous;
  }
}
