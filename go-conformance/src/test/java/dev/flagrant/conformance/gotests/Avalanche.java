package dev.flagrant.conformance.gotests;

import java.util.SplittableRandom;

/** Whether flipping one bit of a key flips each bit of the hash in half of all cases. */
final class Avalanche {
  /** With a probability of this, a perfect hash stays within the bounds before the slack. */
  private static final double CONFIDENCE = 0.9999;

  /** Go's allowance: we need not be perfectly random. */
  private static final double SLACK = 4;

  private Avalanche() {}

  /**
   * Flips every bit of many random keys.
   *
   * @throws AssertionError naming the worst pair of bits, if one is out of bounds
   */
  static void check(KeyHash type, int keyBytes, int keys) {
    int bits = keyBytes * Byte.SIZE;
    int[][] flips = new int[bits][Long.SIZE];
    SplittableRandom random = new SplittableRandom(1234);
    byte[] key = new byte[keyBytes];
    for (int n = 0; n < keys; n++) {
      random.nextBytes(key);
      long hash = type.hash(key, 0);
      for (int bit = 0; bit < bits; bit++) {
        flip(key, bit);
        count(flips[bit], hash ^ type.hash(key, 0));
        flip(key, bit);
      }
    }
    requireHalf(type + " of " + keyBytes + " bytes", flips, keys);
  }

  /** The same for the bits of the seed. */
  static void checkSeed(KeyHash type, int keyBytes, int keys) {
    int[][] flips = new int[Integer.SIZE][Long.SIZE];
    SplittableRandom random = new SplittableRandom(1234);
    byte[] key = new byte[keyBytes];
    for (int n = 0; n < keys; n++) {
      random.nextBytes(key);
      int seed = random.nextInt();
      long hash = type.hash(key, seed);
      for (int bit = 0; bit < Integer.SIZE; bit++) {
        count(flips[bit], hash ^ type.hash(key, seed ^ 1 << bit));
      }
    }
    requireHalf("the seed of " + type, flips, keys);
  }

  private static void flip(byte[] key, int bit) {
    key[bit >> 3] ^= (byte) (1 << (bit & 7));
  }

  private static void count(int[] flips, long difference) {
    for (int bit = 0; bit < Long.SIZE; bit++) {
      flips[bit] += (int) (difference >>> bit) & 1;
    }
  }

  private static void requireHalf(String what, int[][] flips, int keys) {
    double bound = SLACK * deviations((long) flips.length * Long.SIZE) * 0.5 * Math.sqrt(keys);
    int out = 0;
    double worst = 0;
    String where = "";
    for (int in = 0; in < flips.length; in++) {
      for (int bit = 0; bit < Long.SIZE; bit++) {
        double off = Math.abs(flips[in][bit] - 0.5 * keys);
        out += off > bound ? 1 : 0;
        if (off > worst) {
          worst = off;
          where = "bit %d -> bit %d: %d of %d".formatted(in, bit, flips[in][bit], keys);
        }
      }
    }
    if (out > 0) {
      throw new AssertionError(
          "%s: %d of %d pairs of bits are biased, the worst %s (half +-%.0f is allowed)"
              .formatted(what, out, flips.length * Long.SIZE, where, bound));
    }
  }

  /**
   * How many standard deviations all of so many sums of coin flips stay within. It is solved for
   * with an upper bound of the normal distribution's tail, which is close to it this far out.
   */
  private static double deviations(long sums) {
    double c = 1;
    while (Math.exp(-c * c / 2) / (c * Math.sqrt(Math.PI / 2)) * sums > 1 - CONFIDENCE) {
      c += 0.1;
    }
    return c;
  }
}
