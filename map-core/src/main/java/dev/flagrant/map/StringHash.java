package dev.flagrant.map;

/**
 * The hash of a string that nobody can foresee: of all its characters and the map's seed, as Go's
 * is, and not of {@code hashCode}. Anybody can write down any number of strings with one {@code
 * hashCode}; which strings collide here depends on the seed, which the one who chooses the keys
 * does not know.
 *
 * <p>Takes time in proportion to the length, each time: nothing is cached.
 */
final class StringHash {
  private static final long SEED_MULTIPLIER = 0xD1B5_4A32_D192_ED03L;
  private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;
  private static final int CHARS_OF_WORD = 4;

  private StringHash() {}

  /** The hash, in all of its 64 bits. */
  static long of(String string, int seed) {
    long key = (2L * seed + 1) * SEED_MULTIPLIER; // never 0
    int length = string.length();
    long hash = key ^ length;
    int at = 0;
    for (; at + CHARS_OF_WORD <= length; at += CHARS_OF_WORD) {
      long word =
          string.charAt(at)
              | (long) string.charAt(at + 1) << 16
              | (long) string.charAt(at + 2) << 32
              | (long) string.charAt(at + 3) << 48;
      hash = fold(word ^ key, hash ^ MULTIPLIER);
    }
    long rest = 0;
    for (; at < length; at++) {
      rest = rest << 16 | string.charAt(at);
    }
    return KeyTypes.mix(fold(rest ^ key, hash ^ MULTIPLIER), seed);
  }

  /**
   * The two halves of a product. The seed is in both factors: a factor of 0, or a difference that
   * comes out of the product unchanged, would otherwise be known to everybody.
   */
  private static long fold(long a, long b) {
    return Math.multiplyHigh(a, b) ^ (a * b);
  }
}
