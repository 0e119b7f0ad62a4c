package dev.flagrant.conformance.gotests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.conformance.gotests.KeyKinds.FloatInt;
import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import dev.flagrant.map.KeyTypes;
import dev.flagrant.map.runtime.BucketCount;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Go's {@code runtime/map_test.go}: the tests about iteration. */
class RuntimeMapIterationTest {
  private static GoMap<Integer, Integer> intMap(int from, int to) {
    GoMap<Integer, Integer> map = GoMap.<Integer>builder(KeyTypes.integers()).hint(4).build();
    putRange(map, from, to);
    return map;
  }

  private static void putRange(GoMap<Integer, Integer> map, int from, int to) {
    for (int i = from; i < to; i++) {
      map.put(i, i);
    }
  }

  private static List<Integer> keysInOrder(GoMap<Integer, Integer> map) {
    List<Integer> keys = new ArrayList<>();
    GoMapIterator<Integer, Integer> it = map.range();
    while (it.next()) {
      keys.add(it.key());
    }
    return keys;
  }

  @Test
  @DisplayName("TestGrowWithNaN")
  void growWithNaN() {
    GoMap<Double, Integer> map = GoMap.<Double>builder(KeyTypes.float64()).hint(4).build();
    map.put(Double.NaN, 1);
    map.put(Double.NaN, 2);
    map.merge(Double.NaN, 4, Integer::sum);
    int bucketsBefore = BucketCount.of(map);

    List<Integer> elemsOfNan = new ArrayList<>();
    boolean grown = false;
    GoMapIterator<Double, Integer> it = map.range();
    while (it.next()) {
      double key = it.key();
      int elem = it.elem();
      if (!grown) {
        for (int i = 0; i < 50; i++) {
          map.put((double) i, i);
        }
        for (int i = 50; i < 100; i++) {
          map.merge((double) i, i, Integer::sum);
        }
        grown = true;
      }
      if (Double.isNaN(key)) {
        elemsOfNan.add(elem);
      }
    }

    assertThat(BucketCount.of(map)).isGreaterThan(bucketsBefore);
    assertThat(elemsOfNan).containsExactlyInAnyOrder(1, 2, 4);
  }

  /** After the first step the four keys turn from +0.0 to -0.0; an elem tells by its bit 16. */
  @Test
  @DisplayName("TestGrowWithNegativeZero")
  void growWithNegativeZero() {
    GoMap<FloatInt, Integer> map = GoMap.<FloatInt>builder(KeyKinds.FLOAT_INTS).hint(4).build();
    for (int y = 0; y < 4; y++) {
      map.merge(new FloatInt(0.0, y), 1 << y, Integer::sum);
    }

    List<Integer> bits = new ArrayList<>();
    int negative = 0;
    boolean grown = false;
    GoMapIterator<FloatInt, Integer> it = map.range();
    while (it.next()) {
      int elem = it.elem();
      if (elem == 0) {
        continue; // one of those that made the map grow
      }
      boolean isNegative = 1 / it.key().x() < 0;
      assertThat(elem & 16).as("key and elem change together").isEqualTo(isNegative ? 16 : 0);
      negative += isNegative ? 1 : 0;
      bits.add(elem & 15);
      if (!grown) {
        for (int y = 0; y < 100; y++) {
          map.put(new FloatInt(3.0, y), 0);
        }
        for (int y = 0; y < 4; y++) {
          map.put(new FloatInt(-0.0, y), 1 << y | 16);
        }
        grown = true;
      }
    }

    assertThat(bits).containsExactlyInAnyOrder(1, 2, 4, 8);
    assertThat(negative).isEqualTo(3);
  }

  @Test
  @DisplayName("TestIterGrowAndDelete")
  void iterGrowAndDelete() {
    GoMap<Integer, Integer> map = intMap(0, 100);
    GoMapIterator<Integer, Integer> it = map.range();
    assertThat(it.next()).isTrue();
    putRange(map, 100, 1000);
    for (int odd = 1; odd < 1000; odd += 2) {
      map.delete(odd);
    }

    while (it.next()) {
      assertThat(it.key()).isEven();
    }
  }

