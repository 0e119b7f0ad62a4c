package dev.flagrant.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.flagrant.map.runtime.Invariants;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The standard key types: what is equal, what a hash depends on, NaN, zeros, and arrays. */
class KeyTypesTest {
  /** A key type, and two keys that are equal and not the same object. */
  enum Standard {
    OBJECTS(KeyTypes.objects(), List.of("a", 1), Arrays.asList("a", 1)),
    STRINGS(KeyTypes.strings(), "a string", DetectionTest.copy("a string")),
    LONGS(KeyTypes.longs(), 1L << 40, Long.valueOf("1099511627776")),
    INTEGERS(KeyTypes.integers(), 1 << 20, Integer.valueOf("1048576")),
    FLOATS(KeyTypes.float64(), 1.5, Double.valueOf("1.5")),
    ZEROS(KeyTypes.float64(), +0.0, -0.0),
    ZERO_INTERFACES(KeyTypes.interfaces(), +0.0f, -0.0f),
    DOUBLE_INTERFACES(KeyTypes.interfaces(), 1.5, Double.valueOf("1.5")),
    FLOAT_INTERFACES(KeyTypes.interfaces(), 1.5f, Float.valueOf("1.5")),
    OTHER_INTERFACES(KeyTypes.interfaces(), "a string", DetectionTest.copy("a string"));

    final KeyType<Object> type;
    final Object key;
    final Object equal;

    @SuppressWarnings("unchecked") // the keys are of the type
    Standard(KeyType<?> type, Object key, Object equal) {
      this.type = (KeyType<Object>) type;
      this.key = key;
      this.equal = equal;
    }
  }

  @ParameterizedTest
  @EnumSource
  void equalKeysHaveOneHashForEachSeed(Standard standard) {
    Set<Long> hashes = new HashSet<>();
    for (int seed = -50; seed < 50; seed++) {
      long hash = standard.type.hash(standard.key, seed);
      assertThat(standard.type.hash(standard.equal, seed)).isEqualTo(hash);
      hashes.add(hash);
    }
    assertThat(standard.type.equal(standard.key, standard.equal)).isTrue();
    assertThat(hashes).hasSize(100);
  }

  @ParameterizedTest
  @EnumSource
  void theNullKeyIsAKeyAsAnyOther(Standard standard) {
    Map<Object, String> map = GoMap.make(standard.type);
    assertThat(map.containsKey(null)).isFalse();
    map.put(standard.key, "other");
    assertThat(map.containsKey(null)).isFalse();
    map.put(null, "null");
    map.put(null, "again");
    assertThat(map).hasSize(2).containsEntry(null, "again").containsEntry(standard.key, "other");
    assertThat(map.keySet()).contains(null, standard.key);
    assertThat(map.remove(null)).isEqualTo("again");
    assertThat(map).containsOnlyKeys(standard.key);
    Invariants.check((GoMap<?, ?>) map);
  }

  @Test
  void theNullKeyIsFoundAgainWhileTheMapGrows() {
    Map<Object, Integer> map = new GoMap<>();
    map.put(null, -1);
    for (int i = 0; i < 1000; i++) {
      map.put(i, i);
      assertThat(map.get(null)).isEqualTo(-1);
    }
    Invariants.check((GoMap<?, ?>) map);
  }

  @Test
  void positiveAndNegativeZeroAreOneKeyAndAWriteReplacesIt() {
    for (GoMap<Object, String> map :
        List.of(doubles(), GoMap.<Object, String>make(KeyTypes.interfaces()))) {
      map.put(+0.0, "positive");
      assertThat(map.get(-0.0)).isEqualTo("positive");
      map.put(-0.0, "negative");
      assertThat(map).hasSize(1);
      assertThat(map.keySet().iterator().next().toString()).isEqualTo("-0.0");
      assertThat(map.putIfAbsent(+0.0, "no")).isEqualTo("negative");
      assertThat(map.keySet().iterator().next().toString()).isEqualTo("-0.0");
      assertThat(map.remove(+0.0)).isEqualTo("negative");
      Invariants.check(map);
    }
    GoMap<Object, String> floats = GoMap.make(KeyTypes.interfaces());
    floats.put(+0.0f, "positive");
    assertThat(floats.get(-0.0f)).isEqualTo("positive");
    assertThat(floats.containsKey(0.0)).isFalse();
  }

