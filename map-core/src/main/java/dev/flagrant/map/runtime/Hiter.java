package dev.flagrant.map.runtime;

import dev.flagrant.map.AccessListener.Operation;
import dev.flagrant.map.ConcurrentModificationError.Kind;
import dev.flagrant.map.ConcurrentModificationError.Site;
import org.jspecify.annotations.Nullable;

/**
 * One iteration over a map: Go's {@code hiter}, {@code mapiterinit} and {@code mapiternext}.
 *
 * <p>It walks the array that the map had when the iteration began, from a random bucket round to
 * the same bucket again, and each bucket from a random cell. It stays with that array when the map
 * grows meanwhile: an entry that has been evacuated is looked up again in the map as it is now. An
 * iteration that begins during a growth to a larger array walks the new buckets, and where one has
 * not been filled yet it reads the old bucket instead and picks the entries that will go to the new
 * one.
 *
 * <p>A step that is refused or runs out of stack has not been taken: what takes calls comes before
 * the first store to where the iteration stands, and to the entry it shows.
 */
public class Hiter {
  /** Go's {@code noCheck}: the present bucket's entries need not be sorted out. */
  private static final int NO_CHECK = -1;

  /** The key of the present entry; set by {@link #mapiternext}. */
  protected @Nullable Object key;

  /** The elem of the present entry. */
  protected @Nullable Object elem;

  /** The key, as it is stored, that {@link Access#mapaccessK} has found. */
  @Nullable Object foundKey;

  /** The map, or null if there is nothing left to iterate over. */
  private @Nullable Hmap h;

  /** The kind of the map at the time of {@link #mapiterinit}. */
  private @Nullable MapType type;

  /** The array at the time of {@link #mapiterinit}. */
  private @Nullable BucketArray buckets;

  /** The old array, while one of its buckets is read in place of a new one; otherwise null. */
  private @Nullable BucketArray oldAtHand;

  /** The run and the number of the bucket at hand; the run is null between chains. */
  private @Nullable Bmaps bptr;

  private int current;

  /** The place of the bucket at hand in its run. */
  private int place;

  private int startBucket;
  private int offset;
  private boolean wrapped;

  /** The next cell of the bucket at hand, counted from {@link #offset}. */
  private int i;

  /** The tophash word of the bucket at hand, as it was when {@link #ahead} was computed. */
  private long tops;

  /** The cells from {@link #i} on that are to be looked at, in the order of this iteration. */
  private long ahead;

  /** Whether every cell ahead can be shown as it is: nothing evacuated, nothing to sort out. */
  private boolean plain;

  /** The number of the next regular bucket. */
  private int bucket;

  private int checkBucket;

  /** {@link BucketArray#clears} as last seen. */
  private int clears;

  /** An iteration that has not begun. */
  protected Hiter() {}

  /** Begins an iteration, before the first entry. Go's also takes the first step. */
  protected final void mapiterinit(Hmap map) {
    map.enter(Operation.ITERATE);
    int seen = map.beginIterating();
    h = null;
    BucketArray present = map.buckets;
    if (map.count == 0 || present == null) {
      return;
    }
    h = map;
    type = map.type();
    buckets = present;
    clears = present.clears();
    bptr = null;
    ahead = 0;
    wrapped = false;
    // One draw of 32 bits is enough: B is at most 29, and the offset takes 3 more.
    int r = map.type().fastrand();
    startBucket = r & present.mask;
    offset = (r >>> present.b) & (Bmaps.BUCKET_CNT - 1);
    bucket = startBucket;
    map.rememberIterator();
    map.endReading(seen, Kind.ITERATION_AND_WRITE, Site.ITERATE);
  }

  /**
   * Takes a step.
   *
   * @return whether there was an entry left; if so it is in {@link #key} and {@link #elem}
   */
  protected final boolean mapiternext() {
    Hmap map = h;
    BucketArray mine = buckets;
    if (map == null || mine == null) {
      return false;
    }
    map.enter(Operation.ITERATE);
    int seen = map.checkNotWriting(Kind.ITERATION_AND_WRITE, Site.ITERATE);
    BucketArray now = map.buckets;
    boolean over = now != null && now.clears() != clears && !survivesClear(now, mine);
    while (!over) {
      Bmaps run = bptr;
      if (run != null) {
        if (run.topsAt(place) != tops) {
          // This thread has changed the bucket since the last step.
          lookAhead(run, current, checkBucket, i);
        }
        while (ahead != 0) {
          int step = TopHash.first(ahead);
          int cell = (step + offset) & (Bmaps.BUCKET_CNT - 1);
          boolean shown =
              plain ? show(map, seen, run, cell) : showIfMine(map, seen, mine, run, cell);
          i = step + 1;
          ahead &= ahead - 1;
          if (shown) {
            return true;
          }
        }
      }
      over = !nextBucket(map, mine);
    }
    // Before the store: a step that is refused has not come to the end, either.
    map.endReading(seen, Kind.ITERATION_AND_WRITE, Site.ITERATE);
    h = null; // the other references stay: each store of one takes G1 long
    return false;
  }

