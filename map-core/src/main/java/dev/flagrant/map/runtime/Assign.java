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
    long hash = MapType.hash(h.type(), key, seed);
    h.flipWriting(seed);
    Object previous = null;
    Throwable failure = null;
    try {
      previous = assign(h, key, hash, elem, onlyIfAbsent);
    } catch (Throwable e) {
      // Ended below, where every write ends. A call from here would be made by failures only, so
      // never put in place; and after a StackOverflowError there may be no stack for a call.
      failure = e;
    }
    boolean marked;
    try {
      marked = h.endWriting();
    } catch (Throwable e) {
      h.unended = true; // without a call
      throw e;
    }
    h.requireMarked(marked, failure);
    return previous;
  }

  /**
   * Decides the two commonest cases in few steps, while no growth is under way: the first candidate
   * of the first bucket is the key, or the first bucket is the whole chain, has no candidate, and
   * has room. Short, so that it is put in place where it is called. The rest is a method of its
   * own: it has more bytecodes than HotSpot puts in place (FreqInlineSize, 325), and so stays a
   * call.
   */
  private static @Nullable Object assign(
      Hmap h, @Nullable Object key, long hash, @Nullable Object elem, boolean onlyIfAbsent) {
    BucketArray array = h.buckets;
    if (array != null && !h.growing()) {
      MapType t = h.type();
      long top = TopHash.of(hash);
      // A regular bucket is found by the low bits of the hash: its place is its number.
      int bucket = array.place((int) hash);
      long tops = array.topsAt(bucket);
      long hits = TopHash.candidates(tops, top);
      Bmaps run = array.pageToWrite(bucket);
      if (hits != 0 && run.prefetched(bucket)) {
        int index = run.indexOf(bucket, TopHash.first(hits));
        if (t.equal(key, run.keyAt(index))) {
          return update(t, run, index, key, elem, onlyIfAbsent);
        }
      } else if (hits == 0 && TopHash.hasEmptyRest(tops) && !Grow.isDue(h, array)) {
        int cell = TopHash.firstEmpty(tops);
        run.keepNewbits(array, bucket, cell, hash);
        return insert(h, run, bucket, cell, key, elem, top);
      }
    }
    return assignInChain(h, key, hash, elem, onlyIfAbsent, true);
  }

  /**
   * Does its part of a growth that is under way, searches the whole chain, and starts a growth or
   * chains an overflow bucket if need be.
   *
   * @param mayGrow false for the second attempt, after a growth has begun. One write never starts
   *     two growths, unless a race has left fewer counted than there are: then a growth to the same
   *     size ends at once with as many overflow buckets, for ever.
   */
  private static @Nullable Object assignInChain(
      Hmap h,
      @Nullable Object key,
      long hash,
      @Nullable Object elem,
      boolean onlyIfAbsent,
      boolean mayGrow) {
    BucketArray array = bucketsOf(h);
    if (h.growing()) {
      Grow.growWork(h, hash);
    }
    MapType t = h.type();
    long top = TopHash.of(hash);
    int bucket = array.place((int) hash);
    Bmaps run = array.pageToWrite(bucket);
    Bmaps insertRun = null;
    int insertBucket = 0;
    int insertCell = 0;
    int buckets = 1;
    while (true) {
      int place = run.place(bucket);
      long tops = run.topsAt(place);
      int index = run.find(t, place, tops, key, top);
      if (index >= 0) {
        return update(t, run, index, key, elem, onlyIfAbsent);
      }
      long empties = TopHash.empty(tops);
      if (empties != 0 && insertRun == null) {
        insertRun = run;
        insertBucket = bucket;
        insertCell = TopHash.first(empties);
      }
      if (TopHash.hasEmptyRest(tops)) {
        break;
      }
      int next = run.overflow(bucket);
      Bmaps nextRun = next < 0 ? null : array.runOf(next);
      if (nextRun == null) {
        break;
      }
      run = nextRun;
      bucket = next;
      buckets++;
    }

    if (mayGrow && !h.growing() && Grow.isDue(h, array)) {
      Grow.hashGrow(h, array);
      // Growing invalidates everything found so far.
      return assignInChain(h, key, hash, elem, onlyIfAbsent, false);
    }
    if (insertRun == null && Flood.isDue(h, buckets) && Flood.resist(h)) {
      long other = MapType.hash(h.type(), key, h.hash0);
      return assignInChain(h, key, other, elem, onlyIfAbsent, mayGrow);
    }
    if (insertRun == null) {
      insertBucket = Overflow.chain(h, array, run, bucket);
      insertRun = array.ensureRunOf(insertBucket);
    }
    insertRun.keepNewbits(array, insertBucket, insertCell, hash);
    return insert(h, insertRun, insertBucket, insertCell, key, elem, top);
  }

  /** Puts an entry into an empty cell. */
  private static @Nullable Object insert(
      Hmap h,
      Bmaps run,
      int bucket,
      int cell,
      @Nullable Object key,
      @Nullable Object elem,
      long top) {
    run.fill(bucket, cell, key, elem, top);
    h.count++;
    return Access.ZERO_VAL;
  }

  /** The buckets, made now if this is the first write to a map without a hint. */
  private static BucketArray bucketsOf(Hmap h) {
    BucketArray present = h.buckets;
    if (present == null) {
      present = BucketArray.make(h.type(), 0);
      h.buckets = present;
    }
    return present;
  }

  private static @Nullable Object update(
      MapType t,
      Bmaps run,
      int index,
      @Nullable Object key,
      @Nullable Object elem,
      boolean onlyIfAbsent) {
    Object previous = run.elemAt(index);
    if (!onlyIfAbsent || previous == null) {
      if (t.needKeyUpdate()) {
        run.setKeyAt(index, key);
      }
      run.setElemAt(index, elem);
    }
    return previous;
  }
}
