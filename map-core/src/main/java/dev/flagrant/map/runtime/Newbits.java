package dev.flagrant.map.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Of the hash of every entry of a large array the bits that will decide, at the next one or two
 * growths, which half the entry goes to: each of them is the bit that Go calls {@code newbit}. A
 * growth that finds them need not load the keys, which are objects all over the heap; those loads
 * were most of what it costs to move a large map.
 *
 * <p>A growth to an array with B = 13, 16, 19 and so on hashes the keys, and keeps two bits for the
 * two growths after it. So one growth in three hashes, for one byte a bucket on average.
 *
 * <p>Outside, the bits of a bucket are a word like one of {@link TopHash}: bit 5 of byte i is the
 * bit of the entry in cell i at the next growth, and bits 6 and 7 are those at the two after that.
 */
final class Newbits {
  /** One growth in so many hashes the keys. */
  private static final int PERIOD = 3;

  /** Where in the byte of a cell its bit for the next growth is. */
  private static final int NEXT = Byte.SIZE - PERIOD;

  /** As many bits as a hash is asked for at once. */
  private static final long ALL = (1 << PERIOD) - 1;

  /** Bit i of byte i. */
  private static final long DIAGONAL = 0x8040_2010_0804_0201L;

  /** For how many growths there are bits. */
  private final int growths;

  /** As many bytes a bucket; bit i of each is that of cell i. Of an empty cell it means nothing. */
  private final byte[] bits;

  private Newbits(int size, int growths) {
    this.growths = growths;
    this.bits = new byte[size * growths];
  }

  /** For the regular buckets of an array of 2^b; null if it keeps none. */
  static @Nullable Newbits make(MapType t, int b) {
    if (b <= Page.BITS || !t.reflexiveKey) { // a NaN has no hash to keep bits of
      return null;
    }
    int growths = (PERIOD - b % PERIOD) % PERIOD;
    return growths == 0 ? null : new Newbits(1 << b, growths);
  }

  /** For overflow buckets of the same array. */
  Newbits ofOverflow(int size) {
    return new Newbits(size, growths);
  }

  /**
   * Keeps the bits of an entry.
   *
   * @param hash moved down, so that the bit for the next growth is its lowest
   */
  void set(int place, int cell, long hash) {
    for (int i = 0; i < growths; i++) {
      int at = place * growths + i;
      bits[at] = (byte) ((bits[at] & ~(1 << cell)) | ((int) (hash >>> i & 1) << cell));
    }
  }

  /** Whether what is kept of an entry is of this hash, which is moved down as for {@link #set}. */
  boolean hold(int place, int cell, long hash) {
    long kept = word(place) >>> ((cell << 3) + NEXT) & ALL;
    return kept == (hash & ((1 << growths) - 1));
  }

  /** The word of a bucket. */
  long word(int place) {
    long word = 0;
    for (int i = 0; i < growths; i++) {
      long spread = (bits[place * growths + i] & 0xFFL) * TopHash.ONES & DIAGONAL;
      word |= TopHash.notZero(spread) >>> (PERIOD - 1 - i);
    }
    return word;
  }

  /**
   * Keeps what is left of the bits of entries that come from an array half as large.
   *
   * @param cell the first of the cells that they are put into
   * @param word of the bucket that they come from
   * @param from the mask of their cells there
   */
  void take(int place, int cell, long word, long from) {
    int at = cell;
    for (long rest = from; rest != 0; rest &= rest - 1) {
      set(place, at, word >>> ((TopHash.first(rest) << 3) + NEXT + 1));
      at++;
    }
  }

  /**
   * What the hash of an entry adds to a word.
   *
   * @param cell the mask of its cell
   * @param hash moved down, so that the bit for the next growth is its lowest
   */
  static long ofHash(long cell, long hash) {
    // By a product and not by a branch: a bit of a hash is a coin flip.
    return (cell >>> (PERIOD - 1)) * (hash & ALL);
  }

  /** The word for {@link #take} of entries that come from an array of the same size. */
  static long undivided(long word) {
    return word << 1;
  }

  /** The mask of the entries whose bit for the next growth is set. */
  static long goToY(long word, long filled) {
    return word << (PERIOD - 1) & filled;
  }
}
