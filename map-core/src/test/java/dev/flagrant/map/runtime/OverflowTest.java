package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.GoMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Overflow buckets: chained where a bucket is full, and counted. */
class OverflowTest {
  @Test
  void theNinthKeyOfABucketGoesToAnOverflowBucket() {
    GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(40).build();
    Hmap h = map;
    Structure.fill(map, 5, 0, 8);
    assertThat(Structure.chain(Structure.buckets(h), 5)).containsExactly(5);
    assertThat((int) h.noverflow).isZero();

    Structure.fill(map, 5, 8, 1);
    assertThat(Structure.chain(Structure.buckets(h), 5)).containsExactly(5, 8);
    assertThat((int) h.noverflow).isEqualTo(1);

    Structure.fill(map, 2, 100, 9);
    Structure.fill(map, 5, 9, 8);
    assertThat(Structure.chain(Structure.buckets(h), 5)).containsExactly(5, 8, 10);
    assertThat(Structure.chain(Structure.buckets(h), 2)).containsExactly(2, 9);
    assertThat((int) h.noverflow).isEqualTo(3);
    Invariants.check(h);
  }

  @Test
  void theFirstEmptyCellOfAChainIsFilledFirst() {
    GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(40).build();
    Hmap h = map;
    Structure.fill(map, 5, 0, 20);
    map.delete(FixedKey.at(5, 11));
    map.delete(FixedKey.at(5, 3));
    map.delete(FixedKey.at(5, 6));

    Structure.fill(map, 5, 30, 3);

    List<Object> keys = List.copyOf(Structure.keys(Structure.buckets(h), 5).subList(0, 12));
    assertThat(keys.get(3)).isEqualTo(FixedKey.at(5, 30));
    assertThat(keys.get(6)).isEqualTo(FixedKey.at(5, 31));
    assertThat(keys.get(11)).isEqualTo(FixedKey.at(5, 32));
    Invariants.check(h);
  }

  @Test
  void belowB16EveryOverflowBucketIsCounted() {
    AtomicInteger draws = new AtomicInteger();
    Hmap h = new FixedKeys().builder().random(draws::incrementAndGet).<Integer>build();
    draws.set(0);

    h.noverflow = Overflow.incremented(h, 0);
    h.noverflow = Overflow.incremented(h, 15);

    assertThat((int) h.noverflow).isEqualTo(2);
    assertThat(draws).as("random numbers drawn").hasValue(0);
  }

  /** One in 2^(B-15): those whose low B-15 random bits are all 0. */
  @ParameterizedTest
  @CsvSource({"16, 2", "17, 4", "18, 8", "26, 2048"})
  void fromB16OnOneInSoManyIsCounted(int b, int oneIn) {
    AtomicInteger draws = new AtomicInteger();
    Hmap h = new FixedKeys().builder().random(draws::incrementAndGet).<Integer>build();
    draws.set(0);

    for (int i = 1; i <= 3 * oneIn; i++) {
      h.noverflow = Overflow.incremented(h, b);
      assertThat((int) h.noverflow).isEqualTo(i / oneIn);
    }

    assertThat(draws).as("random numbers drawn").hasValue(3 * oneIn);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, false",
    "1, 0, true",
    "1, 1, false",
    "2, 1, true",
    "15, 4, false",
    "16, 4, true",
    "32767, 15, false",
    "32768, 15, true",
    "32767, 16, false",
    "32768, 16, true",
    "32767, 26, false",
    "32768, 26, true",
    "65535, 26, true"
  })
  void tooManyIsAsManyAsBucketsUpTo32768(int noverflow, int b, boolean tooMany) {
    assertThat(Overflow.tooMany((char) noverflow, b)).isEqualTo(tooMany);
  }
}
