package dev.flagrant.conformance.gotests;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * The sets of keys with a pattern that SMHasher tries on a hash, as Go uses them. Each hands over
 * one array again and again.
 */
final class Patterns {
  private Patterns() {}

  /** At most two bytes are not zero. */
  static void twoNonzero(int length, Consumer<byte[]> keys) {
    byte[] key = new byte[length];
    keys.accept(key);
    for (int i = 0; i < length; i++) {
      for (int x = 1; x < 256; x++) {
        key[i] = (byte) x;
        keys.accept(key);
        for (int j = i + 1; j < length; j++) {
          for (int y = 1; y < 256; y++) {
            key[j] = (byte) y;
            keys.accept(key);
          }
          key[j] = 0;
        }
      }
      key[i] = 0;
    }
  }

  /** A few bytes, four of them not random, repeated eight times. */
  static void cyclic(int period, int count, Consumer<byte[]> keys) {
    SplittableRandom random = new SplittableRandom(1234);
    byte[] key = new byte[8 * period];
    for (int i = 0; i < count; i++) {
      byte[] cycle = new byte[period];
      random.nextBytes(cycle);
      cycle[0] = (byte) (i * 79 % 97);
      cycle[1] = (byte) (i * 43 % 137);
      cycle[2] = (byte) (i * 151 % 197);
      cycle[3] = (byte) (i * 199 % 251);
      for (int at = 0; at < key.length; at += period) {
        System.arraycopy(cycle, 0, key, at, period);
      }
      keys.accept(key);
    }
  }

  /** At most so many bits are set. */
  static void sparse(int length, int bits, Consumer<byte[]> keys) {
    setBits(new byte[length], 0, bits, keys);
  }

  private static void setBits(byte[] key, int from, int bits, Consumer<byte[]> keys) {
    keys.accept(key);
    if (bits == 0) {
      return;
    }
    for (int bit = from; bit < key.length * Byte.SIZE; bit++) {
      key[bit >> 3] ^= (byte) (1 << (bit & 7));
      setBits(key, bit + 1, bits - 1, keys);
      key[bit >> 3] ^= (byte) (1 << (bit & 7));
    }
  }

  /** All sequences of blocks from a set. */
  static void permutation(byte[][] blocks, int count, Consumer<byte[]> keys) {
    permute(new byte[count * blocks[0].length], 0, blocks, keys);
  }

  private static void permute(byte[] key, int at, byte[][] blocks, Consumer<byte[]> keys) {
    if (at == key.length) {
      keys.accept(key);
      return;
    }
    for (byte[] block : blocks) {
      System.arraycopy(block, 0, key, at, block.length);
      permute(key, at + block.length, blocks, keys);
    }
  }

  /** All values of 16 neighbouring bits, the others zero; the window goes round at the end. */
  static void window(int length, int shift, Consumer<byte[]> keys) {
    int window = 16;
    int bits = length * Byte.SIZE;
    byte[] key = new byte[length];
    for (int value = 0; value < 1 << window; value++) {
      Arrays.fill(key, (byte) 0);
      for (int j = 0; j < window; j++) {
        int bit = (j + shift) % bits;
        key[bit >> 3] |= (byte) ((value >> j & 1) << (bit & 7));
      }
      keys.accept(key);
    }
  }

  /** A prefix, so many letters and digits, and a suffix. */
  static void text(String prefix, int letters, String suffix, Consumer<byte[]> keys) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTabcdefghijklmnopqrst0123456789";
    int count = (int) Math.pow(alphabet.length(), letters);
    for (int n = 0; n < count; n++) {
      StringBuilder text = new StringBuilder(prefix);
      for (int rest = n, at = 0; at < letters; at++, rest /= alphabet.length()) {
        text.append(alphabet.charAt(rest % alphabet.length()));
      }
      keys.accept(text.append(suffix).toString().getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** All values of two of the bytes, the others zero. */
  static void twoBytes(int length, int first, int second, Consumer<byte[]> keys) {
    byte[] key = new byte[length];
    for (int n = 0; n < 1 << 16; n++) {
      key[first] = (byte) n;
      key[second] = (byte) (n >> 8);
      keys.accept(key);
    }
  }
}
