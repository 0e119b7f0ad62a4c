package dev.flagrant.map.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The 2^B regular buckets of an array. Up to 4,096 are one run, which is this object. If there are
 * more, this object has their words and links, and a {@link Page} the keys and elems of each 4,096,
 * which is made by the first write to them. So a growth does not begin with the clearing of one
 * very large array, and does not hold two whole ones until its end: it lets go of a page once all
 * of its buckets have been evacuated. The words stay, which say so.
 */
abstract class Pages extends Bmaps {
  /** 2^B - 1; Go's {@code bucketMask(h.B)}. */
  final int mask;

  /** Null if this object is the only run. */
  private final @Nullable Page @Nullable [] pages;

  Pages(MapType t, int b) {
    super(
        new long[1 << b],
        b <= Page.BITS ? 1 << b : 0,
        b <= Page.BITS ? null : new Links(1 << b),
        Newbits.make(t, b));
    this.mask = (1 << b) - 1;
    this.pages = b <= Page.BITS ? null : new @Nullable Page[1 << (b - Page.BITS)];
  }

  final int size() {
    return mask + 1;
  }

  /** Whether a regular bucket has been evacuated. Go's {@code bucketEvacuated}. */
  final boolean evacuated(int bucket) {
    return TopHash.evacuated(tops(bucket));
  }

  /**
   * The run that holds a regular bucket.
   *
   * @return null if nobody has written to it yet, or if it has been let go of: it reads as empty
   */
  final @Nullable Bmaps page(int bucket) {
    return pageAt(place(bucket));
  }

  /** The same, of the bucket at a place. */
  final @Nullable Bmaps pageAt(int place) {
    return pages == null ? this : pages[place >>> Page.BITS];
  }

  /** The same, made if it is not there. */
  final Bmaps pageToWrite(int bucket) {
    int place = place(bucket);
    Bmaps page = pageAt(place);
    return page != null ? page : makePage(place);
  }

  private Bmaps makePage(int place) {
    if (pages == null) {
      return this;
    }
    Page made = new Page(this);
    pages[place >>> Page.BITS] = made;
    return made;
  }

  /** Lets go of the pages that end between two buckets. */
  final void dropPages(int from, int to) {
    if (pages != null) {
      int end = Math.min(to >>> Page.BITS, pages.length);
      for (int i = from >>> Page.BITS; i < end; i++) {
        pages[i] = null;
      }
    }
  }

  @Override
  void clear() {
    super.clear();
    for (int i = 0; pages != null && i < pages.length; i++) {
      Page page = pages[i];
      if (page != null) {
        Arrays.fill(page.cells, null);
      }
    }
  }
}
