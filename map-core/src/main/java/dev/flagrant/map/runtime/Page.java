package dev.flagrant.map.runtime;

import org.jspecify.annotations.Nullable;

/**
 * 4,096 of the regular buckets of a large array. The keys and elems are its own; the tophash words
 * and the links are the array's.
 */
final class Page extends Bmaps {
  static final int BITS = 12;

  Page(long[] tophash, @Nullable Links links) {
    super(tophash, 1 << BITS, links);
  }
}
