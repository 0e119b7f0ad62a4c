package dev.flagrant.map;

import static dev.flagrant.map.AccessListener.Operation.ITERATE;
import static dev.flagrant.map.AccessListener.Operation.READ;
import static dev.flagrant.map.AccessListener.Operation.WRITE;
import static dev.flagrant.map.Differential.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.flagrant.map.AccessListener.Operation;
import dev.flagrant.map.runtime.Flags;
import dev.flagrant.map.runtime.Invariants;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A listener is told of every access, before it happens; a map without one does not know of any.
 */
class AccessListenerTest {
  private record Access(GoMap<?, ?> map, Operation operation, Thread thread) {}

  private final List<Access> heard = new ArrayList<>();
  private @Nullable RuntimeException refusal;
  private final GoMap<String, Integer> map =
      GoMap.<String>builder(KeyTypes.strings()).listener(this::hear).build();

  private void hear(GoMap<?, ?> accessed, Operation operation, Thread thread) {
    heard.add(new Access(accessed, operation, thread));
    if (refusal != null) {
      throw refusal;
    }
  }

  AccessListenerTest() {
    map.put("a", 1);
    map.put("b", 2);
    heard.clear();
  }

  /** What the operations of a map with the entries a=1 and b=2 tell. */
  enum Told {
    GET(map -> map.get("a"), READ),
    GET_OF_A_MISSING_KEY(map -> map.get("c"), READ),
    GET_OR_DEFAULT(map -> map.getOrDefault("a", 0), READ),
    CONTAINS_KEY(map -> map.containsKey("a"), READ),
    LOOKUP(map -> map.lookup("a"), READ),
    GET_OR_ZERO(map -> map.getOrZero("a", 0), READ),
    LEN(GoMap::len, READ),
    SIZE(Map::size, READ),
    IS_EMPTY(Map::isEmpty, READ),
    PUT(map -> map.put("c", 3), WRITE),
    PUT_IF_ABSENT(map -> map.putIfAbsent("a", 3), WRITE),
    PUT_ALL(map -> done(() -> map.putAll(Map.of("c", 3, "d", 4))), WRITE, WRITE),
    REMOVE(map -> map.remove("a"), WRITE),
    REMOVE_OF_A_MISSING_KEY(map -> map.remove("c"), WRITE),
    DELETE(map -> done(() -> map.delete("a")), WRITE),
    CLEAR(map -> done(map::clear), WRITE),
    REMOVE_THAT(map -> map.remove("a", 1), READ, WRITE),
    REMOVE_ANOTHER(map -> map.remove("a", 2), READ),
    REPLACE(map -> map.replace("a", 2), READ, WRITE),
    REPLACE_OF_A_MISSING_KEY(map -> map.replace("c", 2), READ, READ),
    REPLACE_THAT(map -> map.replace("a", 1, 2), READ, WRITE),
    COMPUTE(map -> map.compute("a", (k, v) -> 5), READ, WRITE),
    COMPUTE_TO_NOTHING(map -> map.compute("a", (k, v) -> null), READ, WRITE),
    COMPUTE_IF_ABSENT(map -> map.computeIfAbsent("c", k -> 5), READ, WRITE),
    COMPUTE_IF_ABSENT_OF_A_PRESENT_KEY(map -> map.computeIfAbsent("a", k -> 5), READ),
    COMPUTE_IF_PRESENT(map -> map.computeIfPresent("a", (k, v) -> 5), READ, WRITE),
    MERGE(map -> map.merge("a", 5, Integer::sum), READ, WRITE),
    // The beginning, one step for each entry, and the step that finds no more.
    RANGE(AccessListenerTest::iterate, ITERATE, ITERATE, ITERATE, ITERATE),
    RANGE_NOT_BEGUN(GoMap::range),
    FOR_EACH(map -> done(() -> map.forEach((k, v) -> {})), ITERATE, ITERATE, ITERATE, ITERATE),
    HASH_CODE(Map::hashCode, ITERATE, ITERATE, ITERATE, ITERATE),
    TO_STRING(Map::toString, ITERATE, ITERATE, ITERATE, ITERATE),
    CONTAINS_VALUE(map -> map.containsValue(3), ITERATE, ITERATE, ITERATE, ITERATE),
    REPLACE_ALL(
        map -> done(() -> map.replaceAll((k, v) -> v)),
        ITERATE,
        ITERATE,
        READ,
        WRITE,
        ITERATE,
        READ,
        WRITE,
        ITERATE),
    EQUALS(map -> map.equals(Map.of("a", 1, "b", 2)), READ, ITERATE, ITERATE, ITERATE, ITERATE),
    EQUALS_OF_ANOTHER_SIZE(map -> map.equals(Map.of()), READ),
    EQUALS_OF_ITSELF(map -> map.equals((Object) map)),
    COPY(map -> new GoMap<>(map), READ, ITERATE, ITERATE, ITERATE, ITERATE),
    VIEWS(map -> List.of(map.keySet(), map.values(), map.entrySet())),
    KEYS_CONTAIN(map -> map.keySet().contains("a"), READ),
    KEYS_REMOVE(map -> map.keySet().remove("a"), WRITE),
    VIEW_SIZE(map -> map.entrySet().size(), READ),
    VIEW_CLEAR(map -> done(() -> map.values().clear()), WRITE),
    ENTRIES_CONTAIN(map -> map.entrySet().contains(Map.entry("a", 1)), READ),
    ENTRIES_REMOVE(map -> map.entrySet().remove(Map.entry("a", 1)), READ, WRITE),
    ITERATOR_REMOVE(AccessListenerTest::removeFirst, ITERATE, ITERATE, WRITE),
    SET_VALUE(map -> map.entrySet().iterator().next().setValue(5), ITERATE, ITERATE, READ, WRITE),
    STREAM(map -> map.keySet().stream().count(), ITERATE, ITERATE, ITERATE, ITERATE);

