package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.flagrant.map.ConcurrentModificationError;
import dev.flagrant.map.ConcurrentModificationError.Kind;
import dev.flagrant.map.ConcurrentModificationError.Site;
import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After a detection every operation throws again, with the first error as its cause. */
class DeadMapTest {
  /** Every public operation of a map by its signature, with arguments that need the map. */
  private static final Map<String, Consumer<GoMap<FixedKey, Integer>>> OPERATIONS = new HashMap<>();

  /** The same of a view. */
  private static final Map<String, Consumer<Collection<?>>> ON_VIEWS = new HashMap<>();

  private static final FixedKey KEY = FixedKey.at(1, 1);

  static {
    OPERATIONS.put("lookup(Object)", map -> map.lookup(KEY));
    OPERATIONS.put("getOrZero(Object,Object)", map -> map.getOrZero(KEY, 0));
    OPERATIONS.put("delete(Object)", map -> map.delete(KEY));
    OPERATIONS.put("len()", GoMap::len);
    OPERATIONS.put("range()", map -> map.range().next());
    OPERATIONS.put("size()", map -> assertThat(map.size()).isZero());
    OPERATIONS.put("isEmpty()", map -> assertThat(map.isEmpty()).isTrue());
    OPERATIONS.put("get(Object)", map -> assertThat(map.get(KEY)).isNull());
    OPERATIONS.put("getOrDefault(Object,Object)", map -> map.getOrDefault(KEY, 0));
    OPERATIONS.put("containsKey(Object)", map -> assertThat(map.containsKey(KEY)).isTrue());
    OPERATIONS.put("containsValue(Object)", map -> assertThat(map.containsValue(1)).isTrue());
    OPERATIONS.put("put(Object,Object)", map -> map.put(KEY, 2));
    OPERATIONS.put("putIfAbsent(Object,Object)", map -> map.putIfAbsent(KEY, 2));
    OPERATIONS.put("putAll(Map)", map -> map.putAll(Map.of(KEY, 2)));
    OPERATIONS.put("remove(Object)", map -> map.remove(KEY));
    OPERATIONS.put("remove(Object,Object)", map -> map.remove(KEY, 1));
    OPERATIONS.put("clear()", GoMap::clear);
    OPERATIONS.put("replace(Object,Object)", map -> map.replace(KEY, 2));
    OPERATIONS.put("replace(Object,Object,Object)", map -> map.replace(KEY, 1, 2));
    OPERATIONS.put("replaceAll(BiFunction)", map -> map.replaceAll((key, elem) -> 2));
    OPERATIONS.put("computeIfAbsent(Object,Function)", map -> map.computeIfAbsent(KEY, k -> 2));
    OPERATIONS.put(
        "computeIfPresent(Object,BiFunction)", map -> map.computeIfPresent(KEY, (k, v) -> 2));
    OPERATIONS.put("compute(Object,BiFunction)", map -> map.compute(KEY, (k, v) -> 2));
    OPERATIONS.put("merge(Object,Object,BiFunction)", map -> map.merge(KEY, 2, (v, w) -> w));
    OPERATIONS.put("forEach(BiConsumer)", map -> map.forEach((key, elem) -> {}));
    OPERATIONS.put("equals(Object)", map -> assertThat(map.equals(Map.of())).isTrue());
    OPERATIONS.put("hashCode()", map -> assertThat(map.hashCode()).isZero());
    OPERATIONS.put("toString()", map -> assertThat(map.toString()).isEmpty());
    OPERATIONS.put("keySet()", map -> assertThat(map.keySet().size()).isZero());
    OPERATIONS.put("values()", map -> assertThat(map.values().size()).isZero());
    OPERATIONS.put("entrySet()", map -> assertThat(map.entrySet().size()).isZero());

    ON_VIEWS.put("size()", view -> assertThat(view.size()).isZero());
    ON_VIEWS.put("isEmpty()", view -> assertThat(view.isEmpty()).isTrue());
    ON_VIEWS.put("contains(Object)", view -> assertThat(view.contains(sample(view))).isTrue());
    ON_VIEWS.put("containsAll(Collection)", v -> assertThat(v.containsAll(samples(v))).isTrue());
    ON_VIEWS.put("iterator()", view -> assertThat(view.iterator().hasNext()).isTrue());
    ON_VIEWS.put("toArray()", view -> assertThat(view.toArray()).isEmpty());
    ON_VIEWS.put("toArray(Object[])", v -> assertThat(v.toArray(new Object[0])).isEmpty());
    ON_VIEWS.put("toArray(IntFunction)", v -> assertThat(v.toArray(Object[]::new)).isEmpty());
    ON_VIEWS.put("remove(Object)", view -> view.remove(sample(view)));
    ON_VIEWS.put("removeAll(Collection)", view -> view.removeAll(samples(view)));
    ON_VIEWS.put("retainAll(Collection)", view -> view.retainAll(List.of()));
    ON_VIEWS.put("removeIf(Predicate)", view -> view.removeIf(element -> true));
    ON_VIEWS.put("clear()", Collection::clear);
    ON_VIEWS.put("forEach(Consumer)", view -> view.forEach(element -> {}));
    ON_VIEWS.put("spliterator()", view -> view.spliterator().tryAdvance(element -> {}));
    ON_VIEWS.put("stream()", view -> assertThat(view.stream().count()).isZero());
    ON_VIEWS.put("parallelStream()", v -> assertThat(v.parallelStream().count()).isZero());
    ON_VIEWS.put("toString()", view -> assertThat(view.toString()).isEmpty());
  }

