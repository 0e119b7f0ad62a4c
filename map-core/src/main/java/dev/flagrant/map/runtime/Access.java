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

  /** The elem of a key, or {@link #ZERO_VAL}. */
  public static @Nullable Object mapaccess1(Hmap h, @Nullable Object key) {
    return mapaccessFat(h, key, ZERO_VAL);
  }

  /** Whether the map has the key; the other half of Go's {@code mapaccess2}. */
  public static boolean mapaccess2(Hmap h, @Nullable Object key) {
    return mapaccess1(h, key) != ZERO_VAL;
  }

  /**
   * The elem of a key, or a zero value of the caller's; both of Go's {@code _fat} forms.
   *
   * <p>The order is Go's: a nil or empty map answers before the flags are looked at, so that a race
   * on an empty map goes unseen; but a key that cannot be hashed is refused even then.
   */
  public static @Nullable Object mapaccessFat(Hmap h, @Nullable Object key, @Nullable Object zero) {
    h.enter(Operation.READ);
    if (h.count == 0) {
      h.type().hashIfMightPanic(key);
      return zero;
    }
    int seen = h.checkNotWriting(Kind.READ_AND_WRITE, Site.READ);
    Object elem = find(h, key, null, zero);
    h.endReading(seen, Kind.READ_AND_WRITE, Site.READ);
    return elem;
  }

  /**
   * Looks a key up again for an iterator and leaves the key there, as it is stored. As in Go it
   * looks neither at the flags nor at the hooks; the iterator does.
   *
   * @return the elem, or {@link #ZERO_VAL} if the map does not have the key any more
   */
  static @Nullable Object mapaccessK(Hmap h, @Nullable Object key, Hiter it) {
    return h.count == 0 ? ZERO_VAL : find(h, key, it, ZERO_VAL);
  }

  /** The number of entries; Go's {@code reflect_maplen}, which looks at no flag. */
  public static int maplen(Hmap h) {
    h.enter(Operation.READ);
    return Math.max(0, h.count); // racing deletions may count one entry twice
  }

  /**
   * Decides the commonest cases in few steps, while no growth is under way: the first candidate of
   * the first bucket is the key, or the first bucket is the whole chain and has no candidate.
   * Short, so that it is put in place where it is called. The rest begins anew from the hash: what
   * is handed on occupies registers all the way here, on every lookup.
   *
   * @param it is given the stored key, if it is not null
   * @param zero the answer if the key is not there
   */
  private static @Nullable Object find(
      Hmap h, @Nullable Object key, @Nullable Hiter it, @Nullable Object zero) {
    MapType t = h.type();
    long hash = MapType.hash(t, key, h.hash0);
    BucketArray array = h.buckets;
    if (array != null && !h.growing()) {
      // A regular bucket is found by the low bits of the hash: its place is its number.
      int bucket = array.place((int) hash);
      long tops = array.topsAt(bucket);
      long hits = TopHash.candidates(tops, TopHash.of(hash));
      if (hits != 0) {
        Bmaps run = array.pageAt(bucket);
        if (run != null && run.prefetched(bucket)) { // null: a racing growth has let go of it
          int index = run.indexOf(bucket, TopHash.first(hits));
          Object stored = run.keyAt(index);
          Object elem = run.elemAt(index);
          if (t.equal(key, stored)) {
            if (it != null) {
              it.foundKey = stored;
            }
            return elem;
          }
        }
      } else if (TopHash.hasEmptyRest(tops)) {
        return zero;
      }
    }
    Object elem = findInChain(h, key, hash, it);
    return elem == ZERO_VAL ? zero : elem;
  }

  /**
   * Searches the whole chain, in the old array if its bucket there has not been evacuated. The
   * first bucket and its overflow buckets are written out one after the other: so this has more
   * bytecodes than HotSpot puts in place (FreqInlineSize, 325). JDK 17 would put anything shorter
   * into every lookup, however rarely it is reached, and then spills registers there.
   */
  private static @Nullable Object findInChain(
      Hmap h, @Nullable Object key, long hash, @Nullable Hiter it) {
    BucketArray array = h.buckets;
    BucketArray old = h.oldbuckets;
    if (old != null && !old.evacuated((int) hash)) {
      array = old;
    }
    if (array == null) {
      return ZERO_VAL;
    }
    MapType t = h.type();
    long top = TopHash.of(hash);
    int bucket = array.place((int) hash);
    long tops = array.topsAt(bucket);
    Bmaps run = array.page(bucket);
    if (run == null) {
      return ZERO_VAL; // nobody has written to it, or a racing growth has let go of it
    }
    for (long hits = TopHash.candidates(tops, top); hits != 0; hits &= hits - 1) {
      int index = run.indexOf(bucket, TopHash.first(hits));
      Object stored = run.keyAt(index);
      Object elem = run.elemAt(index);
      if (t.equal(key, stored)) {
        if (it != null) {
          it.foundKey = stored;
        }
        return elem;
      }
    }
    while (!TopHash.hasEmptyRest(tops)) {
      bucket = run.overflow(bucket);
      if (bucket < 0) {
        return ZERO_VAL;
      }
      run = array.runOf(bucket);
      if (run == null) {
        return ZERO_VAL; // a racing reader sees the link, and not yet the run
      }
      int place = run.place(bucket);
      tops = run.topsAt(place);
      for (long hits = TopHash.candidates(tops, top); hits != 0; hits &= hits - 1) {
        int index = run.indexOf(place, TopHash.first(hits));
        Object stored = run.keyAt(index);
        Object elem = run.elemAt(index);
        if (t.equal(key, stored)) {
          if (it != null) {
            it.foundKey = stored;
          }
          return elem;
        }
      }
    }
    return ZERO_VAL;
  }
}
