package dev.flagrant.conformance.gotests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.conformance.gotests.KeyHash.Standard;
import dev.flagrant.map.KeyType;
import dev.flagrant.map.KeyTypes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Go's {@code runtime/hash_test.go}, the quality of the hashes, on the standard key types.
 *
 * <p>Strings and numbers are hashed from all they have, and the tests are Go's but for the number
 * of keys. Other Java objects, here longs in that role, are hashed by their {@code hashCode}, 32
 * bits that Java fixes and this map can only mix. What is tested for those is the mixing: keys that
 * share a {@code hashCode} are set off against those that share a hash, and nothing else is.
 */
class HashTest {
  /** Bytes of a key where the type leaves it open. */
  private static final int LENGTH = 8;

  private static int length(Standard type) {
    return type.size() == 0 ? LENGTH : type.size();
  }

  private static void requireFewCollisions(Standard type, Consumer<Consumer<byte[]>> pattern) {
    Collisions collisions = new Collisions(type);
    pattern.accept(collisions::add);
    collisions.check();
  }

  /** The hash of a key is that of every equal key, wherever and however that is stored. */
  @Test
  @DisplayName("TestSmhasherSanity")
  void smhasherSanity() {
    SplittableRandom random = new SplittableRandom(1234);
    for (int length = 0; length < 128; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      for (int offset = 0; offset < 16; offset++) {
        String wide = "\u20AC".repeat(offset) + text + "\u20AC";
        assertSameHash(KeyTypes.strings(), text, wide.substring(offset, offset + length));
        assertSameHash(KeyTypes.objects(), text, wide.substring(offset, offset + length));
      }
      long word = random.nextLong();
      ByteBuffer box = ByteBuffer.allocate(Long.BYTES).putLong(0, word);
      assertSameHash(KeyTypes.longs(), word, box.getLong(0));
      assertSameHash(KeyTypes.interfaces(), word, box.getLong(0));
      assertSameHash(KeyTypes.integers(), (int) word, box.getInt(Integer.BYTES));
    }
    assertSameHash(KeyTypes.float64(), 0.0, -0.0);
    assertSameHash(KeyTypes.interfaces(), 0.0, -0.0);
  }

  private static <K> void assertSameHash(KeyType<? super K> type, K key, K equal) {
    assertThat(type.equal(key, equal)).isTrue();
    assertThat(type.hash(key, 7)).isEqualTo(type.hash(equal, 7));
  }

  @Test
  @DisplayName("TestSmhasherAppendedZeros")
  void smhasherAppendedZeros() {
    byte[] hello = "hello".getBytes(StandardCharsets.US_ASCII);
    requireFewCollisions(
        Standard.STRINGS,
        keys -> {
          for (int length = 0; length <= 5 + 256; length++) {
            byte[] key = new byte[length];
            System.arraycopy(hello, 0, key, 0, Math.min(length, hello.length));
            keys.accept(key);
          }
        });
  }

  @Test
  @DisplayName("TestSmhasherSmallKeys")
  void smhasherSmallKeys() {
    requireFewCollisions(
        Standard.STRINGS,
        keys -> {
          for (int i = 0; i < 256; i++) {
            keys.accept(new byte[] {(byte) i});
            for (int j = 0; j < 256; j++) {
              keys.accept(new byte[] {(byte) i, (byte) j});
              for (int k = 0; k < 256; k += 5) {
                keys.accept(new byte[] {(byte) i, (byte) j, (byte) k});
              }
            }
          }
        });
  }

