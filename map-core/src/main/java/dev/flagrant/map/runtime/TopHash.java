package dev.flagrant.map.runtime;

/**
 * The tophash bytes of a bucket: eight cells in one {@code long}, cell 0 in the lowest byte.
 *
 * <p>Possible values of a byte: the states below, or the top byte of the hash of the key in that
 * cell, moved up where it would collide with a state. All cells of a bucket and of its overflow
 * buckets are evacuated or none is.
 *
 * <p>The methods on whole words answer with a <i>mask</i>: bit 7 of byte i is set if cell i is
 * meant, and no other bit. They are exact: no borrow runs from one byte into the next.
 */
final class TopHash {
  /** The cell is empty, and so are all higher cells of the bucket and all its overflow buckets. */
  static final int EMPTY_REST = 0;

  /** The cell is empty. */
  static final int EMPTY_ONE = 1;

  /** The entry has been moved to the first half of the larger array. */
  static final int EVACUATED_X = 2;

  /** The entry has been moved to the second half of the larger array. */
  static final int EVACUATED_Y = 3;

  /** The cell is empty, and the bucket has been evacuated. */
  static final int EVACUATED_EMPTY = 4;

  /** The smallest tophash of a filled cell. */
  static final int MIN_TOP_HASH = 5;

  /** Bit 0 of every byte. */
  static final long ONES = 0x0101_0101_0101_0101L;

  private static final long HIGH = ONES << 7;
  private static final long HIGHEST = 0xFFL << 56;
  private static final long LOW_SEVEN = 0x7F7F_7F7F_7F7F_7F7FL;

  private TopHash() {}

  /** The tophash of a hash: Go's {@code tophash}, a {@code long} for use in words. */
  static long of(long hash) {
    long top = hash >>> 56;
    return top < MIN_TOP_HASH ? top + MIN_TOP_HASH : top;
  }

  /** Go's {@code isEmpty}. */
  static boolean isEmpty(int top) {
    return top <= EMPTY_ONE;
  }

  /** The tophash of a cell. */
  static int get(long tops, int cell) {
    return (int) (tops >>> (cell << 3)) & 0xFF;
  }

  /**
   * The tophash of a cell, in the byte of the highest one, and nothing else.
   *
   * @param bit the bit that stands for the cell in a mask, by its number
   */
  static long asHighest(long tops, int bit) {
    return tops << (Long.SIZE - 1 - bit) & HIGHEST;
  }

  /** The word with the tophash of one cell replaced. */
  static long with(long tops, int cell, long top) {
    int shift = cell << 3;
    return (tops & ~(0xFFL << shift)) | (top << shift);
  }

  /** Whether the first cell says that its bucket has been evacuated. Go's {@code evacuated}. */
  static boolean evacuated(long tops) {
    int first = (int) tops & 0xFF;
    return first > EMPTY_ONE && first < MIN_TOP_HASH;
  }

  /** The mask of the cells with a given tophash. */
  static long matching(long tops, long top) {
    return zeroBytes(tops ^ (top * ONES));
  }

  /**
   * The mask of the cells whose keys are worth comparing: those with a given tophash, of a filled
   * cell, and perhaps filled cells above them whose tophash differs in the lowest bit only. Two
   * operations cheaper than {@link #matching}, and equality decides anyway.
   */
  static long candidates(long tops, long top) {
    long differences = tops ^ (top * ONES);
    return (differences - ONES) & ~differences & HIGH;
  }

  /** The mask of the empty cells. */
  static long empty(long tops) {
    return zeroBytes(tops & ~ONES);
  }

  /** The lowest empty cell of a bucket that has one. */
  static int firstEmpty(long tops) {
    long others = tops & ~ONES;
    // Exact up to the lowest, above which a borrow may run.
    return first((others - ONES) & ~others & HIGH);
  }

  /** Whether some cell says that everything after it is empty: then the last cell does too. */
  static boolean hasEmptyRest(long tops) {
    return tops >>> 56 == EMPTY_REST;
  }

  /** The word with every cell above the highest filled one saying that what follows is empty. */
  static long withRestEmpty(long tops) {
    // How many bits there are above the byte of the highest filled cell, which alone is above 1.
    int above = Long.numberOfLeadingZeros(tops & ~ONES) & -Byte.SIZE;
    int half = above >>> 1;
    return tops & (-1L >>> half >>> half); // in two steps, for a shift by 64 is none
  }

  /** The mask of the cells an iteration looks at: all but the empty ones, evacuated or not. */
  static long occupied(long tops) {
    return filled(tops) & ~matching(tops, EVACUATED_EMPTY);
  }

  /** The mask of the cells that are not empty. */
  static long filled(long tops) {
    return ~empty(tops) & HIGH;
  }

  /** The mask of the cells that hold a state and not the tophash of a key. */
  static long states(long tops) {
    return ~((tops | HIGH) - MIN_TOP_HASH * ONES) & ~tops & HIGH;
  }

  /** The word of a bucket that has been evacuated: where each of its entries went. */
  static long evacuatedTo(long filled, long y) {
    // One bit a cell, at the bottom of its byte: 2 for x, 3 for y, 4 where there was no entry.
    long entries = filled >>> 7;
    return EVACUATED_X * entries + (y >>> 7) + EVACUATED_EMPTY * (ONES - entries);
  }

  /** The lowest cell of a mask that is not zero. */
  static int first(long mask) {
    return Long.numberOfTrailingZeros(mask) >>> 3;
  }

  /** The mask of the bytes that are not zero. */
  static long notZero(long word) {
    return (((word & LOW_SEVEN) + LOW_SEVEN) | word) & HIGH;
  }

  private static long zeroBytes(long word) {
    return notZero(word) ^ HIGH;
  }
}
