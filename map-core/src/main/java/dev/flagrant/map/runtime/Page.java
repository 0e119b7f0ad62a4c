package dev.flagrant.map.runtime;

/**
 * 4,096 of the regular buckets of a large array. The keys and elems are its own; all else is the
 * array's.
 */
final class Page extends Bmaps {
  static final int BITS = 12;

  Page(Bmaps array) {
    super(array.tophash, 1 << BITS, array.sparseLinks, array.newbits);
  }
}
