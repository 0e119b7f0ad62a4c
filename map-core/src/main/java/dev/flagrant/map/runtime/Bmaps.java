package dev.flagrant.map.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A run of buckets, Go's {@code bmap}, laid out flat: one {@code long} of tophash bytes a bucket,
 * eight keys then eight elems a bucket in one array of references, and one link a bucket.
 *
 * <p>A bucket is named by its number in the whole {@link BucketArray}, of which this is the part
 * that begins at {@link #first}. The methods take such numbers. The arrays are final, so that even
 * a map handed over by a data race shows them whole.
 */
class Bmaps {
  static final int BUCKET_CNT_BITS = 3;
  static final int BUCKET_CNT = 1 << BUCKET_CNT_BITS;

  final long[] tophash;

  /** Of bucket n the keys are at 16n to 16n + 7 and the elems at 16n + 8 to 16n + 15. */
  final @Nullable Object[] cells;

  /** The number of the next bucket of the chain; one not higher than its own ends the chain. */
  final int[] overflow;

  /** The number of the first bucket of this run. */
  final int first;

  Bmaps(int first, int size) {
    this.first = first;
    this.tophash = new long[size];
    this.cells = new @Nullable Object[size << (BUCKET_CNT_BITS + 1)];
    this.overflow = new int[size];
  }

  final long tops(int bucket) {
    return tophash[bucket - first];
  }

  final void setTops(int bucket, long tops) {
    tophash[bucket - first] = tops;
  }

  final void setTop(int bucket, int cell, int top) {
    tophash[bucket - first] = TopHash.with(tophash[bucket - first], cell, top);
  }

  final @Nullable Object key(int bucket, int cell) {
    return cells[keyAt(bucket, cell)];
  }

  final void setKey(int bucket, int cell, @Nullable Object key) {
    cells[keyAt(bucket, cell)] = key;
  }

  final @Nullable Object elem(int bucket, int cell) {
    return cells[keyAt(bucket, cell) + BUCKET_CNT];
  }

  final void setElem(int bucket, int cell, @Nullable Object elem) {
    cells[keyAt(bucket, cell) + BUCKET_CNT] = elem;
  }

  private int keyAt(int bucket, int cell) {
    return ((bucket - first) << (BUCKET_CNT_BITS + 1)) + cell;
  }

  /** The number of the bucket that follows in the chain, or -1. */
  final int overflow(int bucket) {
    // Buckets are handed out in rising order, so an honest chain rises. The comparison is the test
    // for "none" (the link is 0), and it also makes a cycle tied by racing writers impossible.
    int next = overflow[bucket - first];
    return next > bucket ? next : -1;
  }

  final void setOverflow(int bucket, int next) {
    overflow[bucket - first] = next;
  }
}
