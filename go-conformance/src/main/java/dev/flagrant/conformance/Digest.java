package dev.flagrant.conformance;

/** The digests of traces, as TRACE.md defines them. */
final class Digest {
  private static final long STEP = 0x9E37_79B9_7F4A_7C15L;

  /** The answer of an operation that panicked. */
  static final long PANIC = -1;

  /** The word for the end of an iteration. */
  static final long END = 0;

  private Digest() {}

  /** The finalizer of SplitMix64. */
  static long mix(long word) {
    long x = word;
    x ^= x >>> 30;
    x *= 0xBF58_476D_1CE4_E5B9L;
    x ^= x >>> 27;
    x *= 0x94D0_49BB_1331_11EBL;
    return x ^ (x >>> 31);
  }

  /** A digest with one more word. */
  static long fold(long digest, long word) {
    return mix((digest ^ word) + STEP);
  }

  /** The word for an entry that an iteration shows. */
  static long shown(long key, long elem) {
    return fold(fold(1, key), elem);
  }
}
