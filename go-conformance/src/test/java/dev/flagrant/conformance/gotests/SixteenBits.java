package dev.flagrant.conformance.gotests;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** How many of the values of 16 bits of the hash are taken by 2^16 keys. */
final class SixteenBits {
  private static final int VALUES = 1 << 16;

  /** Go asks for half of the values, where a perfect hash would take 1 - 1/e of them. */
  private static final double SHARE_OF_EXPECTED = 0.5 / (1 - 1 / Math.E);

  private SixteenBits() {}

  /**
   * Tries all keys that differ in two bytes only.
   *
   * @throws AssertionError if the lowest or the highest 16 bits take too few values
   */
  static void check(KeyHash type, int length, int first, int second) {
    BitSet low = new BitSet(VALUES);
    BitSet high = new BitSet(VALUES);
    Set<Long> codes = new HashSet<>();
    Patterns.twoBytes(
        length,
        first,
        second,
        key -> {
          long hash = type.hash(key, 0);
          low.set((int) hash & (VALUES - 1));
          high.set((int) (hash >>> (Long.SIZE - 16)));
          codes.add(type.seesAll() ? (long) codes.size() : type.code(key));
        });
    double expected = VALUES * (1 - Math.exp(-(double) codes.size() / VALUES));
    int fewest = Math.min(low.cardinality(), high.cardinality());
    if (fewest <= SHARE_OF_EXPECTED * expected) {
      throw new AssertionError(
          "%s, bytes %d and %d: %d keys of %d codes take %d low and %d high values of 16 bits"
              .formatted(
                  type,
                  first,
                  second,
                  VALUES,
                  codes.size(),
                  low.cardinality(),
                  high.cardinality()));
    }
  }
}
