package dev.flagrant.conformance.gotests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import dev.flagrant.map.GoPanic;
import dev.flagrant.map.KeyTypes;
import dev.flagrant.map.TypeLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The map part of Go's {@code reflect/all_test.go}. What Go does through {@code reflect.Value} is
 * done through {@link java.util.Map}, and {@code reflect.MapIter} is {@link GoMapIterator}.
 */
class ReflectMapTest {
  /** Bytes of an object or two, which the JIT may or may not do without. */
  private static final long SLACK = 160;

  private static GoMap<String, Integer> oneTwoThree() {
    return mapOf(Map.of("one", 1, "two", 2, "three", 3));
  }

  private static GoMap<String, Integer> mapOf(Map<String, Integer> entries) {
    GoMap<String, Integer> map = GoMap.make(KeyTypes.strings());
    map.putAll(entries);
    return map;
  }

  /** All entries of an iteration as text, sorted. */
  private static String iterateToString(GoMapIterator<?, ?> it) {
    List<String> entries = new ArrayList<>();
    while (it.next()) {
      entries.add(it.key() + ": " + it.elem());
    }
    entries.sort(null);
    return entries.toString();
  }

  /** That keys of another type are refused is left to the compiler, for that is Java's place. */
  @Test
  @DisplayName("TestMap")
  void map() {
    Map<String, Integer> map = mapOf(Map.of("a", 1, "b", 2));
    assertThat(map).hasSize(2);
    assertThat(map.keySet()).containsExactlyInAnyOrder("a", "b");
    assertThat(map.get("a")).isEqualTo(1);
    assertThat(map.get("b")).isEqualTo(2);
    assertThat(map.get("not-present")).isNull();
    assertThat(map.containsKey("not-present")).isFalse();

    Map<String, Integer> copy = GoMap.make(KeyTypes.strings());
    map.forEach(copy::put);
    assertThat(copy).isEqualTo(map).hasSize(2);
    copy.remove("a");
    assertThat(copy.containsKey("a")).isFalse();
    assertThat(map.containsKey("a")).isTrue();
  }

  @Test
  @DisplayName("TestNilMap")
  void nilMap() {
    GoMap<String, byte[]> nil = GoMap.nil();
    assertThat(nil.keySet()).isEmpty();
    assertThat(nil.lookup("hello").ok()).isFalse();
    byte[] big = new byte[10 << 20];
    assertThat(nil.getOrZero("hello", big)).isSameAs(big);
    assertThatCode(() -> nil.delete("hi")).doesNotThrowAnyException();
    assertThatExceptionOfType(GoPanic.class)
        .isThrownBy(() -> nil.put("hi", big))
        .withMessage("assignment to entry in nil map");
  }

  @Test
  @DisplayName("TestMapAlloc")
  void mapAlloc() {
    Integer[] numbers = new Integer[1000];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    GoMap<Integer, Integer> map = GoMap.builder(KeyTypes.integers()).hint(10).build();
    map.put(numbers[5], numbers[7]);
    assertThat(Allocation.fewestBytes(() -> map.put(numbers[5], numbers[7]))).isZero();

    // With room for all, half of all need no memory beyond the map's own; without, they do.
    long roomOnly = Allocation.fewestBytes(() -> make(1000));
    assertThat(Allocation.fewestBytes(() -> putHalf(make(1000), numbers)))
        .isLessThan(roomOnly + SLACK);
    long small = Allocation.fewestBytes(() -> make(0));
    assertThat(Allocation.fewestBytes(() -> putHalf(make(0), numbers)))
        .isGreaterThan(small + roomOnly / 2);
  }

  private static GoMap<Integer, Integer> make(long hint) {
    return GoMap.builder(KeyTypes.integers()).elem(TypeLayout.WORD).hint(hint).seed(1).build();
  }

  private static void putHalf(GoMap<Integer, Integer> map, Integer[] numbers) {
    for (int i = 0; i < numbers.length / 2; i++) {
      map.put(numbers[i], numbers[i]);
    }
  }

