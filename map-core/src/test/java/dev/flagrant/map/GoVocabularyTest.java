package dev.flagrant.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flagrant.map.GoMap.Lookup;
import dev.flagrant.map.runtime.Invariants;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Go's words: lookup with ok, zero values, delete, clear, len, nil maps, hints and layouts. */
class GoVocabularyTest {
  @Test
  void lookupTellsANullElemFromAMissingOne() {
    GoMap<String, @Nullable String> map = new GoMap<>();
    Map<String, @Nullable String> java = map;
    java.put("null", null);
    java.put("here", "elem");
    assertThat(map.lookup("here")).isEqualTo(new Lookup<>("elem", true));
    assertThat(map.lookup("null")).isEqualTo(new Lookup<>(null, true));
    assertThat(map.lookup("gone")).isEqualTo(new Lookup<>(null, false));
    Invariants.check(map);
  }

  @Test
  void getOrZeroGivesTheCallersZeroValueForAMissingKeyOnly() {
    GoMap<String, Integer> map = new GoMap<>(Map.of("a", 7));
    assertThat(map.getOrZero("a", 0)).isEqualTo(7);
    assertThat(map.getOrZero("b", 0)).isZero();
    Map<String, @Nullable Integer> java = new GoMap<>();
    java.put("null", null);
    assertThat(java.getOrDefault("null", 3)).isNull();
    Invariants.check(map);
  }

  @Test
  void deleteRemovesWhatIsThereAndMindsNothingElse() {
    GoMap<String, Integer> map = new GoMap<>(Map.of("a", 1, "b", 2));
    map.delete("a");
    map.delete("a");
    map.delete("no such");
    assertThat(map).containsExactly(Map.entry("b", 2));
    assertThat(map.len()).isEqualTo(1);
    Invariants.check(map);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 9, 53, 54, 1000})
  void clearRemovesEverythingAndTheMapGoesOn(int size) {
    GoMap<Integer, Integer> map = new GoMap<>();
    for (int i = 0; i < size; i++) {
      map.put(i, i);
    }
    assertThat(map.len()).isEqualTo(size);
    map.clear();
    assertThat(map.len()).isZero();
    assertThat(map.lookup(0).ok()).isFalse();
    assertThat(map.range().next()).isFalse();
    Invariants.check(map);
    map.put(1, 2);
    assertThat(map).containsExactly(Map.entry(1, 2));
    Invariants.check(map);
  }

  @Nested
  class ANilMap {
    private final GoMap<Object, Object> nil = GoMap.nil();

    @Test
    void readsAsAnEmptyOne() {
      assertThat(nil.len()).isZero();
      assertThat(nil.isEmpty()).isTrue();
      assertThat(nil.get("a")).isNull();
      assertThat(nil.lookup("a")).isEqualTo(new Lookup<>(null, false));
      assertThat(nil.getOrZero("a", 1)).isEqualTo(1);
      assertThat(nil.containsKey("a")).isFalse();
      assertThat(nil.containsValue("a")).isFalse();
      assertThat(nil.range().next()).isFalse();
      assertThat(nil.entrySet()).isEmpty();
      assertThat(nil).hasToString("{}").isEqualTo(Map.of()).hasSameHashCodeAs(Map.of());
    }

    @Test
    void deletesAndClearsNothing() {
      nil.delete("a");
      assertThat(nil.remove("a")).isNull();
      nil.clear();
      nil.keySet().clear();
      nil.replaceAll((k, v) -> v);
      Invariants.check(nil);
    }

    @Test
    void panicsWhenItIsAssignedTo() {
      for (Runnable assignment :
          List.<Runnable>of(
              () -> nil.put("a", 1),
              () -> nil.putIfAbsent("a", 1),
              () -> nil.computeIfAbsent("a", k -> 1),
              () -> nil.compute("a", (k, v) -> 1),
              () -> nil.merge("a", 1, (v, w) -> w),
              () -> nil.putAll(Map.of("a", 1)))) {
        assertThatExceptionOfType(GoPanic.class)
            .isThrownBy(assignment::run)
            .withMessage("assignment to entry in nil map");
      }
      Invariants.check(nil);
      assertThat(nil).isEmpty();
    }

    @Test
    void panicsForNilBeforeItLooksAtTheKey() {
      assertThatExceptionOfType(GoPanic.class)
          .isThrownBy(() -> nil.put(new int[0], 1))
          .withMessage("assignment to entry in nil map");
    }
  }

  @ParameterizedTest
  @ValueSource(
      longs = {0, 1, 8, 9, 1000, 100_000, -1, Integer.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE})
  void anyHintMakesAnEmptyMapThatWorks(long hint) {
    GoMap<Integer, Integer> made = GoMap.make(hint);
    GoMap<Integer, Integer> built = GoMap.<Integer>builder(KeyTypes.integers()).hint(hint).build();
    for (GoMap<Integer, Integer> map : List.of(made, built)) {
      assertThat(map).isEmpty();
      for (int i = 0; i < 100; i++) {
        map.put(i, -i);
      }
      assertThat(map.len()).isEqualTo(100);
      assertThat(map.lookup(99)).isEqualTo(new Lookup<>(-99, true));
      Invariants.check(map);
    }
  }

  @Test
  void oneBuilderMakesManyMaps() {
    GoMapBuilder<String> builder = GoMap.builder(KeyTypes.strings());
    GoMap<String, Integer> first = builder.build();
    GoMap<String, Integer> second = builder.build();
    first.put("a", 1);
    assertThat(second).isEmpty();
  }

  @Test
  void mapsWithOneSeedIterateInOneOrderAndOthersInOthers() {
    String first = seeded(1);
    assertThat(seeded(1)).isEqualTo(first);
    assertThat(List.of(seeded(2), seeded(3), seeded(4))).doesNotContain(first);
  }

  private static String seeded(long seed) {
    GoMap<Integer, Integer> map = GoMap.<Integer>builder(KeyTypes.integers()).seed(seed).build();
    for (int i = 0; i < 50; i++) {
      map.put(i, i);
    }
    return map.toString();
  }

  @Test
  void aLayoutThatNoTypeHasIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TypeLayout(-1, 1, false))
        .withMessage("size -1 is negative");
    for (int align : new int[] {0, 3, -8, Integer.MIN_VALUE}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new TypeLayout(8, align, false))
          .withMessage("align " + align + " is not a power of two");
    }
  }

  @Test
  void aLayoutThatNoMapTakesIsRefusedWithGosMessage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mapOf(new TypeLayout(16, 16, false)))
        .withMessage("elem align too big");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mapOf(new TypeLayout(9, 8, false)))
        .withMessage("elem size not a multiple of elem align");
    assertThat(mapOf(new TypeLayout(1024, 8, true))).isEmpty();
    assertThat(mapOf(TypeLayout.EMPTY)).isEmpty();
  }

  private static GoMap<String, Object> mapOf(TypeLayout elem) {
    return GoMap.<String>builder(KeyTypes.strings()).elem(elem).build();
  }
}