  @Test
  @DisplayName("TestIterGrowWithGC")
  void iterGrowWithGC() {
    GoMap<Integer, Integer> map = intMap(0, 8);
    for (int i = 8; i < 16; i++) {
      map.merge(i, i, Integer::sum);
    }
    BitSet seen = new BitSet();
    boolean grown = false;
    GoMapIterator<Integer, Integer> it = map.range();
    while (it.next()) {
      seen.set(it.key());
      if (!grown) {
        putRange(map, 100, 1000);
        System.gc();
        grown = true;
      }
    }

    assertThat(seen.get(0, 16).cardinality()).isEqualTo(16);
  }

  @Test
  @DisplayName("TestConcurrentReadsAfterGrowth")
  void concurrentReadsAfterGrowth() throws InterruptedException, ExecutionException {
    readWhileNobodyWrites(false);
  }

  /** What Go reads through reflection is read through the views of a {@link java.util.Map}. */
  @Test
  @DisplayName("TestConcurrentReadsAfterGrowthReflect")
  void concurrentReadsAfterGrowthReflect() throws InterruptedException, ExecutionException {
    readWhileNobodyWrites(true);
  }

  /** After every write many readers and iterations at once: none of them may call that a race. */
  private static void readWhileNobodyWrites(boolean throughViews)
      throws InterruptedException, ExecutionException {
    int readers = 16;
    ExecutorService threads = Executors.newFixedThreadPool(readers);
    try {
      for (int round = 0; round < 3; round++) {
        GoMap<Integer, Integer> map = GoMap.make(KeyTypes.integers());
        for (int step = 0; step < 250; step++) {
          map.put(step, step);
          int present = step + 1;
          List<Future<Integer>> found = new ArrayList<>();
          for (int reader = 0; reader < readers; reader++) {
            found.add(threads.submit(() -> keysInOrder(map).size()));
            found.add(threads.submit(() -> countByLookup(map, present)));
            if (throughViews) {
              found.add(threads.submit(() -> countThroughViews(map)));
            }
          }
          for (Future<Integer> count : found) {
            assertThat(count.get()).isEqualTo(present);
          }
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int countByLookup(GoMap<Integer, Integer> map, int present) {
    int found = 0;
    for (int key = 0; key < present; key++) {
      found += map.lookup(key).ok() ? 1 : 0;
    }
    return found;
  }

  private static int countThroughViews(GoMap<Integer, Integer> map) {
    int found = 0;
    for (Integer key : map.keySet()) {
      found += map.entrySet().stream().anyMatch(entry -> entry.getKey().equals(key)) ? 1 : 0;
    }
    return found;
  }

  /** The map is full to the point of growing; the growth ends in the middle of the iteration. */
  @Test
  @DisplayName("TestMapNanGrowIterator")
  void mapNanGrowIterator() {
    int buckets = 16;
    int keys = buckets * 13 / 2;
    GoMap<Double, Integer> map = GoMap.make(KeyTypes.float64());
    for (int i = 0; i < keys; i++) {
      map.put(Double.NaN, i);
    }
    assertThat(BucketCount.of(map)).isEqualTo(buckets);
    map.put(1.0, 1);
    map.delete(1.0);
    assertThat(BucketCount.of(map)).isEqualTo(2 * buckets);

    BitSet found = new BitSet();
    GoMapIterator<Double, Integer> it = map.range();
    while (it.next()) {
      int elem = it.elem();
      assertThat(found.get(elem)).as("%s is shown again", elem).isFalse();
      found.set(elem);
      if (found.cardinality() == keys / 2) {
        for (int i = 0; i < buckets; i++) {
          map.delete(1.0);
        }
      }
    }
    assertThat(found.cardinality()).isEqualTo(keys);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 7, 9, 15})
  @DisplayName("TestMapIterOrder")
  void mapIterOrder(int entries) {
    for (int round = 0; round < 1000; round++) {
      assertOrderChanges(intMap(0, entries), 100);
    }
  }

  @Test
  @DisplayName("TestMapSparseIterOrder")
  void mapSparseIterOrder() {
    for (int round = 0; round < 10; round++) {
      GoMap<Integer, Integer> map = intMap(0, 1000);
      for (int i = 20; i < 1000; i++) {
        map.delete(i);
      }
      assertOrderChanges(map, 800);
    }
  }

  private static void assertOrderChanges(GoMap<Integer, Integer> map, int tries) {
    List<Integer> first = keysInOrder(map);
    for (int attempt = 0; attempt < tries; attempt++) {
      if (!keysInOrder(map).equals(first)) {
        return;
      }
    }
    throw new AssertionError("the same order in each of " + tries + " iterations: " + first);
  }
}
