package dev.flagrant.map.runtime;

import dev.flagrant.map.AccessListener.Operation;
import dev.flagrant.map.ConcurrentModificationError.Kind;
import dev.flagrant.map.ConcurrentModificationError.Site;
import org.jspecify.annotations.Nullable;

/** Removal: Go's {@code mapdelete} and {@code mapclear}. */
public final class Delete {
  private Delete() {}

  /**
   * Removes an entry. On a nil or empty map it does nothing, before the flags are looked at.
   *
   * @return the elem that was there, or {@link Access#ZERO_VAL}
   */
  public static @Nullable Object mapdelete(Hmap h, @Nullable Object key) {
    h.enter(Operation.WRITE);
    if (h.count == 0) {
      h.type().hashIfMightPanic(key);
      return Access.ZERO_VAL;
    }
    h.checkNotWriting(Kind.WRITES, Site.START);
    int seed = h.hash0;
    long hash = MapType.hash(h.type(), key, seed);
    h.flipWriting(seed);
    Object previous = null;
    Throwable failure = null;
    try {
      previous = delete(h, key, hash);
    } catch (Throwable e) {
      failure = e; // as in mapassign
    }
    boolean marked;
    try {
      marked = h.endWriting();
    } catch (Throwable e) {
      h.unended = true; // as in mapassign
      throw e;
    }
    h.requireMarked(marked, failure);
    return previous;
  }

  /**
   * Decides the commonest cases in few steps, while no growth is under way: the first bucket is the
   * whole chain, and its first candidate is the key, or it has none.
   */
  private static @Nullable Object delete(Hmap h, @Nullable Object key, long hash) {
    BucketArray array = h.buckets;
    if (array == null) {
      return Access.ZERO_VAL;
    }
    long top = TopHash.of(hash);
    // A regular bucket is found by the low bits of the hash: its place is its number.
    int bucket = array.place((int) hash);
    long tops = array.topsAt(bucket);
    if (!h.growing() && TopHash.hasEmptyRest(tops)) {
      long hits = TopHash.candidates(tops, top);
      if (hits == 0) {
        return Access.ZERO_VAL;
      }
      int cell = TopHash.first(hits);
      Bmaps run = array.pageToWrite(bucket);
      int index = run.indexOf(bucket, cell);
      if (run.prefetched(bucket) && h.type().equal(key, run.keyAt(index))) {
        Object previous = run.elemAt(index);
        // No branch on whether the cell was the last one, which nobody could predict.
        long left = TopHash.withRestEmpty(TopHash.with(tops, cell, TopHash.EMPTY_ONE));
        run.empty(bucket, index, left);
        h.count--;
        reseedIfEmpty(h);
        return previous;
      }
    }
    return deleteFromChain(h, array, key, hash);
  }

  /** Does its part of a growth that is under way, and searches the whole chain. */
  private static @Nullable Object deleteFromChain(
      Hmap h, BucketArray array, @Nullable Object key, long hash) {
    if (h.growing()) {
      Grow.growWork(h, hash);
    }
    long top = TopHash.of(hash);
    int head = array.place((int) hash);
    int bucket = head;
    Bmaps run = array.page(bucket);
    while (run != null) {
      int place = run.place(bucket);
      long tops = run.topsAt(place);
      int index = run.find(h.type(), place, tops, key, top);
      if (index >= 0) {
        return remove(h, array, head, run, bucket, index);
      }
      if (TopHash.hasEmptyRest(tops)) {
        break;
      }
      bucket = run.overflow(bucket);
      run = bucket < 0 ? null : array.runOf(bucket);
    }
    return Access.ZERO_VAL;
  }

