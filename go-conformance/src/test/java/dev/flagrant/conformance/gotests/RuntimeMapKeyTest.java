package dev.flagrant.conformance.gotests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.conformance.gotests.KeyKinds.Unit;
import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import dev.flagrant.map.KeyTypes;
import dev.flagrant.map.TypeLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Go's {@code runtime/map_test.go}: the tests about kinds of keys and elems. */
class RuntimeMapKeyTest {
  private static <V> GoMap<Double, V> floatMap() {
    return GoMap.make(KeyTypes.float64());
  }

  @ParameterizedTest
  @CsvSource({"0.0, -0.0", "-0.0, 0.0"})
  @DisplayName("TestNegativeZero")
  void negativeZero(double first, double second) {
    GoMap<Double, Boolean> map = floatMap();
    map.put(first, true);
    map.put(second, true);

    assertThat(map.len()).isEqualTo(1);
    // Not equals, to which 0.0 and -0.0 differ as wished, but the bits, to leave no doubt.
    assertThat(map.keySet())
        .extracting(Double::doubleToRawLongBits)
        .containsExactly(Double.doubleToRawLongBits(second));
  }

  @Test
  @DisplayName("TestMapAssignmentNan")
  void mapAssignmentNan() {
    GoMap<Double, Integer> map = floatMap();
    map.put(Double.NaN, 1);
    map.put(Double.NaN, 2);
    map.put(Double.NaN, 4);

    assertThreeNans(map);
  }

  @Test
  @DisplayName("TestMapOperatorAssignmentNan")
  void mapOperatorAssignmentNan() {
    GoMap<Double, Integer> map = floatMap();
    map.merge(Double.NaN, 1, Integer::sum);
    map.merge(Double.NaN, 2, Integer::sum);
    map.merge(Double.NaN, 4, Integer::sum);

    assertThreeNans(map);
  }

  private static void assertThreeNans(GoMap<Double, Integer> map) {
    assertThat(map.len()).isEqualTo(3);
    List<Integer> elems = new ArrayList<>();
    GoMapIterator<Double, Integer> it = map.range();
    while (it.next()) {
      assertThat(it.key()).isNaN();
      elems.add(it.elem());
    }
    assertThat(elems).containsExactlyInAnyOrder(1, 2, 4);
  }

  @Test
  @DisplayName("TestBigItems")
  void bigItems() {
    TypeLayout layout = new TypeLayout(256 * 16, 8, true);
    GoMap<List<String>, List<String>> map =
        GoMap.<List<String>>builder(KeyKinds.large(layout.size(), true))
            .elem(layout)
            .hint(4)
            .build();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      List<String> item = new ArrayList<>(Collections.nCopies(256, "foo"));
      item.set(37, "string%02d".formatted(i));
      names.add(item.get(37));
      map.put(List.copyOf(item), List.copyOf(item));
    }

    assertThat(map.keySet())
        .extracting(key -> key.get(37))
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(map.values())
        .extracting(elem -> elem.get(37))
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(map).allSatisfy((key, elem) -> assertThat(elem).isEqualTo(key));
  }

  @Test
  @DisplayName("TestMapHugeZero")
  void mapHugeZero() {
    GoMap<Integer, byte[]> map =
        GoMap.builder(KeyTypes.integers()).elem(new TypeLayout(4000, 1, false)).build();
    byte[] zero = new byte[4000];

    assertThat(map.getOrZero(0, zero)).isSameAs(zero);
    assertThat(map.lookup(0).ok()).isFalse();
    map.put(1, new byte[] {1});
    assertThat(map.getOrZero(0, zero)).isSameAs(zero).containsOnly(0);
    assertThat(map.lookup(0).ok()).isFalse();
  }

  @Test
  @DisplayName("TestEmptyKeyAndValue")
  void emptyKeyAndValue() {
    GoMap<Integer, Unit> elemsEmpty =
        GoMap.builder(KeyTypes.integers()).elem(TypeLayout.EMPTY).hint(4).build();
    GoMap<Unit, Integer> keysEmpty = GoMap.builder(KeyKinds.UNITS).hint(4).build();
    GoMap<Unit, Unit> bothEmpty =
        GoMap.builder(KeyKinds.UNITS).elem(TypeLayout.EMPTY).hint(4).build();
    elemsEmpty.put(0, Unit.UNIT);
    keysEmpty.put(Unit.UNIT, 0);
    keysEmpty.put(Unit.UNIT, 1);
    bothEmpty.put(Unit.UNIT, Unit.UNIT);

    assertThat(elemsEmpty.len()).isEqualTo(1);
    assertThat(keysEmpty).hasSize(1).containsEntry(Unit.UNIT, 1);
    assertThat(bothEmpty).hasSize(1);
  }

  @Test
  @DisplayName("TestMapLargeKeyNoPointer")
  void mapLargeKeyNoPointer() {
    GoMap<List<Integer>, Integer> map = GoMap.make(KeyKinds.large(64 * 8, false));
    for (int i = 0; i < 1000; i++) {
      map.put(numbersFrom(i), i);
    }
    System.gc();
    for (int i = 0; i < 1000; i++) {
      assertThat(map.get(numbersFrom(i))).isEqualTo(i);
    }
  }

  @Test
  @DisplayName("TestMapLargeValNoPointer")
  void mapLargeValNoPointer() {
    GoMap<Integer, List<Integer>> map =
        GoMap.builder(KeyTypes.integers()).elem(new TypeLayout(64 * 8, 8, false)).build();
    for (int i = 0; i < 1000; i++) {
      map.put(i, numbersFrom(i));
    }
    System.gc();
    for (int i = 0; i < 1000; i++) {
      assertThat(map.get(i)).isEqualTo(numbersFrom(i));
    }
  }

  private static List<Integer> numbersFrom(int first) {
    Integer[] numbers = new Integer[64];
    Arrays.setAll(numbers, n -> first + n);
    return List.of(numbers);
  }

  interface HasString {}

  record CanString(int number) implements HasString {}

  record Complex(double re, double im) {}

  record GrabBag(
      float f32, double f64, Complex c128, String s, Object i0, HasString i1, List<String> a) {}

  @Test
  @DisplayName("TestMapInterfaceKey")
  void mapInterfaceKey() {
    GoMap<Object, Boolean> map = GoMap.make(KeyTypes.interfaces());
    // So many that a wrong hash is likely to lead to a wrong bucket.
    for (int i = 0; i < 1000; i++) {
      map.put(i, true);
    }
    grabBags().forEach(key -> map.put(key, true));

    assertThat(map).hasSize(1007);
    assertThat(grabBags())
        .hasSize(7)
        .allSatisfy(key -> assertThat(map.lookup(key)).isEqualTo(new GoMap.Lookup<>(true, true)));
  }

  /** New objects at each call, and a field of another type not zero in each. */
  private static List<GrabBag> grabBags() {
    Complex none = new Complex(0, 0);
    HasString nobody = new CanString(0);
    List<String> empty = List.of("", "", "", "");
    return List.of(
        new GrabBag(1, 0, none, "", 0, nobody, empty),
        new GrabBag(0, 1, none, "", 0, nobody, empty),
        new GrabBag(0, 0, new Complex(0, 1), "", 0, nobody, empty),
        new GrabBag(0, 0, none, "foo", 0, nobody, empty),
        new GrabBag(0, 0, none, "", "foo", nobody, empty),
        new GrabBag(0, 0, none, "", 0, new CanString(5), empty),
        new GrabBag(0, 0, none, "", 0, nobody, List.of("foo", "bar", "baz", "bop")));
  }
}
