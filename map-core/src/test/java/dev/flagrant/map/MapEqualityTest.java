package dev.flagrant.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.runtime.Invariants;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code equals}, {@code hashCode}, {@code toString}, and the constructor that copies. */
class MapEqualityTest {
  private static final Map<String, Integer> ENTRIES = Map.of("a", 1, "b", 2, "c", 3);

  private static <K, V> GoMap<K, V> copyOf(Map<K, V> entries) {
    GoMap<K, V> copy = new GoMap<>(entries);
    Invariants.check(copy);
    return copy;
  }

  @Test
  void mapsWithTheSameEntriesAreEqualWhateverTheirClass() {
    GoMap<String, Integer> map = copyOf(ENTRIES);
    for (Map<String, Integer> other :
        List.of(
            map,
            ENTRIES,
            new HashMap<>(ENTRIES),
            new TreeMap<>(ENTRIES),
            new ConcurrentHashMap<>(ENTRIES),
            copyOf(ENTRIES),
            copyInto(GoMap.make(KeyTypes.strings())))) {
      assertThat(map.equals(other)).isTrue();
      assertThat(other.equals(map)).isTrue();
      assertThat(map.hashCode()).isEqualTo(other.hashCode());
    }
  }

  @Test
  void mapsThatDifferInAnEntryAreNot() {
    GoMap<String, Integer> map = copyOf(ENTRIES);
    assertThat(map.equals(Map.of())).isFalse();
    assertThat(map.equals(Map.of("a", 1, "b", 2, "c", 4))).isFalse();
    assertThat(map.equals(Map.of("a", 1, "b", 2, "d", 3))).isFalse();
    assertThat(map.equals(Map.of("a", 1, "b", 2, "c", 3, "d", 4))).isFalse();
    assertThat(map).isNotEqualTo("a string").isNotEqualTo(null);
  }

  @Test
  void aNullElemIsNotEqualToAMissingOne() {
    GoMap<String, @Nullable Integer> map = new GoMap<>(Collections.singletonMap("a", null));
    assertThat(map.equals(Collections.singletonMap("a", null))).isTrue();
    assertThat(map.equals(Collections.singletonMap("b", null))).isFalse();
    assertThat(map.equals(Collections.singletonMap("b", 1))).isFalse();
    assertThat(map.equals(Map.of("a", 1))).isFalse();
  }

  @Test
  void aMapThatRefusesOurKeysIsNotEqual() {
    GoMap<Object, Object> withNull = new GoMap<>(Collections.singletonMap(null, 1));
    GoMap<Object, Object> withNumber = new GoMap<>(Map.of(1, 1));
    GoMap<Object, Object> withArray = new GoMap<>(Map.of(new int[0], 1));
    assertThat(withNull.equals(new TreeMap<>(Map.of("a", 1)))).isFalse();
    assertThat(withNull.equals(new ConcurrentHashMap<>(Map.of("a", 1)))).isFalse();
    assertThat(withNull.equals(Map.of("a", 1))).isFalse();
    assertThat(withNumber.equals(new TreeMap<>(Map.of("a", 1)))).isFalse();
    assertThat(withNumber.equals(single(KeyTypes.longs(), 1L))).isFalse();
    assertThat(withArray.equals(single(KeyTypes.interfaces(), 1L))).isFalse();
  }

  @Test
  void aNaNKeyIsNotFoundInTheOtherMapSoTwoSuchMapsAreNotEqual() {
    assertThat(single(KeyTypes.float64(), Double.NaN))
        .isNotEqualTo(single(KeyTypes.float64(), Double.NaN));
  }

  @Test
  void theHashCodeIsTheSumOfThoseOfTheEntries() {
    Map<@Nullable Object, @Nullable Object> expected = new HashMap<>();
    Map<@Nullable Object, @Nullable Object> map = new GoMap<>();
    for (int i = 0; i < 100; i++) {
      assertThat(map.hashCode()).isEqualTo(expected.hashCode());
      Object key = i == 50 ? null : "key " + i;
      Object elem = i % 7 == 0 ? null : i;
      map.put(key, elem);
      expected.put(key, elem);
    }
    Invariants.check((GoMap<?, ?>) map);
  }

  @Test
  void aMapIsPrintedAsOtherMapsAre() {
    Map<@Nullable Object, @Nullable Object> map = new GoMap<>();
    assertThat(map).hasToString("{}");
    map.put("a", 1);
    assertThat(map).hasToString("{a=1}");
    map.put(null, null);
    assertThat(map.toString()).isIn("{a=1, null=null}", "{null=null, a=1}");
    Invariants.check((GoMap<?, ?>) map);
  }

  @Test
  void aMapThatHoldsItselfIsPrinted() {
    GoMap<Object, Object> map = new GoMap<>();
    map.put("me", map);
    assertThat(map).hasToString("{me=(this Map)}");

    GoMap<Object, Object> keyed = GoMap.make(new ByIdentity());
    keyed.put(keyed, "me");
    assertThat(keyed).hasToString("{(this Map)=me}");
    assertThat(keyed.get(keyed)).isEqualTo("me");
    Invariants.check(keyed);
  }

  @Test
  void aMapThatHoldsItselfEqualsItself() {
    GoMap<Object, Object> map = new GoMap<>();
    map.put("me", map);
    assertThat(map.equals(map)).isTrue();
    assertThat(map.containsValue(map)).isTrue();
  }

  @Test
  void aCopyHasTheEntriesAndIsApartFromTheOriginal() {
    for (int size : new int[] {0, 1, 8, 9, 100, 1000}) {
      GoMap<Integer, Integer> original = new GoMap<>();
      for (int i = 0; i < size; i++) {
        original.put(i, -i);
      }
      GoMap<Integer, Integer> copy = copyOf(original);
      assertThat(copy).isEqualTo(original);
      original.clear();
      assertThat(copy).hasSize(size);
      copy.put(-1, 1);
      assertThat(original).isEmpty();
      Invariants.check(copy);
    }
  }

  @Test
  void aCopyTakesNullKeysAndElems() {
    assertThat(new GoMap<>(Collections.singletonMap(null, null)))
        .isEqualTo(Collections.singletonMap(null, null));
  }

  @Test
  void puttingAMapIntoItselfChangesNothing() {
    GoMap<Integer, Integer> map = new GoMap<>();
    for (int i = 0; i < 300; i++) {
      map.put(i, i);
      map.putAll(map);
      assertThat(map).hasSize(i + 1);
      Invariants.check(map);
    }
  }

  @Test
  void puttingAMapOfNaNsIntoItselfEnds() {
    GoMap<Double, Integer> map = GoMap.<Double>builder(KeyTypes.float64()).seed(1).build();
    for (int i = 0; i < 20; i++) {
      map.put(Double.NaN, i);
    }
    map.putAll(map);
    assertThat(map.len()).isGreaterThanOrEqualTo(40);
    Invariants.check(map);
  }

  private static GoMap<String, Integer> copyInto(GoMap<String, Integer> map) {
    map.putAll(ENTRIES);
    Invariants.check(map);
    return map;
  }

  private static <K> GoMap<K, Integer> single(KeyType<? super K> type, K key) {
    GoMap<K, Integer> map = GoMap.make(type);
    map.put(key, 1);
    return map;
  }

  private static final class ByIdentity implements KeyType<Object> {
    @Override
    public long hash(Object key, int seed) {
      return KeyTypes.mix(System.identityHashCode(key), seed);
    }

    @Override
    public boolean equal(Object key, Object stored) {
      return key == stored;
    }
  }
}
