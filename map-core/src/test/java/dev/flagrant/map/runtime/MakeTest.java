package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.GoMap;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a new map has, and what a hint does. */
class MakeTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 7, 8})
  void aMapForOneBucketHasNoneUntilItsFirstWrite(long hint) {
    GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(hint).build();
    Hmap h = map;
    assertThat(h.buckets).isNull();
    Invariants.check(h);

    Structure.fill(map, 5, 0, 1);

    assertThat(Structure.buckets(h).b).isZero();
    assertThat(Structure.buckets(h).allocatedAtOnce()).isEqualTo(1);
    Invariants.check(h);
  }

  @Test
  void whatFindsNothingAllocatesNothing() {
    GoMap<FixedKey, Integer> map = new FixedKeys().map();
    Hmap h = map;
    FixedKey key = FixedKey.at(0, 0);

    assertThat(map.get(key)).isNull();
    assertThat(map.remove(key)).isNull();
    map.clear();
    assertThat(map.range().next()).isFalse();

    assertThat(h.buckets).isNull();
  }

  /** 13/2 entries a bucket fit, so 2^B buckets are enough for 13 * 2^(B-1) entries. */
  @ParameterizedTest
  @CsvSource({
    "9, 1",
    "13, 1",
    "14, 2",
    "26, 2",
    "27, 3",
    "52, 3",
    "53, 4",
    "104, 4",
    "105, 5",
    "208, 5",
    "209, 6",
    "832, 7",
    "833, 8",
    "6656, 10",
    "6657, 11",
    "425984, 16",
    "425985, 17"
  })
  void aHintMakesAsManyBucketsAsItNeeds(long hint, int b) {
    Hmap h = new FixedKeys().builder().hint(hint).<Integer>build();

    assertThat(Structure.buckets(h).b).isEqualTo(b);
    Invariants.check(h);
  }

  @Test
  void aMapWithAHintDoesNotGrowWhileItIsFilledAsFarAsTheHint() {
    for (int hint = 9; hint <= 300; hint++) {
      GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(hint).build();
      Hmap h = map;
      BucketArray array = Structure.buckets(h);
      for (int id = 0; id < hint; id++) {
        Structure.put(map, FixedKey.at(id, id));
      }
      assertThat(h.buckets).as("hint %s", hint).isSameAs(array);
      assertThat(h.growing()).isFalse();
      Invariants.check(h);
    }
  }

  @ParameterizedTest
  @ValueSource(
      longs = {-1, Integer.MIN_VALUE, Long.MIN_VALUE, 1L << 31, 1L << 32 | 100, Long.MAX_VALUE})
  void aHintThatIsNoIntCountsAsNone(long hint) {
    Hmap h = new FixedKeys().builder().hint(hint).<Integer>build();

    assertThat(h.buckets).isNull();
    Invariants.check(h);
  }

  @Test
  void aHintTooLargeForTheMemoryCountsAsNone() {
    long enough = 1024 * BucketArray.estimatedBytes(0);

    assertThat(Make.bucketsFor(6656, enough)).isEqualTo(10);
    assertThat(Make.bucketsFor(6656, enough - 1)).isZero();
    assertThat(Make.bucketsFor(6657, enough)).isZero();
    assertThat(Make.bucketsFor(13 << 27, Long.MAX_VALUE)).isEqualTo(28);
    assertThat(Make.bucketsFor((13 << 27) + 1, Long.MAX_VALUE)).isEqualTo(BucketArray.MAX_B);
    assertThat(Make.bucketsFor(Integer.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(BucketArray.MAX_B);
  }

  @Test
  void aMapDrawsItsSeedWhenItIsMade() {
    PrimitiveIterator.OfLong draws = LongStream.of(0x1_2345_6789L, 42).iterator();
    FixedKeys keys = new FixedKeys();
    Hmap lazy = keys.builder().random(draws::nextLong).<Integer>build();
    GoMap<FixedKey, Integer> hinted = keys.builder().random(draws::nextLong).hint(9).build();

    assertThat(lazy.hash0).isEqualTo(0x2345_6789);
    Structure.fill(hinted, 0, 0, 1);
    assertThat(keys.lastSeed).isEqualTo(42);
  }

  @Test
  void twoMapsHaveDifferentSeeds() {
    long seeds =
        LongStream.range(0, 20)
            .map(
                i -> {
                  Hmap h = new GoMap<Object, Object>();
                  return h.hash0;
                })
            .distinct()
            .count();

    assertThat(seeds).isGreaterThan(15);
  }
}
