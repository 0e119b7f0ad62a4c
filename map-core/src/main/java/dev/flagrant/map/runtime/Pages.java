package dev.flagrant.map.runtime;

import dev.flagrant.map.ConcurrentModificationError.Kind;
import dev.flagrant.map.ConcurrentModificationError.Site;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The 2^B regular buckets of an array. Up to 4,096 are one run, which is this object. If there are
 * more, this object has their words and links, and a {@link Page} the keys and elems of each 4,096.
 * So a growth does not hold two whole arrays until its end: it lets go of a page once all of its
 * buckets have been evacuated. The words stay, which say so.
 */
abstract class Pages extends Bmaps {
  /** 2^B - 1; Go's {@code bucketMask(h.B)}. */
  final int mask;

  /** Null if this object is the only run. */
  private final @Nullable Page @Nullable [] pages;

  Pages(int b) {
    super(new long[1 << b], b <= Page.BITS ? 1 << b : 0, b <= Page.BITS ? null : new Links(1 << b));
    this.mask = (1 << b) - 1;
    this.pages = sharedLinks == null ? null : pages(tophash, sharedLinks);
  }

  private static @Nullable Page[] pages(long[] tophash, Links links) {
    @Nullable Page[] pages = new @Nullable Page[tophash.length >>> Page.BITS];
    Arrays.setAll(pages, i -> new Page(tophash, links));
    return pages;
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
   * @return null if it has been let go of; only a thread that is racing meets that
   */
  final @Nullable Bmaps page(int bucket) {
    return pages == null ? this : pages[place(bucket) >>> Page.BITS];
  }

  /**
   * The same for a thread that is writing.
   *
   * @throws dev.flagrant.map.ConcurrentModificationError if the page has been let go of
   */
  final Bmaps pageForWriting(Hmap h, int bucket) {
    Bmaps page = page(bucket);
    if (page == null) {
      throw Detection.of(h, Kind.BAD_MAP_STATE, Site.GROW);
    }
    return page;
  }

  /** Lets go of the pages all of whose buckets are below a number. */
  final void dropPagesBelow(int bucket) {
    if (pages != null) {
      // Downwards, and as far as they are still there: those below have been let go of before.
      for (int i = (bucket >>> Page.BITS) - 1; i >= 0 && pages[i] != null; i--) {
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