  static Stream<Object> notANumbers() {
    return Stream.of(Double.NaN, Double.longBitsToDouble(0x7FF0_0000_0000_0001L), Float.NaN);
  }

  @ParameterizedTest
  @MethodSource("notANumbers")
  void aNaNIsNeverFoundAndEachPutOfOneIsAnEntry(Object nan) {
    GoMap<Object, Integer> map = GoMap.make(KeyTypes.interfaces());
    assertNaN(map, nan);
    if (nan instanceof Double) {
      assertNaN(doubles(), nan);
    }
  }

  private static <V> void assertNaN(GoMap<Object, V> untyped, Object nan) {
    @SuppressWarnings("unchecked") // the elems are of no interest
    GoMap<Object, Object> map = (GoMap<Object, Object>) untyped;
    for (int size = 0; size < 50; size += 2) {
      assertThat(map.put(nan, size)).isNull();
      assertThat(map).hasSize(size + 1);
      assertThat(map.get(nan)).isNull();
      assertThat(map.containsKey(nan)).isFalse();
      assertThat(map.lookup(nan).ok()).isFalse();
      assertThat(map.remove(nan)).isNull();
      assertThat(map.putIfAbsent(nan, -1)).isNull();
      map.delete(nan);
    }
    assertThat(map).hasSize(50);
    assertThat(map.values().stream().filter(elem -> elem.equals(-1)).count()).isEqualTo(25);
    Invariants.check(map);
    map.clear();
    assertThat(map).isEmpty();
    Invariants.check(map);
  }

  @SuppressWarnings("unchecked") // its keys are doubles
  private static GoMap<Object, String> doubles() {
    return GoMap.make((KeyType<Object>) (KeyType<?>) KeyTypes.float64());
  }

  @Test
  void theHashOfANaNIsDrawnFromTheGivenSource() {
    KeyType<Double> drawn = KeyTypes.float64(new SplittableRandom(1)::nextLong);
    KeyType<Double> again = KeyTypes.float64(new SplittableRandom(1)::nextLong);
    assertThat(drawn.hash(Double.NaN, 1)).isEqualTo(again.hash(Double.NaN, 1));
    assertThat(drawn.hash(Double.NaN, 1)).isNotEqualTo(drawn.hash(Double.NaN, 1));
    assertThat(KeyTypes.float64().hash(Double.NaN, 1))
        .isNotEqualTo(KeyTypes.float64().hash(Double.NaN, 1));
    assertThat(drawn.hash(1.5, 1)).isEqualTo(KeyTypes.float64().hash(1.5, 1));
  }

  @Test
  void interfaceKeysOfDifferentClassesAreNeverEqual() {
    List<Object> ones = List.of(1, 1L, (short) 1, (byte) 1, 1.0, 1.0f, '\1', "1");
    GoMap<Object, Object> map = GoMap.make(KeyTypes.interfaces());
    for (Object one : ones) {
      map.put(one, one);
    }
    assertThat(map).hasSize(ones.size());
    ones.forEach(one -> assertThat(map.get(one)).isSameAs(one));
    Invariants.check(map);
    // Lists of different classes are equal to Java, and not to Go.
    GoMap<Object, Object> lists = GoMap.make(KeyTypes.interfaces());
    lists.put(List.of(1), "immutable");
    assertThat(lists.containsKey(Arrays.asList(1))).isFalse();
    assertThat(lists.containsKey(List.of(1))).isTrue();
  }

