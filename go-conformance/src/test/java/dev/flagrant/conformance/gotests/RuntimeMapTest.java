package dev.flagrant.conformance.gotests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import dev.flagrant.map.KeyTypes;
import dev.flagrant.map.TypeLayout;
import dev.flagrant.map.runtime.BucketCount;
import dev.flagrant.map.runtime.BucketLayout;
import dev.flagrant.map.runtime.Invariants;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Go's {@code runtime/map_test.go}, test by test under its own names, but for those about kinds of
 * keys and elems, in {@link RuntimeMapKeyTest}, and those about iteration, in {@link
 * RuntimeMapIterationTest}.
 */
class RuntimeMapTest {
  private static <V> GoMap<Integer, V> intMap() {
    return GoMap.make(KeyTypes.integers());
  }

  private static <V> GoMap<String, V> stringMap() {
    return GoMap.make(KeyTypes.strings());
  }

  @Test
  @DisplayName("TestHmapSize")
  void hmapSize() {
    assertThat(BucketLayout.hmapSize(8)).isEqualTo(48);
    assertThat(BucketLayout.hmapSize(4)).isEqualTo(28);
  }

  @Test
  @DisplayName("TestMapOperatorAssignment")
  void mapOperatorAssignment() {
    GoMap<Integer, Integer> map = intMap();
    map.put(0, 12345);
    map.merge(0, 67890, Integer::sum);
    map.computeIfPresent(0, (key, elem) -> elem / 123);
    map.compute(0, (key, elem) -> (elem == null ? 0 : elem) % 456);

    assertThat(map.get(0)).isEqualTo((12345 + 67890) / 123 % 456);
  }

  @Test
  @DisplayName("TestMapAppendAssignment")
  void mapAppendAssignment() {
    GoMap<Integer, List<Integer>> map = intMap();
    map.put(0, List.of());
    append(map, 12345);
    append(map, 67890);
    append(map, 123, 456);
    append(map, 7, 8, 9, 0);

    assertThat(map.get(0)).containsExactly(12345, 67890, 123, 456, 7, 8, 9, 0);
  }

  private static void append(GoMap<Integer, List<Integer>> map, Integer... numbers) {
    List<Integer> longer = new ArrayList<>(map.getOrZero(0, List.of()));
    Collections.addAll(longer, numbers);
    map.put(0, longer);
  }

  @Test
  @DisplayName("TestAlias")
  void alias() {
    GoMap<Integer, Integer> map = intMap();
    map.put(0, 5);
    Map<Integer, Integer> other = map;
    other.put(0, 6);

    assertThat(map.get(0)).isEqualTo(6);
  }

  @Test
  @DisplayName("TestSingleBucketMapStringKeys_DupLen")
  void singleBucketMapStringKeys_DupLen() {
    assertLookups("x", "xx", "foo", "bar", "xxxx", "x".repeat(128), "y".repeat(128));
  }

  @Test
  @DisplayName("TestSingleBucketMapStringKeys_NoDupLen")
  void singleBucketMapStringKeys_NoDupLen() {
    assertLookups("x", "xx", "foo", "xxxx", "xxxxx", "xxxxxx", "x".repeat(128));
  }

  private static void assertLookups(String... keys) {
    GoMap<String, String> map = stringMap();
    for (String key : keys) {
      map.put(key, "elem of " + key);
    }

    assertThat(BucketCount.of(map)).isEqualTo(1);
    assertThat(map).hasSize(keys.length);
    GoMapIterator<String, String> it = map.range();
    while (it.next()) {
      assertThat(map.get(it.key())).isEqualTo(it.elem()).isEqualTo("elem of " + it.key());
    }
  }

