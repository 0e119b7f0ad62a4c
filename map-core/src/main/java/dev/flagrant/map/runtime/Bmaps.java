package dev.flagrant.map.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A run of buckets, Go's {@code bmap}, laid out flat: one {@code long} of tophash bytes a bucket,
 * eight pairs of key and elem a bucket in one array of references, and one link a bucket.
 *
 * <p>A bucket is named by its number in the whole {@link BucketArray}, of which this is a part. The
 * methods take such numbers. The length of a run is a power of two and its first bucket is a
 * multiple of it, so the low bits of the number are the place in the run. The arrays are final, so
 * that even a map handed over by a data race shows them whole.
 */
class Bmaps {
  static final int BUCKET_CNT_BITS = 3;
  static final int BUCKET_CNT = 1 << BUCKET_CNT_BITS;

  final long[] tophash;

  /**
   * The key of cell i of the bucket at place p is at 16p + 2i, and its elem follows it. Go has the
   * keys first and the elems after them, to save padding, of which references need none; side by
   * side, the two mostly share a cache line.
   */
  final @Nullable Object[] cells;

  /** The number of the next bucket of the chain; one not higher than its own ends the chain. */
  final int[] overflow;

  Bmaps(int size) {
    this.tophash = new long[size];
    this.cells = new @Nullable Object[size << (BUCKET_CNT_BITS + 1)];
    this.overflow = new int[size];
  }

  // ---- By number and cell ----

  final long tops(int bucket) {
    return topsAt(place(bucket));
  }

  final void setTops(int bucket, long tops) {
    setTopsAt(place(bucket), tops);
  }

  final void setTop(int bucket, int cell, int top) {
    int place = place(bucket);
    tophash[place] = TopHash.with(tophash[place], cell, top);
  }

  final @Nullable Object key(int bucket, int cell) {
    return keyAt(indexOf(place(bucket), cell));
  }

  final void setKey(int bucket, int cell, @Nullable Object key) {
    setKeyAt(indexOf(place(bucket), cell), key);
  }

  final @Nullable Object elem(int bucket, int cell) {
    return elemAt(indexOf(place(bucket), cell));
  }

  final void setElem(int bucket, int cell, @Nullable Object elem) {
    setElemAt(indexOf(place(bucket), cell), elem);
  }

  // ---- By place in this run, and index in the cells ----

  /** The place of a bucket in this run. */
  final int place(int bucket) {
    return bucket & (tophash.length - 1);
  }

  /** The index of the key of a cell; its elem is at the next one. */
  static int indexOf(int place, int cell) {
    return (place << (BUCKET_CNT_BITS + 1)) + (cell << 1);
  }

  /** The cell whose key is at an index. */
  static int cellOf(int index) {
    return (index >>> 1) & (BUCKET_CNT - 1);
  }

  final long topsAt(int place) {
    return tophash[place];
  }

  final void setTopsAt(int place, long tops) {
    tophash[place] = tops;
  }

  final @Nullable Object keyAt(int index) {
    return cells[index];
  }

  final void setKeyAt(int index, @Nullable Object key) {
    cells[index] = key;
  }

  final @Nullable Object elemAt(int index) {
    return cells[index + 1];
  }

  final void setElemAt(int index, @Nullable Object elem) {
    cells[index + 1] = elem;
  }

  /**
   * Searches one bucket for a key.
   *
   * @param place the place of the bucket in this run
   * @param tops the tophash word of the bucket
   * @return the index of the key, or -1
   */
  final int find(MapType t, int place, long tops, @Nullable Object key, int top) {
    for (long hits = TopHash.candidates(tops, top); hits != 0; hits &= hits - 1) {
      int index = indexOf(place, TopHash.first(hits));
      if (t.equal(key, keyAt(index))) {
        return index;
      }
    }
    return -1;
  }

  /** The number of the bucket that follows in the chain, or -1. */
  final int overflow(int bucket) {
    // Buckets are handed out in rising order, so an honest chain rises. The comparison is the test
    // for "none" (the link is 0), and it also makes a cycle tied by racing writers impossible.
    int next = overflow[place(bucket)];
    return next > bucket ? next : -1;
  }

  final void setOverflow(int bucket, int next) {
    overflow[place(bucket)] = next;
  }
}