  /**
   * Removes the entry whose key is at an index. If nothing comes after it, its cell and the empty
   * cells right before it become {@code emptyRest}, across the overflow buckets back to the head of
   * the chain, so that searches can stop there.
   *
   * <p>What takes calls comes first, as there may be no stack for them.
   */
  private static @Nullable Object remove(
      Hmap h, BucketArray array, int head, Bmaps run, int bucket, int index) {
    Object previous = run.elemAt(index);
    int cell = Bmaps.cellOf(index);
    int place = run.place(bucket);
    long left = TopHash.with(run.topsAt(place), cell, TopHash.EMPTY_ONE);
    ChainWords before = null;
    if (isLast(array, run, bucket, cell)) {
      left = TopHash.withRestEmpty(left);
      if (left == 0 && bucket != head) {
        before = wordsBefore(array, head, bucket);
      }
    }
    run.empty(place, index, left);
    h.count--;
    for (int i = 0; before != null && i < before.runs.length; i++) {
      Bmaps earlier = before.runs[i];
      if (earlier != null) {
        earlier.tophash[before.places[i]] = before.words[i];
      }
    }
    reseedIfEmpty(h);
    return previous;
  }

  /** A new seed makes it harder to find keys that collide again and again. */
  private static void reseedIfEmpty(Hmap h) {
    if (h.count == 0) {
      h.hash0 = h.type().fastrand();
    }
  }

  /** Whether every cell after this one is empty. */
  private static boolean isLast(BucketArray array, Bmaps run, int bucket, int cell) {
    if (cell < Bmaps.BUCKET_CNT - 1) {
      return TopHash.get(run.tops(bucket), cell + 1) == TopHash.EMPTY_REST;
    }
    int next = run.overflow(bucket);
    Bmaps nextRun = next < 0 ? null : array.runOf(next);
    return nextRun == null || TopHash.get(nextRun.tops(next), 0) == TopHash.EMPTY_REST;
  }

  /**
   * The words of the buckets of a chain from the last one with an entry up to a given one, with
   * their empty cells at the end marked as those after which there is nothing.
   */
  private static ChainWords wordsBefore(BucketArray array, int head, int end) {
    ChainWords words = new ChainWords(array.chainLength(head));
    int length = 0;
    int bucket = lastWithEntries(array, head, end);
    Bmaps run = array.runOf(bucket);
    while (run != null && bucket < end && length < words.runs.length) {
      words.set(length, run, run.place(bucket), TopHash.withRestEmpty(run.tops(bucket)));
      length++;
      bucket = run.overflow(bucket);
      run = bucket < 0 ? null : array.runOf(bucket);
    }
    return words;
  }

  /** The last bucket of a chain before a given one that has an entry; the head if none has. */
  private static int lastWithEntries(BucketArray array, int head, int end) {
    int last = head;
    Bmaps run = array.page(head);
    int bucket = head;
    while (run != null && bucket < end) {
      if (TopHash.withRestEmpty(run.tops(bucket)) != 0) {
        last = bucket;
      }
      bucket = run.overflow(bucket);
      run = bucket < 0 ? null : array.runOf(bucket);
    }
    return last;
  }

  /** Removes every entry, NaN keys included, and keeps the array. Go's {@code mapclear}. */
  public static void mapclear(Hmap h) {
    h.enter(Operation.WRITE);
    if (h.count == 0) {
      return;
    }
    h.checkNotWriting(Kind.WRITES, Site.START);
    h.flipWriting();
    Throwable failure = null;
    try {
      clear(h);
    } catch (Throwable e) {
      failure = e; // as in mapassign
    }
    boolean marked;
    try {
      marked = h.endWriting();
    } catch (Throwable e) {
      h.unended = true; // as in mapassign
      throw e;
    }
    h.requireMarked(marked, failure);
  }

  /** The count comes last: if there is no stack for the rest, another clear is no empty one. */
  private static void clear(Hmap h) {
    int seed = h.type().fastrand();
    Grow.abandon(h);
    h.noverflow = 0;
    h.hash0 = seed;
    BucketArray array = h.buckets;
    if (array != null) {
      array.clear();
    }
    h.count = 0;
  }
}