  /** What adds to a view is not supported, and what compares one is only there for sets. */
  private static final Set<String> NOT_OF_VIEWS =
      Set.of("add(Object)", "addAll(Collection)", "equals(Object)", "hashCode()");

  /** A way to die. */
  enum Death {
    START(Kind.WRITES, Site.START, GoMap::clear, Hmap::flipWriting),
    END(
        Kind.WRITES,
        Site.END,
        map -> map.put(KEY, 5),
        h -> ((FixedKeys) h.t.key()).onEqual = h::flipWriting),
    READ(Kind.READ_AND_WRITE, Site.READ, map -> map.lookup(KEY), Hmap::flipWriting),
    ITERATE(Kind.ITERATION_AND_WRITE, Site.ITERATE, map -> map.range().next(), Hmap::flipWriting),
    GROW(
        Kind.BAD_MAP_STATE,
        Site.GROW,
        map -> map.delete(FixedKey.at(4, 999)),
        h -> Structure.old(h).setTop(4, 3, TopHash.EVACUATED_X));

    final Kind kind;
    final Site site;
    final Consumer<GoMap<FixedKey, Integer>> last;
    final Consumer<Hmap> race;

    Death(Kind kind, Site site, Consumer<GoMap<FixedKey, Integer>> last, Consumer<Hmap> race) {
      this.kind = kind;
      this.site = site;
      this.last = last;
      this.race = race;
    }

    /** A map that dies of this, and the error it died of. */
    ConcurrentModificationError befalls(GoMap<FixedKey, Integer> map) {
      race.accept(map);
      ConcurrentModificationError error =
          catchThrowableOfType(ConcurrentModificationError.class, () -> last.accept(map));
      assertThat(error).isNotNull();
      assertThat(error.kind()).isEqualTo(kind);
      assertThat(error.site()).isEqualTo(site);
      assertThat(error).hasNoCause();
      ((FixedKeys) ((Hmap) map).t.key()).quiet();
      return error;
    }
  }

  @Test
  void theTableKnowsEveryOperation() {
    assertThat(new TreeSet<>(OPERATIONS.keySet())).isEqualTo(operations(GoMap.class));
    Set<String> known = new TreeSet<>(ON_VIEWS.keySet());
    known.addAll(NOT_OF_VIEWS);
    Set<String> onViews = operations(Set.class);
    onViews.addAll(operations(Collection.class));
    onViews.add("toString()");
    assertThat(known).isEqualTo(onViews);
  }

  @ParameterizedTest
  @EnumSource
  void everyOperationThrowsAgain(Death death) {
    GoMap<FixedKey, Integer> map = GrowTest.growing(3);
    ConcurrentModificationError first = death.befalls(map);

    OPERATIONS.forEach((name, operation) -> throwsAgain(name, () -> operation.accept(map), first));
  }

