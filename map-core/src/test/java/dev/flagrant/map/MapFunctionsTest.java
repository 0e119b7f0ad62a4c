package dev.flagrant.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagrant.map.runtime.Invariants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The operations that take a function: null keys, null elems, and functions that use the map. */
class MapFunctionsTest {
  private final GoMap<@Nullable String, @Nullable Integer> goMap = new GoMap<>();
  private final Map<@Nullable String, @Nullable Integer> map = goMap;

  @AfterEach
  void theMapIsSound() {
    Invariants.check(goMap);
  }

  @Test
  void theNullKeyIsComputedMergedAndReplacedAsAnyOther() {
    assertThat(map.computeIfAbsent(null, k -> 1)).isEqualTo(1);
    assertThat(map.computeIfPresent(null, (k, v) -> v == null ? 0 : v + 1)).isEqualTo(2);
    assertThat(map.merge(null, 5, Integer::sum)).isEqualTo(7);
    assertThat(map.replace(null, 8)).isEqualTo(7);
    assertThat(map.compute(null, (k, v) -> k == null ? 9 : 0)).isEqualTo(9);
    assertThat(map.compute(null, (k, v) -> null)).isNull();
    assertThat(map).isEmpty();
  }

  @Test
  void aNullElemCountsAsAbsentToComputeMergeAndPutIfAbsentOnly() {
    map.put("k", null);
    assertThat(map.replace("k", null)).isNull();
    assertThat(map.replace("k", null, 1)).isTrue();
    map.put("k", null);
    assertThat(map.computeIfPresent("k", (k, v) -> 1)).isNull();
    assertThat(map.computeIfAbsent("k", k -> null)).isNull();
    assertThat(map).containsEntry("k", null);
    assertThat(map.computeIfAbsent("k", k -> 2)).isEqualTo(2);
    map.put("k", null);
    assertThat(map.merge("k", 3, (v, w) -> 100)).isEqualTo(3);
    map.put("k", null);
    assertThat(map.putIfAbsent("k", 4)).isNull();
    assertThat(map.putIfAbsent("k", 5)).isEqualTo(4);
    assertThat(map.compute("absent", (k, v) -> null)).isNull();
    assertThat(map).containsOnlyKeys("k");
    map.put("k", null);
    assertThat(map.compute("k", (k, v) -> null)).isNull();
    assertThat(map).isEmpty();
  }

  @Test
  void aMissingFunctionOrMergedElemIsRefused() {
    map.put("k", 1);
    assertThatNullPointerException().isThrownBy(() -> map.merge("k", null, (v, w) -> 1));
    assertThatNullPointerException().isThrownBy(() -> map.merge("k", 1, missing()));
    assertThatNullPointerException().isThrownBy(() -> map.compute("k", missing()));
    assertThatNullPointerException().isThrownBy(() -> map.computeIfAbsent("k", missing()));
    assertThatNullPointerException().isThrownBy(() -> map.computeIfPresent("k", missing()));
    assertThatNullPointerException().isThrownBy(() -> map.replaceAll(missing()));
    assertThatNullPointerException().isThrownBy(() -> map.forEach(missing()));
    assertThatNullPointerException().isThrownBy(() -> map.putAll(missing()));
    assertThat(map).containsExactly(Map.entry("k", 1));
  }

  @Test
  void whatAFunctionThrowsPassesThroughAndNothingIsChanged() {
    fill(100);
    Map<String, Integer> before = new HashMap<>(map);
    for (Runnable refused :
        List.<Runnable>of(
            () -> map.compute("1", (k, v) -> refuse()),
            () -> map.computeIfAbsent("absent", k -> refuse()),
            () -> map.computeIfPresent("1", (k, v) -> refuse()),
            () -> map.merge("1", 1, (v, w) -> refuse()),
            () -> map.replaceAll((k, v) -> refuse()),
            () -> map.forEach((k, v) -> refuse()))) {
      assertThatThrownBy(refused::run).hasMessage("refused");
      assertThat(map).isEqualTo(before);
    }
  }

  /** Uses of a map by a function that was given to one of its own operations. */
  enum Use {
    LOOKS_UP {
      @Override
      void of(Map<String, Integer> map) {
        assertThat(map.get("50")).isEqualTo(50);
      }
    },
    WRITES {
      @Override
      void of(Map<String, Integer> map) {
        map.put("another", 1);
      }
    },
    GROWS_IT {
      @Override
      void of(Map<String, Integer> map) {
        for (int i = 0; i < 2_000; i++) {
          map.put("more " + i, i);
        }
      }
    },
    REMOVES_OTHERS {
      @Override
      void of(Map<String, Integer> map) {
        map.keySet().removeIf(key -> !key.equals("1") && !key.equals("50"));
      }
    },
    ITERATES {
      @Override
      void of(Map<String, Integer> map) {
        assertThat(map.entrySet().stream().filter(e -> e.getValue() != null).count()).isPositive();
      }
    },
    COMPUTES_ANOTHER {
      @Override
      void of(Map<String, Integer> map) {
        map.merge("another", 1, (v, w) -> v + w + map.size());
      }
    };

