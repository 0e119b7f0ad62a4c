package dev.flagrant.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagrant.map.runtime.Invariants;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The three views, their iterators, spliterators and entries. */
class MapViewsTest {
  private static final int SIZE = 100;

  private final GoMap<Integer, String> map = new GoMap<>();

  MapViewsTest() {
    for (int i = 0; i < SIZE; i++) {
      map.put(i, "elem " + i);
    }
  }

  @AfterEach
  void theMapIsSound() {
    Invariants.check(map);
  }

  /** A view, and the key of what it shows. */
  enum View {
    KEYS(GoMap::keySet, key -> (Integer) key),
    VALUES(GoMap::values, value -> Integer.valueOf(((String) value).substring(5))),
    ENTRIES(GoMap::entrySet, entry -> (Integer) ((Map.Entry<?, ?>) entry).getKey());

    final Function<GoMap<Integer, String>, Collection<?>> view;
    final Function<Object, Integer> keyOf;

    View(Function<GoMap<Integer, String>, Collection<?>> view, Function<Object, Integer> keyOf) {
      this.view = view;
      this.keyOf = keyOf;
    }

    Collection<?> of(GoMap<Integer, String> map) {
      return view.apply(map);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anIterationShowsEverythingOnceAndThenNothing(View view) {
    Iterator<?> it = view.of(map).iterator();
    Set<Integer> shown = new HashSet<>();
    while (it.hasNext()) {
      assertThat(it.hasNext()).isTrue();
      assertThat(shown.add(view.keyOf.apply(it.next()))).isTrue();
    }
    assertThat(shown).isEqualTo(map.keySet());
    assertThat(it.hasNext()).isFalse();
    assertThatThrownBy(it::next).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(it::next).isInstanceOf(NoSuchElementException.class);
  }

  @ParameterizedTest
  @EnumSource
  void nextNeedsNoHasNext(View view) {
    Iterator<?> it = view.of(map).iterator();
    Set<Integer> shown = new HashSet<>();
    for (int i = 0; i < SIZE; i++) {
      shown.add(view.keyOf.apply(it.next()));
    }
    assertThat(shown).hasSize(SIZE);
    assertThatThrownBy(it::next).isInstanceOf(NoSuchElementException.class);
  }

  @ParameterizedTest
  @EnumSource
  void removeTakesAwayWhatWasShownLastAlsoAfterHasNext(View view) {
    Set<Integer> expected = new HashSet<>(map.keySet());
    Iterator<?> it = view.of(map).iterator();
    while (it.hasNext()) {
      int key = view.keyOf.apply(it.next());
      if (key % 3 != 0) {
        continue;
      }
      if (key % 2 == 0) {
        assertThat(it.hasNext()).isIn(true, false);
      }
      it.remove();
      expected.remove(key);
      assertThat(map).doesNotContainKey(key);
      Invariants.check(map);
    }
    assertThat(map.keySet()).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void removeBeforeNextAndASecondRemoveAreRefused(View view) {
    Iterator<?> it = view.of(map).iterator();
    assertThatIllegalStateException().isThrownBy(it::remove);
    assertThat(it.hasNext()).isTrue();
    assertThatIllegalStateException().isThrownBy(it::remove);
    it.next();
    it.remove();
    assertThatIllegalStateException().isThrownBy(it::remove).withMessageContaining("next()");
    assertThat(map).hasSize(SIZE - 1);
  }

  @Test
  void aRemoveThatFailedCanBeRepeated() {
    boolean[] fails = new boolean[1];
    Object key =
        new Object() {
          @Override
          public int hashCode() {
            if (fails[0]) {
              throw new IllegalArgumentException("no hash");
            }
            return 1;
          }
        };
    GoMap<Object, Integer> one = new GoMap<>(Map.of(key, 1));
    Iterator<Object> it = one.keySet().iterator();
    it.next();
    fails[0] = true;
    assertThatIllegalArgumentException().isThrownBy(it::remove);
    assertThat(one).hasSize(1);

    fails[0] = false;
    it.remove();
    assertThat(one).isEmpty();
    Invariants.check(one);
  }

  @ParameterizedTest
  @EnumSource
  void everythingCanBeRemovedStepByStep(View view) {
    Iterator<?> it = view.of(map).iterator();
    for (int left = SIZE; left > 0; left--) {
      assertThat(map).hasSize(left);
      it.next();
      it.remove();
    }
    assertThat(it.hasNext()).isFalse();
    assertThat(map).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anEntryRemovedBetweenNextAndHasNextIsNotShown(View view) {
    Iterator<?> it = view.of(map).iterator();
    int first = view.keyOf.apply(it.next());
    map.keySet().removeIf(key -> key != first);
    assertThat(it.hasNext()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void nothingCanBeAdded(View view) {
    @SuppressWarnings("unchecked") // nothing gets in
    Collection<Object> of = (Collection<Object>) view.of(map);
    Object shown = of.iterator().next();
    assertThatThrownBy(() -> of.add(shown)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> of.addAll(List.of(shown)))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(map).hasSize(SIZE);
  }

  @ParameterizedTest
  @EnumSource
  void streamsShowEverythingOnceSequentiallyAndInParallel(View view) {
    for (boolean parallel : new boolean[] {false, true}) {
      List<Integer> shown =
          (parallel ? view.of(map).parallelStream() : view.of(map).stream())
              .map(view.keyOf)
              .collect(Collectors.toCollection(ArrayList::new));
      assertThat(shown).containsExactlyInAnyOrderElementsOf(map.keySet());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSpliteratorPromisesNoSizeAndSplitsWithoutLoss(View view) {
    Spliterator<?> right = view.of(map).spliterator();
    assertThat(right.hasCharacteristics(Spliterator.SIZED)).isFalse();
    assertThat(right.hasCharacteristics(Spliterator.DISTINCT)).isEqualTo(view != View.VALUES);
    List<Integer> shown = new ArrayList<>();
    assertThat(right.tryAdvance(each -> shown.add(view.keyOf.apply(each)))).isTrue();
    Spliterator<?> left = right.trySplit();
    assertThat(left).isNotNull();
    left.forEachRemaining(each -> shown.add(view.keyOf.apply(each)));
    right.forEachRemaining(each -> shown.add(view.keyOf.apply(each)));
    assertThat(shown).containsExactlyInAnyOrderElementsOf(map.keySet());
  }

  @ParameterizedTest
  @EnumSource
  void anIterationBeginsWithItsIterator(View view) {
    GoMap<Integer, String> empty = new GoMap<>();
    Iterator<?> before = view.of(empty).iterator();
    empty.put(1, "elem 1");
    assertThat(before).as("as Go's begun on an empty map").isExhausted();
    assertThat(view.of(empty).iterator()).hasNext();
    Invariants.check(empty);
  }

  @ParameterizedTest
  @EnumSource
  void aStreamBeginsWithItsFirstElement(View view) {
    GoMap<Integer, String> empty = new GoMap<>();
    Stream<?> before = view.of(empty).stream();
    empty.put(1, "elem 1");
    assertThat(before.map(view.keyOf)).containsExactly(1);
    Invariants.check(empty);
  }

  @ParameterizedTest
  @EnumSource
  void aViewFollowsTheMapAndClearsIt(View view) {
    Collection<?> of = view.of(map);
    assertThat(of).hasSize(SIZE);
    map.put(SIZE, "elem " + SIZE);
    assertThat(of).hasSize(SIZE + 1);
    assertThat(of.toArray()).hasSize(SIZE + 1);
    assertThat(of.toArray(new Object[0])).hasSize(SIZE + 1).doesNotContainNull();
    of.clear();
    assertThat(map).isEmpty();
    assertThat(of).isEmpty();
    assertThat(of.iterator()).isExhausted();
  }

  @Test
  void removingAnElemTakesAwayOneEntryThatHasIt() {
    map.replaceAll((k, v) -> k < 10 ? "same" : v);
    assertThat(map.values().remove("same")).isTrue();
    assertThat(map.values()).filteredOn("same"::equals).hasSize(9);
    assertThat(map).hasSize(SIZE - 1);
    assertThat(map.values().remove("no such")).isFalse();
  }

  @Test
  void setValueWritesThrough() {
    for (Map.Entry<Integer, String> entry : map.entrySet()) {
      assertThat(entry.setValue("set " + entry.getKey())).isEqualTo("elem " + entry.getKey());
      assertThat(entry.getValue()).isEqualTo("set " + entry.getKey());
      assertThat(map.get(entry.getKey())).isEqualTo("set " + entry.getKey());
    }
    assertThat(map).hasSize(SIZE);
  }

  @Test
  void setValueDoesNotBringARemovedKeyBack() {
    for (Iterator<Map.Entry<Integer, String>> it = map.entrySet().iterator(); it.hasNext(); ) {
      Map.Entry<Integer, String> entry = it.next();
      map.remove(entry.getKey());
      entry.setValue("gone");
      assertThat(map).doesNotContainKey(entry.getKey());
      Invariants.check(map);
    }
    assertThat(map).isEmpty();
  }

  @Test
  void anEntryEqualsAndIsPrintedAsOtherEntriesAre() {
    GoMap<String, Integer> one = new GoMap<>(Map.of("a", 1));
    Map.Entry<String, Integer> entry = one.entrySet().iterator().next();
    assertThat(entry).isEqualTo(Map.entry("a", 1)).hasToString("a=1");
    assertThat(entry.hashCode()).isEqualTo(Map.entry("a", 1).hashCode());
  }

  @Test
  void viewsOfEqualMapsAreEqual() {
    Map<Integer, String> copy = new HashMap<>(map);
    assertThat(map.keySet()).isEqualTo(copy.keySet()).hasSameHashCodeAs(copy.keySet());
    assertThat(map.entrySet()).isEqualTo(copy.entrySet()).hasSameHashCodeAs(copy.entrySet());
    assertThat(copy.keySet()).isEqualTo(map.keySet());
    copy.put(0, "other");
    assertThat(map.entrySet()).isNotEqualTo(copy.entrySet());
  }

  @Test
  void whatDoesNotEqualItselfCannotBeWrittenThroughAnIteration() {
    GoMap<Double, Integer> nan = GoMap.make(KeyTypes.float64());
    nan.put(Double.NaN, 1);
    Iterator<Map.Entry<Double, Integer>> it = nan.entrySet().iterator();
    Map.Entry<Double, Integer> entry = it.next();
    assertThatThrownBy(() -> entry.setValue(2))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("only clear() can remove or replace it");
    assertThat(entry.getValue()).isEqualTo(1);
    assertThatThrownBy(it::remove).isInstanceOf(UnsupportedOperationException.class);
    assertThat(nan.values()).containsExactly(1);
    nan.keySet().clear();
    assertThat(nan).isEmpty();
    Invariants.check(nan);
  }

  @Test
  void aViewEqualsNoSetWithAKeyThatTheMapRefuses() {
    GoMap<Object, Integer> map = GoMap.make(KeyTypes.interfaces());
    map.put("a", 1);
    Object refused = new int[0];
    assertThat(map.keySet().equals(Set.of(refused))).isFalse();
    assertThat(map.entrySet().equals(Map.of(refused, 1).entrySet())).isFalse();
    assertThat(map.equals(Map.of(refused, 1))).isFalse();
    assertThat(map.keySet().equals(Set.of("a"))).isTrue();
    assertThat(map.entrySet().equals(Map.of("a", 1).entrySet())).isTrue();
    Invariants.check(map);
  }

  @Test
  void aStreamCountsKeysOnceThatAreEqualToJavaAndNotToTheMap() {
    GoMap<Double, Integer> nan = GoMap.make(KeyTypes.float64());
    nan.put(Double.NaN, 1);
    nan.put(Double.NaN, 1);
    assertThat(nan.keySet().stream().distinct()).hasSize(1);
    assertThat(nan.entrySet().stream().distinct()).hasSize(1);
    Invariants.check(nan);
  }
}