  /** An entry is read into variables that are there already, and no step makes garbage. */
  @Test
  @DisplayName("TestMapIterSet")
  void mapIterSet() {
    GoMap<String, Object> map = GoMap.make(KeyTypes.strings());
    for (Object elem : List.of((byte) 1, 2, 3L, 4.0f, 5.0, 'c', "text", true, List.of(1))) {
      map.put(elem.getClass().getSimpleName(), elem);
    }
    GoMapIterator<String, Object> it = map.range();
    int seen = 0;
    String key;
    Object elem;
    while (it.next()) {
      key = it.key();
      elem = it.elem();
      assertThat(elem).isSameAs(map.get(key));
      seen++;
    }
    assertThat(seen).isEqualTo(map.len());

    GoMap<Integer, Integer> large = make(0);
    Integer[] numbers = new Integer[2000];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    putHalf(large, numbers);
    assertThat(Allocation.fewestBytes(() -> iterate(large))).as("an iterator").isLessThan(SLACK);
  }

  private static void iterate(GoMap<Integer, Integer> map) {
    GoMapIterator<Integer, Integer> it = map.range();
    while (it.next()) {
      assertNotNull(it.key(), it.elem());
    }
  }

  private static void assertNotNull(Object key, Object elem) {
    if (key == null || elem == null) {
      throw new AssertionError("an entry without key or elem");
    }
  }

  @Test
  @DisplayName("TestMapIterNonEmptyMap")
  void mapIterNonEmptyMap() {
    assertThat(iterateToString(oneTwoThree().range())).isEqualTo("[one: 1, three: 3, two: 2]");
  }

  @Test
  @DisplayName("TestMapIterNilMap")
  void mapIterNilMap() {
    assertThat(iterateToString(GoMap.nil().range())).isEqualTo("[]");
  }

  /** What stands in for TestMapIterReset: an iterator is for one map, another range another one. */
  @Test
  void eachRangeBeginsAnew() {
    GoMap<Long, Long> map = GoMap.make(KeyTypes.longs());
    map.put(1L, 2L);
    map.put(2L, 4L);
    map.put(4L, 8L);
    for (int round = 0; round < 5; round++) {
      GoMapIterator<Long, Long> it = map.range();
      long keys = 0;
      long elems = 0;
      while (it.next()) {
        keys ^= it.key();
        elems ^= it.elem();
      }
      assertThat(keys).isEqualTo(0b111);
      assertThat(elems).isEqualTo(0b1110);
      assertThat(iterateToString(oneTwoThree().range())).isEqualTo("[one: 1, three: 3, two: 2]");
    }
  }

  @Test
  @DisplayName("TestMapIterSafety")
  void mapIterSafety() {
    for (GoMap<String, Integer> map : List.of(GoMap.<String, Integer>nil(), oneTwoThree())) {
      GoMapIterator<String, Integer> it = map.range();
      assertPanics(it::key, "MapIter.Key called before Next");
      assertPanics(it::elem, "MapIter.Value called before Next");
      while (it.next()) {
        assertThat(it.key()).isNotNull();
      }
      assertPanics(it::key, "MapIter.Key called on exhausted iterator");
      assertPanics(it::elem, "MapIter.Value called on exhausted iterator");
      assertPanics(it::next, "MapIter.Next called on exhausted iterator");
    }
  }

  private static void assertPanics(ThrowingCallable code, String message) {
    assertThatExceptionOfType(GoPanic.class).isThrownBy(code).withMessage(message);
  }

  @Test
  @DisplayName("TestMapIterNext")
  void mapIterNext() {
    GoMap<String, Integer> map = GoMap.make(KeyTypes.strings());
    GoMapIterator<String, Integer> it = map.range();
    map.put("one", 1);

    assertThat(iterateToString(it)).isEqualTo("[one: 1]");
  }

  @Test
  @DisplayName("TestMapIterDelete0")
  void mapIterDelete0() {
    GoMap<String, Integer> map = oneTwoThree();
    GoMapIterator<String, Integer> it = map.range();
    List.of("one", "two", "three").forEach(map::delete);

    assertThat(iterateToString(it)).isEqualTo("[]");
  }

  @Test
  @DisplayName("TestMapIterDelete1")
  void mapIterDelete1() {
    GoMap<String, Integer> map = oneTwoThree();
    GoMapIterator<String, Integer> it = map.range();
    int steps = 0;
    while (it.next()) {
      steps++;
      List.of("one", "two", "three").forEach(map::delete);
    }

    assertThat(steps).isEqualTo(1);
  }
}
