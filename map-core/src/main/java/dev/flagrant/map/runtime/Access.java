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
      h.type().hashIfMightPanic(key);
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

  /** The search of a chain. Gives the stored key to an iterator, if there is one. */
  private static @Nullable Object find(Hmap h, @Nullable Object key, @Nullable Hiter it) {
    MapType t = h.type();
    long hash = t.hash(key, h.hash0);
    BucketArray array = h.buckets;
    if (array == null) {
      return ZERO_VAL;
    }
    BucketArray old = h.oldbuckets;
    if (old != null && !old.evacuated((int) hash)) {
      array = old;
    }
    int top = TopHash.of(hash);
    // A regular bucket is found by the low bits of the hash: its place and its number are the same.
    int bucket = array.place((int) hash);
    long tops = array.topsAt(bucket);
    long hits = TopHash.candidates(tops, top);
    if (hits != 0) {
      Bmaps run = array.page(bucket);
      if (run == null) {
        return ZERO_VAL; // a racing growth has let go of it
      }
      int index = run.indexOf(bucket, TopHash.first(hits));
      Object stored = run.keyAt(index);
      Object elem = run.elemAt(index); // before the keys are compared: one check of the bounds
      if (t.equal(key, stored)) {
        if (it != null) {
          it.key = stored;
        }
        return elem;
      }
    } else if (TopHash.hasEmptyRest(tops)) {
      return ZERO_VAL;
    }
    return findAfterFirst(t, array, bucket, key, top, it);
  }

  /**
   * The search of a whole chain, for the few keys that the first candidate of the first bucket does
   * not decide. Apart from {@link #find}, which is so short enough to be put in place everywhere
   * with all it needs in registers.
   */
  private static @Nullable Object findAfterFirst(
      MapType t, BucketArray array, int head, @Nullable Object key, int top, @Nullable Hiter it) {
    int bucket = head;
    Bmaps run = array.page(head);
    while (run != null) {
      int place = run.place(bucket);
      long tops = run.topsAt(place);
      int index = run.find(t, place, tops, key, top);
      if (index >= 0) {
        if (it != null) {
          it.key = run.keyAt(index);
        }
        return run.elemAt(index);
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
