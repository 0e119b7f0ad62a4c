package dev.flagrant.conformance.gotests;

import java.util.Arrays;

/**
 * Counts by how many the keys are more than their hashes, and fails where that is more than chance
 * and the codes of the keys explain. The keys added must be different.
 */
final class Collisions {
  /** Go's allowance: we need not be perfectly random. */
  private static final double SLOP = 50;

  private final KeyHash type;
  private long[] hashes = new long[1 << 10];
  private long[] codes = new long[1 << 10];
  private int keys;

  Collisions(KeyHash type) {
    this.type = type;
  }

  /** Adds a key, hashed with seed 0. */
  void add(byte[] key) {
    add(type.hash(key, 0), type.seesAll() ? keys : type.code(key));
  }

  /** Adds a hash. */
  void add(long hash, long code) {
    if (keys == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * keys);
      codes = Arrays.copyOf(codes, 2 * keys);
    }
    hashes[keys] = hash;
    codes[keys] = code;
    keys++;
  }

  /** Fails if there are more collisions than there may be. */
  void check() {
    int forced = repetitions(codes);
    int collisions = repetitions(hashes);
    double pairs = 0.5 * keys * (keys - 1.0);
    double expected = pairs / Math.pow(2, Long.SIZE);
    double threshold = expected + SLOP * (3 * Math.sqrt(expected) + 1);
    if (collisions - forced > threshold) {
      throw new AssertionError(
          "%s: of %d keys %d collide; %d for want of different codes, and at most %.1f by chance"
              .formatted(type, keys, collisions, forced, threshold));
    }
  }

  private int repetitions(long[] values) {
    long[] sorted = Arrays.copyOf(values, keys);
    Arrays.sort(sorted);
    int repetitions = 0;
    for (int n = 1; n < sorted.length; n++) {
      repetitions += sorted[n] == sorted[n - 1] ? 1 : 0;
    }
    return repetitions;
  }
}