  @Test
  void anArrayIsRefusedAsAnInterfaceKeyByEveryOperationAlsoOfAnEmptyMap() {
    GoMap<Object, Object> filled = GoMap.make(KeyTypes.interfaces());
    filled.put("a", 1);
    for (GoMap<Object, Object> map :
        List.of(filled, GoMap.<Object, Object>make(KeyTypes.interfaces()))) {
      int size = map.len();
      for (Runnable use :
          List.<Runnable>of(
              () -> map.get(new int[0]),
              () -> assertThat(map.containsKey(new int[0])).isFalse(),
              () -> map.lookup(new int[0]),
              () -> map.getOrZero(new int[0], 1),
              () -> map.put(new int[0], 1),
              () -> map.putIfAbsent(new int[0], 1),
              () -> map.remove(new int[0]),
              () -> map.delete(new int[0]),
              () -> assertThat(map.keySet().contains(new int[0])).isFalse(),
              () -> map.merge(new int[0], 1, (v, w) -> w))) {
        assertThatExceptionOfType(GoPanic.class)
            .isThrownBy(use::run)
            .withMessage("runtime error: hash of unhashable type int[]");
      }
      assertThat(map).hasSize(size);
      Invariants.check(map);
    }
    assertThatExceptionOfType(GoPanic.class)
        .isThrownBy(() -> filled.get(new String[0][0]))
        .withMessage("runtime error: hash of unhashable type java.lang.String[][]");
  }

  @Test
  void anArrayIsAnObjectAsAnyOtherToAMapOfObjects() {
    int[] key = {1};
    GoMap<Object, Object> map = new GoMap<>();
    map.put(key, "here");
    assertThat(map.get(key)).isEqualTo("here");
    assertThat(map.get(key.clone())).isNull();
  }

  @Test
  void onlyInterfacesMayPanicOnlyFloatsMayNotEqualThemselves() {
    assertThat(KeyTypes.interfaces().mayPanic()).isTrue();
    assertThat(KeyTypes.interfaces().reflexive()).isFalse();
    assertThat(KeyTypes.float64().reflexive()).isFalse();
    assertThat(KeyTypes.float64().needsKeyUpdate()).isTrue();
    assertThat(KeyTypes.interfaces().needsKeyUpdate()).isTrue();
    assertThat(KeyTypes.strings().needsKeyUpdate()).isTrue();
    for (KeyType<?> plain :
        List.of(KeyTypes.objects(), KeyTypes.longs(), KeyTypes.integers(), new Held.Keys())) {
      assertThat(plain.mayPanic()).isFalse();
      assertThat(plain.reflexive()).isTrue();
      assertThat(plain.needsKeyUpdate()).isFalse();
    }
  }

  @Test
  void aWriteReplacesAnEqualStringAndKeepsAnEqualObject() {
    String first = DetectionTest.copy("a");
    String second = DetectionTest.copy("a");
    GoMap<String, Integer> strings = GoMap.make(KeyTypes.strings());
    GoMap<String, Integer> objects = new GoMap<>();
    for (GoMap<String, Integer> map : List.of(strings, objects)) {
      map.put(first, 1);
      map.put(second, 2);
      assertThat(map).hasSize(1);
    }
    assertThat(strings.keySet().iterator().next()).isSameAs(second);
    assertThat(objects.keySet().iterator().next()).isSameAs(first);
  }

  @Test
  void theLayoutsAreGos() {
    assertThat(KeyTypes.objects().layout()).isEqualTo(new TypeLayout(8, 8, true));
    assertThat(KeyTypes.strings().layout()).isEqualTo(new TypeLayout(16, 8, true));
    assertThat(KeyTypes.longs().layout()).isEqualTo(new TypeLayout(8, 8, false));
    assertThat(KeyTypes.integers().layout()).isEqualTo(new TypeLayout(4, 4, false));
    assertThat(KeyTypes.float64().layout()).isEqualTo(new TypeLayout(8, 8, false));
    assertThat(KeyTypes.interfaces().layout()).isEqualTo(new TypeLayout(16, 8, true));
    assertThat(new Held.Keys().layout()).isEqualTo(TypeLayout.POINTER);
  }
}
