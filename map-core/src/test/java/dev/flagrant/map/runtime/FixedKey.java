package dev.flagrant.map.runtime;

/**
 * A key whose hash is what a test says, whatever the seed.
 *
 * @param hash all 64 bits
 * @param id tells keys with one hash apart; a negative one makes a key that does not equal itself
 */
record FixedKey(long hash, int id) {
  /** A key for a bucket (the low bits) with a top byte, which is the tophash from 5 on. */
  static FixedKey at(long bucket, int top, int id) {
    return new FixedKey(((long) top << 56) | bucket, id);
  }

  /** A key for a bucket; all such keys have one tophash. */
  static FixedKey at(long bucket, int id) {
    return at(bucket, 0x40, id);
  }

  /** A key that does not equal itself. */
  static FixedKey nan(long bucket, int top, int id) {
    return at(bucket, top, -1 - id);
  }
}