  @Test
  @DisplayName("TestSmhasherZeros")
  void smhasherZeros() {
    requireFewCollisions(
        Standard.STRINGS,
        keys -> {
          for (int length = 0; length <= 1024; length++) {
            keys.accept(new byte[length]);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("TestSmhasherTwoNonzero")
  void smhasherTwoNonzero(Standard type) {
    requireFewCollisions(
        type,
        keys -> {
          int shortest = type.size() == 0 ? 2 : type.size();
          int longest = type.size() == 0 ? 7 : type.size();
          for (int length = shortest; length <= longest; length++) {
            Patterns.twoNonzero(length, keys);
          }
        });
  }

  @Test
  @DisplayName("TestSmhasherCyclic")
  void smhasherCyclic() {
    for (int period = 4; period <= 12; period++) {
      int length = period;
      requireFewCollisions(Standard.STRINGS, keys -> Patterns.cyclic(length, 100_000, keys));
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("TestSmhasherSparse")
  void smhasherSparse(Standard type) {
    int[][] lengthsAndBits =
        type.size() == 0
            ? new int[][] {{4, 5}, {5, 4}, {6, 4}, {7, 4}, {8, 4}, {12, 3}, {32, 2}, {128, 2}}
            : new int[][] {{type.size(), type.size() == Integer.BYTES ? 5 : 4}};
    for (int[] shape : lengthsAndBits) {
      requireFewCollisions(type, keys -> Patterns.sparse(shape[0], shape[1], keys));
    }
  }

  /** Go's blocks are of 4 bytes; where a key has no room for several of those, of one byte. */
  @ParameterizedTest
  @EnumSource
  @DisplayName("TestSmhasherPermutation")
  void smhasherPermutation(Standard type) {
    int width = type.size() == 0 ? Integer.BYTES : 1;
    byte[][] lowest = blocks(width, false);
    byte[][] highest = blocks(width, true);
    byte[][] both = new byte[15][]; // which have the block of zeros in common
    System.arraycopy(lowest, 0, both, 0, 8);
    System.arraycopy(highest, 1, both, 8, 7);
    permutation(type, lowest, 6);
    permutation(type, highest, 6);
    permutation(type, Arrays.copyOf(lowest, 2), 18);
    permutation(type, new byte[][] {new byte[width], highest[4]}, 18);
    permutation(type, both, 5);
  }

  /** The numbers below eight as blocks, in the lowest bits or in the highest. */
  private static byte[][] blocks(int width, boolean high) {
    byte[][] blocks = new byte[8][width];
    for (int n = 0; n < blocks.length; n++) {
      blocks[n][high ? width - 1 : 0] = (byte) (high ? n << 5 : n);
    }
    return blocks;
  }

  private static void permutation(Standard type, byte[][] blocks, int count) {
    int room = type.size() == 0 ? count : Math.min(count, type.size());
    requireFewCollisions(
        type,
        keys ->
            Patterns.permutation(
                blocks,
                room,
                key -> keys.accept(type.size() == 0 ? key : Arrays.copyOf(key, type.size()))));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("TestSmhasherAvalanche")
  void smhasherAvalanche(Standard type) {
    if (type.size() != 0) {
      Avalanche.check(type, type.size(), 100_000);
      return;
    }
    for (int length : new int[] {2, 4, 8, 16, 32}) {
      Avalanche.check(type, length, 10_000);
    }
    Avalanche.check(type, 200, 1_000);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("TestSmhasherWindowed")
  void smhasherWindowed(Standard type) {
    int length = length(type);
    for (int shift = 0; shift < length * Byte.SIZE; shift++) {
      int by = shift;
      requireFewCollisions(type, keys -> Patterns.window(length, by, keys));
    }
  }

  @Test
  @DisplayName("TestSmhasherText")
  void smhasherText() {
    requireFewCollisions(Standard.STRINGS, keys -> Patterns.text("Foo", 3, "Bar", keys));
    requireFewCollisions(Standard.STRINGS, keys -> Patterns.text("FooBar", 3, "", keys));
    requireFewCollisions(Standard.STRINGS, keys -> Patterns.text("", 3, "FooBar", keys));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("TestSmhasherSeed")
  void smhasherSeed(Standard type) {
    byte[] key = new byte[length(type)];
    key[0] = 'h';
    key[1] = 'e';
    Collisions collisions = new Collisions(type);
    for (int seed = 0; seed < 100_000; seed++) {
      collisions.add(type.hash(key, seed), seed);
    }
    collisions.check();
    Avalanche.checkSeed(type, length(type), 20_000);
  }

  /**
   * Of the low 16 bits, which choose buckets, and the high ones, of which eight are the tophash.
   */
  @ParameterizedTest
  @EnumSource
  @DisplayName("TestCollisions")
  void collisions(Standard type) {
    int length = length(type);
    for (int first = 0; first < length; first++) {
      for (int second = 0; second < length; second++) {
        if (second != first) {
          SixteenBits.check(type, length, first, second);
        }
      }
    }
  }
}
