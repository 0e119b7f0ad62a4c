package dev.flagrant.conformance.gotests;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagrant.conformance.gotests.KeyHash.Standard;
import dev.flagrant.map.KeyTypes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tests of the quality of hashes report hashes that are bad, and only those. */
class HashQualityTest {
  private static final long ODD = 0x9E37_79B9_7F4A_7C15L;

  /** Hashes of a long, each of a kind that has been used in earnest. */
  enum Bad implements KeyHash {
    NO_HASH(value -> value),
    ONE_PRODUCT(value -> value * ODD),
    /** Spreads consecutive keys evenly, and puts keys in other equal steps in heaps. */
    ONE_FOLDED_PRODUCT(value -> Math.multiplyHigh(value, ODD) ^ (value * ODD)),
    GOOD_IN_24_BITS_ONLY(value -> KeyTypes.mix(value, 0) & 0xFF_FFFF);

    private final LongUnaryOperator function;

    Bad(LongUnaryOperator function) {
      this.function = function;
    }

    @Override
    public int size() {
      return Long.BYTES;
    }

    /** Takes no notice of the seed. */
    @Override
    public long hash(byte[] key, int seed) {
      return function.applyAsLong(ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN).getLong());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theAvalancheOfABadHashIsReported(Bad hash) {
    assertThatThrownBy(() -> Avalanche.check(hash, hash.size(), 10_000))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(hash + " of 8 bytes: ")
        .hasMessageContaining("pairs of bits are biased");
  }

  @ParameterizedTest
  @EnumSource
  void aSeedThatChangesNothingIsReported(Bad hash) {
    assertThatThrownBy(() -> Avalanche.checkSeed(hash, hash.size(), 1_000))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("2048 of 2048 pairs of bits are biased");
  }

  @Test
  void collisionsThatTheCodesDoNotExplainAreReported() {
    Collisions collisions = new Collisions(Bad.GOOD_IN_24_BITS_ONLY);
    Patterns.sparse(Long.BYTES, 4, collisions::add);

    assertThatThrownBy(collisions::check)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("GOOD_IN_24_BITS_ONLY: of 679121 keys ")
        .hasMessageContaining("; 0 for want of different codes");
  }

  @Test
  void sixteenBitsThatTakeFewValuesAreReported() {
    assertThatThrownBy(() -> SixteenBits.check(Bad.NO_HASH, Long.BYTES, 6, 7))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("take 1 low and 65536 high values");
    assertThatThrownBy(() -> SixteenBits.check(Bad.NO_HASH, Long.BYTES, 0, 1))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("take 65536 low and 1 high values");
    assertThatCode(() -> SixteenBits.check(Standard.LONGS, Long.BYTES, 0, 1))
        .doesNotThrowAnyException();
  }

  /** Java's own hash of strings, mixed as well as can be: what strings are hashed by elsewhere. */
  @Test
  void theHashCodeOfStringsIsReported() {
    KeyHash javas =
        new KeyHash() {
          @Override
          public int size() {
            return 0;
          }

          @Override
          public long hash(byte[] key, int seed) {
            return KeyTypes.mix(new String(key, StandardCharsets.ISO_8859_1).hashCode(), seed);
          }

          @Override
          public String toString() {
            return "JAVAS";
          }
        };
    Collisions text = new Collisions(javas);
    Patterns.text("", 3, "", text::add);

    assertThatThrownBy(text::check)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("JAVAS: of 125000 keys 92744 collide; 0 for want");
  }

  /** Longs as objects: what their 32 bits cannot tell apart is set off, and no more than that. */
  @Test
  void collisionsThatTheCodesExplainAreNotReported() {
    Collisions collisions = new Collisions(Standard.OBJECTS);
    Patterns.sparse(Long.BYTES, 4, collisions::add);
    assertThatCode(collisions::check).doesNotThrowAnyException();

    for (int key = 0; key < 100; key++) {
      collisions.add(12345, 1L << 40 | key);
    }
    assertThatThrownBy(collisions::check)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("637771 collide; 637672 for want of different codes");
  }
}
