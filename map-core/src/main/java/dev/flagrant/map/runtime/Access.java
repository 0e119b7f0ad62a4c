package dev.flagrant.map.runtime;

import dev.flagrant.map.AccessListener.Operation;
import dev.flagrant.map.ConcurrentModificationError.Kind;
import dev.flagrant.map.ConcurrentModificationError.Site;
import org.jspecify.annotations.Nullable;

/** Lookups: Go's {@code mapaccess1}, {@code mapaccess2}, {@code mapaccessK} and the fat forms. */
public final class Access {
  /**
   * The answer for a key that is not in the map, to be compared by identity: Go's {@code zeroVal}.
   * No map ever holds it as an elem.
   */
  public static final Object ZERO_VAL = new Object();

  private Access() {}

  /**
   * The elem of a key, or {@link #ZERO_VAL}.
   *
   * <p>The order is Go's: a nil or empty map answers before the flags are looked at, so that a race
   * on an empty map goes unseen; but a key that cannot be hashed is refused even then.
   */
  public static @Nullable Object mapaccess1(Hmap h, @Nullable Object key) {
    h.enter(Operation.READ);
    if (h.count == 0) {
      h.t.hashIfMightPanic(key);
      return ZERO_VAL;
    }
    int seen = h.checkNotWriting(Kind.READ_AND_WRITE, Site.READ);
    Object elem = find(h, key, null);
    h.endReading(seen, Kind.READ_AND_WRITE, Site.READ);
    return elem;
  }

  /** Whether the map has the key; the other half of Go's {@code mapaccess2}. */
  public static boolean mapaccess2(Hmap h, @Nullable Object key) {
    return mapaccess1(h, key) != ZERO_VAL;
  }

  /** The elem of a key, or a zero value of the caller's; both of Go's {@code _fat} forms. */
  public static @Nullable Object mapaccessFat(Hmap h, @Nullable Object key, @Nullable Object zero) {
    Object elem = mapaccess1(h, key);
    return elem == ZERO_VAL ? zero : elem;
  }

  /**
   * Looks a key up again for an iterator and leaves the key and elem there. As in Go it looks
   * neither at the flags nor at the hooks; the iterator has.
   *
   * @return whether the map still has the key
   */
  static boolean mapaccessK(Hmap h, @Nullable Object key, Hiter it) {
    if (h.count == 0) {
      return false;
    }
    Object elem = find(h, key, it);
    if (elem == ZERO_VAL) {
      return false;
    }
    it.elem = elem;
    return true;
  }

  /** The number of entries; Go's {@code reflect_maplen}, which looks at no flag. */
  public static int maplen(Hmap h) {
    h.enter(Operation.READ);
    return Math.max(0, h.count); // racing deletions may count one entry twice
  }

  /** The one search loop. Gives the stored key to an iterator, if there is one. */
  private static @Nullable Object find(Hmap h, @Nullable Object key, @Nullable Hiter it) {
    MapType t = h.t;
    long hash = t.hash(key, h.hash0);
    BucketArray array = h.buckets;
    if (array == null) {
      return ZERO_VAL;
    }
    int bucket = (int) hash & array.mask;
    BucketArray old = h.oldbuckets;
    if (old != null) {
      int oldbucket = (int) hash & old.mask;
      if (!old.evacuated(oldbucket)) {
        array = old;
        bucket = oldbucket;
      }
    }
    int top = TopHash.of(hash);
    Bmaps run = array;
    while (run != null) {
      long tops = run.tops(bucket);
      for (long hits = TopHash.candidates(tops, top); hits != 0; hits &= hits - 1) {
        int cell = TopHash.first(hits);
        Object stored = run.key(bucket, cell);
        if (t.equal(key, stored)) {
          if (it != null) {
            it.key = stored;
          }
          return run.elem(bucket, cell);
        }
      }
      if (TopHash.hasEmptyRest(tops)) {
        break;
      }
      bucket = run.overflow(bucket);
      run = bucket < 0 ? null : array.runOf(bucket);
    }
    return ZERO_VAL;
  }
}
