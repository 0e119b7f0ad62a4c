package dev.flagrant.map.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A run of buckets, Go's {@code bmap}, laid out flat: one {@code long} of tophash bytes a bucket,
 * eight pairs of key and elem a bucket in one array of references, and one link a bucket.
 *
 * <p>A bucket is named by its number in the whole {@link BucketArray}, of which this is a part. The
 * methods take such numbers. The length of a run is a power of two and its first bucket is a
 * multiple of it, so the low bits of the number are the place in the run. The arrays are final, so
 * that even a map handed over by a data race shows them whole. A {@link Page} has its tophash words
 * and links in common with other pages, and so its places, too.
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

  /** A link a bucket, or {@link Links#NONE}; null until the first is set. */
  private int @Nullable [] links;

  /** The links, if there are so many buckets that few are chained; then {@link #links} is null. */
  final @Nullable Links sparseLinks;

  /** What growths will need to know of the hashes, or null if they ask the keys. */
  final @Nullable Newbits newbits;

  /**
   * A run of overflow buckets.
   *
   * @param ofArray what the array keeps; the run keeps the same
   */
  Bmaps(int size, @Nullable Newbits ofArray) {
    this(
        new long[size],
        size,
        size < Links.BLOCK ? null : new Links(size),
        ofArray == null ? null : ofArray.ofOverflow(size));
  }

  /**
   * A run that may share with others all but its cells.
   *
   * @param size how many buckets have cells in this run: a power of two, or 0
   * @param links null if there are few buckets
   */
  Bmaps(long[] tophash, int size, @Nullable Links links, @Nullable Newbits newbits) {
    this.tophash = tophash;
    this.cells = new @Nullable Object[size << (BUCKET_CNT_BITS + 1)];
    this.sparseLinks = links;
    this.newbits = newbits;
  }

  // ---- By number and cell ----

  final long tops(int bucket) {
    return topsAt(place(bucket));
  }

  final void setTops(int bucket, long tops) {
    setTopsAt(place(bucket), tops);
  }

  final void setTop(int bucket, int cell, long top) {
    int place = place(bucket);
    tophash[place] = TopHash.with(tophash[place], cell, top);
  }

  /** Puts an entry into an empty cell. Its newbits are kept by {@link #keepNewbits}. */
  final void fill(int bucket, int cell, @Nullable Object key, @Nullable Object elem, long top) {
    int place = place(bucket);
    int index = indexOf(place, cell);
    long tops = TopHash.with(tophash[place], cell, top);
    // No call from here on: without stack for one, half an entry would stay.
    cells[index] = key;
    cells[(index + 1) & (cells.length - 1)] = elem; // as in setElemAt
    tophash[place] = tops;
  }

  /**
   * Takes the entry out of a cell, without a call as in {@link #fill}.
   *
   * @param index of the key
   * @param tops the tophash word without the entry
   */
  final void empty(int place, int index, long tops) {
    cells[index] = null;
    cells[(index + 1) & (cells.length - 1)] = null; // as in setElemAt
    tophash[place] = tops;
  }

  /**
   * Keeps what growths will need of the hash of an entry, if this run keeps it.
   *
   * @param array that this is a run of
   */
  final void keepNewbits(BucketArray array, int bucket, int cell, long hash) {
    // An array that is its own run is small, and a comparison says so without a load.
    if (this != array && newbits != null) {
      newbits.set(place(bucket), cell, hash >>> array.b);
    }
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

  /** The place of a bucket in this run; of a page, the place in the whole array. */
  final int place(int bucket) {
    return bucket & (tophash.length - 1);
  }

  /**
   * The index of the key of a cell; its elem is at the next one. Masked, since a page has the cells
   * of some of the places only; the mask also is the check of the bounds that HotSpot needs.
   */
  final int indexOf(int place, int cell) {
    return ((place << (BUCKET_CNT_BITS + 1)) + (cell << 1)) & (cells.length - 1);
  }

  /**
   * Always true, and has the processor begin to load the cells of a bucket at once. Else that waits
   * for the tophashes, which say what cell is meant; of a large map neither is in a cache, and one
   * wait comes after the other. Comparing what was loaded keeps HotSpot from leaving the load out;
   * no cell ever holds this object.
   */
  final boolean prefetched(int place) {
    return keyAt(indexOf(place, 0)) != Access.ZERO_VAL;
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
    // The mask changes nothing, since the index of a key is even, and is the check of the bounds.
    return cells[(index + 1) & (cells.length - 1)];
  }

  final void setElemAt(int index, @Nullable Object elem) {
    cells[(index + 1) & (cells.length - 1)] = elem;
  }

  /**
   * Searches one bucket for a key.
   *
   * @param place the place of the bucket in this run
   * @param tops the tophash word of the bucket
   * @return the index of the key, or -1
   */
  final int find(MapType t, int place, long tops, @Nullable Object key, long top) {
    for (long hits = TopHash.candidates(tops, top); hits != 0; hits &= hits - 1) {
      int index = indexOf(place, TopHash.first(hits));
      if (t.equal(key, keyAt(index))) {
        return index;
      }
    }
    return -1;
  }

  // ---- Chains ----

  /** The number of the bucket that follows in the chain, or -1. */
  final int overflow(int bucket) {
    // Buckets are handed out in rising order, so an honest chain rises. The comparison is the test
    // for "none", and it also makes a cycle tied by racing writers impossible.
    int next = link(place(bucket));
    return next > bucket ? next : -1;
  }

  private int link(int place) {
    if (sparseLinks != null) {
      return sparseLinks.get(place);
    }
    int[] own = links;
    return own == null ? Links.NONE : own[place];
  }

  /** Has an overflow bucket follow a bucket. */
  final void setOverflow(int bucket, int next) {
    int place = place(bucket);
    if (sparseLinks != null) {
      sparseLinks.set(place, next);
      return;
    }
    int[] own = links;
    if (own == null) {
      own = new int[tophash.length];
      links = own;
    }
    own[place] = next;
  }

  /** Has nothing follow a bucket; allocates nothing. */
  private void unlink(int bucket) {
    int place = place(bucket);
    int[] own = links;
    if (sparseLinks != null) {
      sparseLinks.remove(place);
    } else if (own != null) {
      own[place] = Links.NONE;
    }
  }

  /**
   * Lets go of the keys and elems of a bucket, and of what follows it in its chain.
   *
   * @return the number of the bucket that followed, or -1
   */
  final int forget(int bucket) {
    int from = indexOf(place(bucket), 0);
    Arrays.fill(cells, from, from + 2 * BUCKET_CNT, null);
    int next = overflow(bucket);
    if (next >= 0) {
      unlink(bucket);
    }
    return next;
  }

  /** Makes every bucket empty. */
  void clear() {
    Arrays.fill(tophash, 0);
    Arrays.fill(cells, null);
    links = null;
    if (sparseLinks != null) {
      sparseLinks.clear();
    }
  }
}