    abstract void of(Map<String, Integer> map);
  }

  static Stream<Use> uses() {
    return Stream.of(Use.values());
  }

  @ParameterizedTest
  @MethodSource("uses")
  void aFunctionMayUseTheMap(Use use) {
    fill(100);
    Map<String, Integer> used = usable();
    assertThat(
            used.compute(
                "1",
                (k, v) -> {
                  use.of(used);
                  return v == null ? -1 : v + 1;
                }))
        .isEqualTo(2);
    assertThat(
            used.computeIfPresent(
                "1",
                (k, v) -> {
                  use.of(used);
                  return v + 1;
                }))
        .isEqualTo(3);
    assertThat(
            used.computeIfAbsent(
                "absent",
                k -> {
                  use.of(used);
                  return 7;
                }))
        .isEqualTo(7);
    assertThat(
            used.merge(
                "1",
                10,
                (v, w) -> {
                  use.of(used);
                  return v + w;
                }))
        .isEqualTo(13);
    assertThat(used).containsEntry("1", 13).containsEntry("50", 50);
  }

  @Test
  void forEachShowsUntouchedEntriesOnceWhileItsActionWrites() {
    fill(200);
    List<@Nullable String> shown = new ArrayList<>();
    map.forEach(
        (k, v) -> {
          shown.add(k);
          map.put("new " + k, v);
        });
    assertThat(shown).doesNotHaveDuplicates().containsAll(keys(200));
    assertThat(map).hasSize(200 + shown.size());
  }

  @Test
  void forEachDoesNotShowWhatItsActionHasRemoved() {
    fill(100);
    List<@Nullable String> shown = new ArrayList<>();
    map.forEach(
        (k, v) -> {
          shown.add(k);
          map.clear();
        });
    assertThat(shown).hasSize(1);
    assertThat(map).isEmpty();
  }

  @Test
  void replaceAllReplacesEachElemOnceAlsoInAGrowingMap() {
    for (int size = 1; size < 300; size++) {
      map.put(String.valueOf(size), size);
      Map<String, Integer> twice = new HashMap<>(map);
      twice.replaceAll((k, v) -> v * 2);
      map.replaceAll((k, v) -> v == null ? null : v * 2);
      assertThat(map).isEqualTo(twice);
      map.replaceAll((k, v) -> Objects.requireNonNull(v) / 2);
      Invariants.check(goMap);
    }
  }

  @Test
  void replaceAllPutsNothingBackThatItsFunctionRemoves() {
    fill(300);
    map.replaceAll(
        (k, v) -> {
          if (k.endsWith("7")) {
            map.remove(k);
          }
          return -1;
        });
    assertThat(map).hasSize(270).doesNotContainKey("7").doesNotContainKey("297");
    assertThat(map.values()).containsOnly(-1);
  }

  @Test
  void replaceAllAddsNothingForAKeyWhoseHashHasChanged() {
    GoMap<List<Integer>, String> changed = new GoMap<>();
    List<Integer> key = new ArrayList<>(List.of(1));
    changed.put(key, "v");
    key.add(2);
    changed.replaceAll((k, v) -> "w");
    assertThat(changed).hasSize(1);
    key.remove(1);
    assertThat(changed).containsEntry(key, "v");
    Invariants.check(changed);
  }

  @Test
  void replaceAllRefusesAKeyThatDoesNotEqualItself() {
    GoMap<Double, Integer> nan = GoMap.make(KeyTypes.float64());
    nan.put(Double.NaN, 1);
    assertThatThrownBy(() -> nan.replaceAll((k, v) -> 2))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("NaN");
    assertThat(nan.values()).containsExactly(1);
    Invariants.check(nan);
  }

  @Test
  void getOrDefaultTellsANullElemFromAMissingOne() {
    map.put("k", null);
    assertThat(map.getOrDefault("k", 1)).isNull();
    assertThat(map.getOrDefault("absent", 1)).isEqualTo(1);
    assertThat(map.getOrDefault(null, 2)).isEqualTo(2);
    map.put(null, 3);
    assertThat(map.getOrDefault(null, 2)).isEqualTo(3);
  }

  private void fill(int count) {
    keys(count).forEach(key -> map.put(key, Integer.valueOf(key)));
  }

  private static List<String> keys(int count) {
    return Stream.iterate(0, i -> i + 1).limit(count).map(String::valueOf).toList();
  }

  @SuppressWarnings("NullAway") // the maps that are used have no null key and no null elem
  private Map<String, Integer> usable() {
    return map;
  }

  private static Integer refuse() {
    throw new IllegalStateException("refused");
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what must not be passed
  private static <T> T missing() {
    return null;
  }
}