  /** Goes to the next bucket of the chain, or to the next chain, if there is one. */
  private boolean nextBucket(Hmap map, BucketArray mine) {
    Bmaps run = bptr;
    // Behind a bucket whose last cell says so there is nothing left in the chain.
    int at = run == null || TopHash.hasEmptyRest(tops) ? -1 : run.overflow(current);
    BucketArray old = oldAtHand;
    run = at < 0 ? null : (old == null ? mine : old).runOf(at);
    Bmaps words;
    int check = checkBucket;
    int next = bucket;
    boolean wraps = wrapped;
    if (run != null) {
      words = run;
    } else {
      if (next == startBucket && wraps) {
        return false;
      }
      old = oldHolding(map, mine, next);
      check = old == null ? NO_CHECK : next;
      BucketArray in = old == null ? mine : old;
      at = next & in.mask;
      run = in.page(at);
      words = in; // an array has the tophash words of all of its pages
      next = (next + 1) & mine.mask;
      wraps |= next == 0;
    }
    lookAhead(words, at, check, 0);
    bptr = run;
    if (oldAtHand != old) {
      oldAtHand = old; // stored only when it changes, which it hardly ever does
    }
    bucket = next;
    wrapped = wraps;
    return true;
  }

  /** The old array if it still holds what will go to a regular bucket, or null. */
  private static @Nullable BucketArray oldHolding(Hmap map, BucketArray mine, int bucket) {
    BucketArray old = map.oldbuckets;
    // Go asks whether B is the same. That is also so after two growths to the same size, when the
    // old buckets are none that this iteration's mark protects.
    boolean holds = old != null && mine == map.buckets && !old.evacuated(bucket & old.mask);
    return holds ? old : null;
  }

  /**
   * Reads a bucket, which then is the one at hand: which of its cells, from the given step on, are
   * to be looked at.
   */
  private void lookAhead(Bmaps run, int at, int check, int step) {
    int where = run.place(at);
    long word = run.topsAt(where);
    boolean evacuated = TopHash.evacuated(word);
    // Only in a bucket that has been evacuated a cell that is not empty may hold no entry.
    long occupied = evacuated ? TopHash.occupied(word) : TopHash.filled(word);
    long rotated =
        step == Bmaps.BUCKET_CNT
            ? 0
            : Long.rotateRight(occupied, offset << 3) & (-1L << (step << 3));
    current = at;
    checkBucket = check;
    place = where;
    tops = word;
    i = step;
    ahead = rotated;
    plain = check == NO_CHECK && !evacuated;
  }

  /**
   * Sees to it that a clear since the last step shows no entry that is gone, and none twice: an
   * array that is no longer the map's holds nothing any more, and an overflow bucket may already
   * belong to another chain. (Go came to do so in 1.21, by marking the buckets it drops.)
   *
   * @return whether there may be anything left
   */
  private boolean survivesClear(BucketArray now, BucketArray mine) {
    int times = now.clears();
    boolean leavesChain = oldAtHand != null || current >= mine.size();
    if (now != mine) {
      return false;
    }
    clears = times;
    if (leavesChain) {
      bptr = null;
    }
    return true;
  }

  /** Puts the entry of a cell into key and elem, if it is one for this iteration. */
  private boolean showIfMine(Hmap map, int seen, BucketArray mine, Bmaps run, int cell) {
    MapType t = map.type();
    int top = TopHash.get(tops, cell);
    Object k = run.keyAt(run.indexOf(place, cell));
    if (checkBucket != NO_CHECK && !goesToCheckBucket(map, mine, k, top)) {
      return false;
    }
    boolean evacuated = top == TopHash.EVACUATED_X || top == TopHash.EVACUATED_Y;
    if (evacuated && t.equalsItself(k)) {
      // The entry may since have been updated, deleted, or deleted and put in again.
      Object present = Access.mapaccessK(map, k, this);
      return present != Access.ZERO_VAL && show(map, seen, foundKey, present);
    }
    // Either it still is where it was, or it is a NaN: nobody can have changed that.
    return show(map, seen, run, cell);
  }

  /** Puts the entry of a cell into key and elem. */
  private boolean show(Hmap map, int seen, Bmaps run, int cell) {
    int index = run.indexOf(place, cell);
    return show(map, seen, run.keyAt(index), run.elemAt(index));
  }

  /** Has key and elem be those of this step, unless it is refused. */
  private boolean show(Hmap map, int seen, @Nullable Object k, @Nullable Object e) {
    map.endReading(seen, Kind.ITERATION_AND_WRITE, Site.ITERATE);
    key = k;
    elem = e;
    return true;
  }

  /**
   * Whether an entry of an old bucket will be moved, or has been, to the bucket this iteration is
   * at.
   */
  private boolean goesToCheckBucket(Hmap map, BucketArray mine, @Nullable Object k, int top) {
    BucketArray old = oldAtHand;
    // Go asks whether the growth is to the same size. By now it may be another growth than the one
    // that this old bucket belongs to.
    boolean divides = old == null || old.b != mine.b;
    boolean moved = top == TopHash.EVACUATED_X || top == TopHash.EVACUATED_Y;
    if (!divides && !moved) {
      return true;
    }
    MapType t = type;
    if (t != null && t.equalsItself(k)) {
      // Go takes the map's present seed. Once the map has grown out of this array and been emptied,
      // that is not the one by which this iteration will find, or has found, the entries in it.
      int seed = mine == map.buckets ? map.hash0 : mine.lastSeed();
      return ((int) MapType.hash(t, k, seed) & mine.mask) == checkBucket;
    }
    // The hash of a NaN cannot be had again. Its evacuation goes by the low bit of its tophash, and
    // that of its mark says where it went.
    return !divides || checkBucket >>> (mine.b - 1) == (top & 1);
  }
}
