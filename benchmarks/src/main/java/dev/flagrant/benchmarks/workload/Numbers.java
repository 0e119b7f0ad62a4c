package dev.flagrant.benchmarks.workload;

/**
 * The numbers that keys are made of, and the order in which they are asked for: SplitMix64, which
 * the Go program repeats number for number.
 */
public final class Numbers {
  private static final long GAMMA = 0x9E37_79B9_7F4A_7C15L;

  /** Far above every index of a key that a map holds. */
  private static final long FIRST_ABSENT = 1L << 40;

  private long state;

  /** A sequence that depends on its seed only. */
  public Numbers(long seed) {
    this.state = seed;
  }

  /** The number of the key with an index; different indexes give different numbers. */
  public static long present(long index) {
    return mix((index + 1) * GAMMA);
  }

  /** A number that no index below 2^40 gives to {@link #present}. */
  public static long absent(long index) {
    return present(FIRST_ABSENT + index);
  }

  /** The next number of the sequence below a bound of at most 2^31. */
  public int below(int bound) {
    state += GAMMA;
    return (int) (((mix(state) >>> 33) * bound) >>> 31);
  }

  /** A permutation of 64-bit words: the output function of SplitMix64. */
  private static long mix(long z) {
    long y = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    long x = (y ^ (y >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return x ^ (x >>> 31);
  }
}
