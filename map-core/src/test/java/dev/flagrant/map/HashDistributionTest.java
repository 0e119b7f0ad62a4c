package dev.flagrant.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import java.util.function.ToLongBiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The hashes of regular keys spread over the buckets and over the tophash bytes: they may be more
 * even than random numbers, and not much less so.
 */
class HashDistributionTest {
  private static final int BUCKETS = 256;
  private static final int KEYS = 16 * BUCKETS;

  /**
   * Random numbers have a mean chi-square of {@code BUCKETS - 1}, and stay below 1.7 times that but
   * for one time in 10^10.
   */
  private static final double LIMIT = 1.7 * (BUCKETS - 1);

  private static final int[] SEEDS = {0, 1, -1, 42, 0x5EED, Integer.MIN_VALUE, 0x9E3779B9};

  /** Families of keys, as programs have them. */
  enum Family {
    SEQUENTIAL_LONGS(KeyTypes.longs(), i -> (long) i),
    NEGATIVE_LONGS(KeyTypes.longs(), i -> -(long) i),
    MULTIPLES_OF_16(KeyTypes.longs(), i -> (long) i << 4),
    MULTIPLES_OF_2_TO_THE_32(KeyTypes.longs(), i -> (long) i << 32),
    MULTIPLES_OF_2_TO_THE_48(KeyTypes.longs(), i -> (long) i << 48),
    SQUARES(KeyTypes.longs(), i -> (long) i * i),
    SEQUENTIAL_INTEGERS(KeyTypes.integers(), i -> i),
    MULTIPLES_OF_1024(KeyTypes.integers(), i -> i << 10),
    FLOATS(KeyTypes.float64(), i -> (double) i),
    FRACTIONS(KeyTypes.float64(), i -> 1.0 / (i + 1)),
    STRINGS(KeyTypes.strings(), i -> "key " + i),
    INTERFACES(KeyTypes.interfaces(), i -> i % 2 == 0 ? (Object) i : (Object) (float) i),
    OBJECTS(KeyTypes.objects(), i -> (char) i);

    final KeyType<Object> type;
    final IntFunction<Object> key;

    @SuppressWarnings("unchecked") // the keys are of the type
    Family(KeyType<?> type, IntFunction<Object> key) {
      this.type = (KeyType<Object>) type;
      this.key = key;
    }
  }

  @ParameterizedTest
  @EnumSource
  void bucketsAndTophashesAreAboutEvenlyUsed(Family family) {
    for (int seed : SEEDS) {
      assertThat(lowBits(family.key, family.type::hash, seed)).as("seed " + seed).isLessThan(LIMIT);
      assertThat(topBits(family.key, family.type::hash, seed)).as("seed " + seed).isLessThan(LIMIT);
    }
  }

  @Test
  void theMeasureSeesAHashThatIsNone() {
    ToLongBiFunction<Object, Integer> none = (key, seed) -> (Long) key + seed;
    assertThat(lowBits(i -> (long) i << 4, none, 1)).isGreaterThan(LIMIT);
    assertThat(topBits(i -> (long) i, none, 1)).isGreaterThan(LIMIT);
  }

  private static double lowBits(
      IntFunction<Object> key, ToLongBiFunction<Object, Integer> hash, int seed) {
    int[] counts = new int[BUCKETS];
    for (int i = 0; i < KEYS; i++) {
      counts[(int) hash.applyAsLong(key.apply(i), seed) & (BUCKETS - 1)]++;
    }
    return chiSquare(counts);
  }

  private static double topBits(
      IntFunction<Object> key, ToLongBiFunction<Object, Integer> hash, int seed) {
    int[] counts = new int[BUCKETS];
    for (int i = 0; i < KEYS; i++) {
      counts[(int) (hash.applyAsLong(key.apply(i), seed) >>> 56)]++;
    }
    return chiSquare(counts);
  }

  private static double chiSquare(int[] counts) {
    double expected = (double) KEYS / BUCKETS;
    double sum = 0;
    for (int count : counts) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }
}