  /**
   * Go looks bytes up without making a string of them; here the lookup itself allocates nothing.
   */
  @Test
  @DisplayName("TestMapStringBytesLookup")
  void mapStringBytesLookup() {
    GoMap<String, Integer> map = stringMap();
    map.put("1" + "0".repeat(48), 1);
    map.put("2" + "0".repeat(48), 2);
    byte[] bytes = ("1" + "0".repeat(48)).getBytes(StandardCharsets.US_ASCII);

    assertThat(map.get(new String(bytes, StandardCharsets.US_ASCII))).isEqualTo(1);
    bytes[0] = '2';
    String key = new String(bytes, StandardCharsets.US_ASCII);
    assertThat(map.get(key)).isEqualTo(2);
    int[] sum = new int[1];
    assertThat(Allocation.fewestBytes(() -> sum[0] += map.getOrZero(key, 0))).isZero();
    assertThat(Allocation.fewestBytes(() -> sum[0] += map.containsKey(key) ? 1 : 0)).isZero();
    assertThat(sum[0]).isEqualTo(300);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1L << 62})
  @DisplayName("TestIgnoreBogusMapHint")
  void ignoreBogusMapHint(long hint) {
    assertThatCode(() -> GoMap.make(hint).put(1, 1)).doesNotThrowAnyException();
  }

  /** Go's table has the same numbers for maps that do and that do not stay on the stack. */
  @ParameterizedTest
  @CsvSource({"-1073741824, 1", "-1, 1", "0, 1", "1, 1", "8, 1", "9, 2", "13, 2", "14, 4", "26, 4"})
  @DisplayName("TestMapBuckets")
  void mapBuckets(int entries, int buckets) {
    for (GoMap<Integer, Integer> map :
        List.of(
            new GoMap<Integer, Integer>(),
            GoMap.<Integer, Integer>make(KeyTypes.integers()),
            GoMap.<Integer, Integer>make(entries),
            GoMap.builder(KeyTypes.integers()).hint((long) entries).<Integer>build())) {
      assertThat(BucketCount.of(map) > 1 && BucketCount.pointerIsNil(map)).isFalse();
      for (int i = 0; i < entries; i++) {
        map.put(i, i);
      }
      assertThat(BucketCount.of(map)).isEqualTo(buckets);
    }
  }

  /** What stands in for TestNonEscapingMap: Go's needs no memory but of the stack. */
  @Test
  void aMapOfOneEntryAllocatesItsHeaderAndOneBucket() {
    Integer zero = 0;

    assertThat(Allocation.fewestBytes(() -> new GoMap<Integer, Integer>()))
        .as("a header, and no bucket before the first write")
        .isLessThanOrEqualTo(80);
    assertThat(Allocation.fewestBytes(() -> new GoMap<Integer, Integer>().put(zero, zero)))
        .as("a header, and a bucket of 16 references and two numbers with their arrays")
        .isLessThan(400);
  }

  @Test
  @DisplayName("TestDeferDeleteSlow")
  void deferDeleteSlow() {
    record Complex128(double re, double im) {}

    GoMap<Object, Integer> map = GoMap.make(KeyTypes.interfaces());
    for (int i = 0; i < 4; i++) {
      map.put(new Complex128(i, 0), i);
    }
    assertThat(map).hasSize(4);
    Deque<Runnable> deferred = new ArrayDeque<>();
    for (int i = 0; i < 4; i++) {
      Complex128 key = new Complex128(i, 0);
      deferred.push(() -> map.delete(key));
    }
    assertThat(map).hasSize(4);
    deferred.forEach(Runnable::run);

    assertThat(map).isEmpty();
  }

  @Test
  @DisplayName("TestIncrementAfterDeleteValueInt")
  void incrementAfterDeleteValueInt() {
    assertNothingIsLeftBehind(intMap(), 12, 13);
  }

  @Test
  @DisplayName("TestIncrementAfterDeleteValueInt32")
  void incrementAfterDeleteValueInt32() {
    assertNothingIsLeftBehind(
        GoMap.builder(KeyTypes.integers()).elem(TypeLayout.INT32).build(), 12, 13);
  }

  @Test
  @DisplayName("TestIncrementAfterDeleteValueInt64")
  void incrementAfterDeleteValueInt64() {
    assertNothingIsLeftBehind(
        GoMap.builder(KeyTypes.integers()).elem(TypeLayout.WORD).build(), 12, 13);
  }

  @Test
  @DisplayName("TestIncrementAfterDeleteKeyStringValueInt")
  void incrementAfterDeleteKeyStringValueInt() {
    assertNothingIsLeftBehind(stringMap(), "", "x");
  }

  /** An elem of a deleted entry must not show through in its cell's next entry. */
  private static <K> void assertNothingIsLeftBehind(GoMap<K, Integer> map, K deleted, K next) {
    map.put(deleted, 99);
    map.delete(deleted);
    assertThat(map.getOrZero(next, 0)).isZero();
    map.merge(next, 1, Integer::sum);

    assertThat(map.get(next)).isEqualTo(1);
  }

  @Test
  @DisplayName("TestIncrementAfterDeleteKeyValueString")
  void incrementAfterDeleteKeyValueString() {
    GoMap<String, String> map = stringMap();
    map.put("", "99");
    map.delete("");
    map.put("x", map.getOrZero("x", "") + "1");

    assertThat(map.get("x")).isEqualTo("1");
  }

  @Test
  @DisplayName("TestIncrementAfterBulkClearKeyStringValueInt")
  void incrementAfterBulkClearKeyStringValueInt() {
    GoMap<String, Integer> oneByOne = stringMap();
    oneByOne.put("", 99);
    GoMapIterator<String, Integer> it = oneByOne.range();
    while (it.next()) {
      oneByOne.delete(it.key());
    }
    oneByOne.merge("x", 1, Integer::sum);
    assertThat(oneByOne.get("x")).isEqualTo(1);

    // Go's compiler makes one call of that loop; here that call is a method of its own.
    GoMap<String, Integer> atOnce = stringMap();
    atOnce.put("", 99);
    atOnce.clear();
    atOnce.merge("x", 1, Integer::sum);
    assertThat(atOnce.get("x")).isEqualTo(1);
  }

  @Test
  @DisplayName("TestMapTombstones")
  void mapTombstones() {
    int n = 10_000;
    GoMap<Integer, Integer> map = intMap();
    for (int i = 0; i < n; i++) {
      map.put(i, i);
    }
    Invariants.check(map);
    for (int i = 0; i < n; i += 2) {
      map.delete(i);
    }
    Invariants.check(map);
    for (int i = n; i < 3 * n / 2; i++) {
      map.put(i, i);
    }
    Invariants.check(map);
    for (int i = 0; i < 3 * n / 2; i++) {
      map.delete(i);
    }
    Invariants.check(map);
    assertThat(map).isEmpty();
  }
}
