package dev.flagrant.conformance.flooding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.runtime.Invariants;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** Keys of other classes with one {@code hashCode} share a chain: slow, and right. */
class SameHashCodeTest {
  private static final int KEYS = 5_000;

  private record Constant(int number) {
    @Override
    public int hashCode() {
      return 42;
    }
  }

  @Test
  void aMapOfThemStaysCorrect() {
    GoMap<Constant, Integer> map = new GoMap<>();
    long start = System.nanoTime();
    for (int i = 0; i < KEYS; i++) {
      assertThat(map.put(new Constant(i), i)).isNull();
    }
    for (int i = 0; i < KEYS; i++) {
      assertThat(map.get(new Constant(i))).isEqualTo(i);
    }
    assertThat(map.containsKey(new Constant(KEYS))).isFalse();
    BitSet shown = new BitSet();
    map.forEach((key, elem) -> shown.set(key.number()));
    assertThat(shown.cardinality()).isEqualTo(KEYS);
    for (int i = 0; i < KEYS; i += 2) {
      assertThat(map.remove(new Constant(i))).isEqualTo(i);
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.out.printf(
        "flooding: %,d keys with one hashCode, put, found, half removed: %,d ms%n", KEYS, millis);

    assertThat(map).hasSize(KEYS / 2);
    for (int i = 0; i < KEYS; i++) {
      assertThat(map.containsKey(new Constant(i))).isEqualTo(i % 2 == 1);
    }
    Invariants.check(map);
  }
}