    final Function<GoMap<String, Integer>, @Nullable Object> action;
    final List<Operation> operations;

    Told(Function<GoMap<String, Integer>, @Nullable Object> action, Operation... operations) {
      this.action = action;
      this.operations = List.of(operations);
    }

    void on(GoMap<String, Integer> map) {
      var unused = action.apply(map);
    }
  }

  private static int iterate(GoMap<String, Integer> map) {
    int sum = 0;
    GoMapIterator<String, Integer> it = map.range();
    while (it.next()) {
      sum += it.elem();
    }
    return sum;
  }

  private static String removeFirst(GoMap<String, Integer> map) {
    Iterator<String> it = map.keySet().iterator();
    String first = it.next();
    it.remove();
    return first;
  }

  @ParameterizedTest
  @EnumSource
  void everyOperationTellsWhatItDoesInOrder(Told told) {
    told.on(map);
    assertThat(heard)
        .allSatisfy(
            access -> {
              assertThat((Object) access.map).isSameAs(map);
              assertThat(access.thread).isSameAs(Thread.currentThread());
            })
        .extracting(Access::operation)
        .isEqualTo(told.operations);
    Invariants.check(map);
  }

  @ParameterizedTest
  @EnumSource
  void whatAListenerThrowsPassesThroughAndTheMapIsUnharmed(Told told) {
    if (told.operations.isEmpty()) {
      return;
    }
    refusal = new IllegalStateException("refused");
    assertThatIllegalStateException().isThrownBy(() -> told.on(map)).withMessage("refused");
    assertThat(heard).hasSize(1);
    refusal = null;
    assertThat(map.equals(Map.of("a", 1, "b", 2))).isTrue();
    Invariants.check(map);
  }

  @Test
  void aListenerIsToldOnTheAccessingThread() throws InterruptedException {
    Thread reader = new Thread(() -> map.get("a"), "reader");
    reader.start();
    reader.join();
    assertThat(heard).containsExactly(new Access(map, READ, reader));
  }

  @Test
  void anEmptyIterationIsToldOnce() {
    map.clear();
    heard.clear();
    assertThat(map.range().next()).isFalse();
    assertThat(heard).extracting(Access::operation).containsExactly(ITERATE);
  }

  @Test
  void aMapWithoutAnythingUnusualHasNoExtraPart() throws ReflectiveOperationException {
    Field extra = Flags.class.getDeclaredField("extra");
    extra.setAccessible(true);
    GoMap<String, Integer> plain = GoMap.make(KeyTypes.strings());
    plain.put("a", 1);
    plain.clear();
    assertThat(extra.get(plain)).isNull();
    assertThat(extra.get(new GoMap<>())).isNull();
    assertThat(extra.get(map)).isNotNull();
    assertThat(
            extra.get(
                GoMap.<String>builder(KeyTypes.strings()).namesOtherThread(true).<Integer>build()))
        .isNotNull();
  }
}