  @ParameterizedTest
  @EnumSource
  void everyOperationOfAViewThrowsAgain(Death death) {
    List<Function<GoMap<FixedKey, Integer>, Collection<?>>> views =
        List.of(GoMap::keySet, GoMap::values, GoMap::entrySet);
    for (Function<GoMap<FixedKey, Integer>, Collection<?>> view : views) {
      GoMap<FixedKey, Integer> map = GrowTest.growing(3);
      Collection<?> before = view.apply(map);
      ConcurrentModificationError first = death.befalls(map);
      for (Collection<?> seen : List.of(before, view.apply(map))) {
        ON_VIEWS.forEach((name, use) -> throwsAgain(name, () -> use.accept(seen), first));
        if (seen instanceof Set<?> set) {
          throwsAgain("hashCode()", () -> assertThat(set.hashCode()).isZero(), first);
          throwsAgain("equals(Object)", () -> assertThat(set.equals(Set.of())).isTrue(), first);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatBeganBeforeThrowsToo(Death death) {
    GoMap<FixedKey, Integer> map = GrowTest.growing(3);
    GoMapIterator<FixedKey, Integer> range = map.range();
    assertThat(range.next()).isTrue();
    Iterator<Map.Entry<FixedKey, Integer>> entries = map.entrySet().iterator();
    Map.Entry<FixedKey, Integer> entry = entries.next();
    Iterator<FixedKey> withoutAStep = map.keySet().iterator();
    ConcurrentModificationError first = death.befalls(map);

    throwsAgain("next", range::next, first);
    range.reset();
    throwsAgain("next after reset", range::next, first);
    throwsAgain("remove", entries::remove, first);
    throwsAgain("hasNext", () -> assertThat(entries.hasNext()).isTrue(), first);
    throwsAgain("setValue", () -> entry.setValue(3), first);
    // The second time must not find an iteration that is over.
    throwsAgain("first hasNext", () -> assertThat(withoutAStep.hasNext()).isTrue(), first);
    throwsAgain("second hasNext", () -> assertThat(withoutAStep.hasNext()).isTrue(), first);
  }

  @Test
  void aDeadMapIsNotWrittenOut() throws IOException {
    GoMap<String, Integer> map = new GoMap<>(Map.of("key", 1));
    ((Hmap) map).flipWriting();
    ConcurrentModificationError first =
        catchThrowableOfType(ConcurrentModificationError.class, () -> map.get("key"));

    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      throwsAgain("writeObject", () -> write(out, map), first);
    }
  }

  @Test
  void aDeadMapThatIsEmptyThrowsToo() {
    GoMap<FixedKey, Integer> map = new FixedKeys().map();
    ((Hmap) map).flipWriting();
    ConcurrentModificationError first =
        catchThrowableOfType(ConcurrentModificationError.class, () -> map.put(KEY, 1));
    ((Hmap) map).flipWriting();

    OPERATIONS.forEach((name, operation) -> throwsAgain(name, () -> operation.accept(map), first));
  }

  /** The writer in flight when the map dies goes on to its end, and the map stays dead. */
  @Test
  void aWriterInFlightDoesNotBringItBack() {
    FixedKeys keys = new FixedKeys();
    GoMap<FixedKey, Integer> map = keys.map();
    Structure.fill(map, 1, 0, 3);
    ConcurrentModificationError[] first = {null};
    keys.onEqual =
        () -> {
          keys.quiet();
          first[0] = catchThrowableOfType(ConcurrentModificationError.class, () -> map.get(KEY));
        };

    map.put(KEY, 5);

    OPERATIONS.forEach(
        (name, operation) -> throwsAgain(name, () -> operation.accept(map), require(first[0])));
  }

  /** That writer's own report at its end is not the first, and does not become it. */
  @Test
  void aLaterReportDoesNotTakeThePlaceOfTheFirst() {
    FixedKeys keys = new FixedKeys();
    GoMap<FixedKey, Integer> map = keys.map();
    Structure.fill(map, 1, 0, 3);
    ConcurrentModificationError[] first = {null};
    keys.onEqual =
        () -> {
          keys.quiet();
          first[0] = catchThrowableOfType(ConcurrentModificationError.class, () -> map.get(KEY));
          ((Hmap) map).flipWriting();
        };

    ConcurrentModificationError second =
        catchThrowableOfType(ConcurrentModificationError.class, () -> map.put(KEY, 5));

    assertThat(second.site()).isEqualTo(Site.END);
    assertThat(second).isNotSameAs(first[0]);
    OPERATIONS.forEach(
        (name, operation) -> throwsAgain(name, () -> operation.accept(map), require(first[0])));
  }

  @Test
  void itsDeathTakesAListenerAway() {
    int[] heard = {0};
    GoMap<FixedKey, Integer> map =
        new FixedKeys().builder().listener((accessed, operation, thread) -> heard[0]++).build();
    Structure.fill(map, 4, 0, 3);
    ConcurrentModificationError first = Death.READ.befalls(map);
    int before = heard[0];

    throwsAgain("get", () -> map.lookup(KEY), first);

    assertThat(heard[0]).isEqualTo(before);
  }

  private static void throwsAgain(
      String name, Runnable operation, ConcurrentModificationError first) {
    Throwable thrown = catchThrowable(operation::run);
    assertThat(thrown).as(name).isInstanceOf(ConcurrentModificationError.class).hasCause(first);
    ConcurrentModificationError again = (ConcurrentModificationError) thrown;
    assertThat(again.getCause()).as(name).isSameAs(first);
    assertThat(again.kind()).as(name).isEqualTo(first.kind());
    assertThat(again.site()).as(name).isEqualTo(first.site());
    assertThat(again.otherThread()).isEmpty();
  }

  private static ConcurrentModificationError require(ConcurrentModificationError error) {
    assertThat(error).as("the first report").isNotNull();
    return error;
  }

  private static void write(ObjectOutputStream out, Object object) {
    try {
      out.writeObject(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Object> samples(Collection<?> view) {
    return List.of(sample(view));
  }

  /** Something that a view can only know of by asking its map. */
  private static Object sample(Collection<?> view) {
    return view instanceof Set ? (isOfEntries(view) ? Map.entry(KEY, 1) : KEY) : (Object) 1;
  }

  private static boolean isOfEntries(Collection<?> view) {
    return view.getClass().getSimpleName().equals("Entries");
  }

  private static Set<String> operations(Class<?> type) {
    Set<String> names = new TreeSet<>();
    Supplier<Set<String>> ofObject = () -> Set.of("getClass", "notify", "notifyAll", "wait");
    for (Method method : type.getMethods()) {
      if (!Modifier.isStatic(method.getModifiers()) && !ofObject.get().contains(method.getName())) {
        names.add(
            method.getName()
                + '('
                + String.join(
                    ",",
                    Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toList())
                + ')');
      }
    }
    return names;
  }
}
