package dev.flagrant.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.runtime.Invariants;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Does the same to a GoMap and to a {@link HashMap}, step by step, with everything that {@link Map}
 * and its views can do, and compares every answer, every exception and what both hold.
 */
final class Differential {
  /** Something done to a map; the answer must not depend on the order of its entries. */
  @FunctionalInterface
  interface Operation {
    @Nullable Object on(Map<Object, @Nullable Object> map, Arguments with);
  }

  /** What an operation may use. */
  record Arguments(Object key, @Nullable Object value, @Nullable Object other, Map<?, ?> map) {
    @SuppressWarnings("unchecked") // a map of the same kinds of things
    Map<Object, @Nullable Object> entries() {
      return (Map<Object, @Nullable Object>) map;
    }

    boolean picks(@Nullable Object any) {
      return Objects.hash(any, value) % 5 == 0;
    }
  }

  static final Map<String, Operation> LOOKUPS = new TreeMap<>();
  static final Map<String, Operation> WRITES = new TreeMap<>();

  /** Writes that touch many entries or all; drawn seldom, or no map would ever be large. */
  static final Map<String, Operation> SWEEPS = new TreeMap<>();

  static {
    LOOKUPS.put("get", (m, a) -> m.get(a.key));
    LOOKUPS.put("containsKey", (m, a) -> m.containsKey(a.key));
    LOOKUPS.put("containsValue", (m, a) -> m.containsValue(a.value));
    LOOKUPS.put("getOrDefault", (m, a) -> m.getOrDefault(a.key, a.other));
    LOOKUPS.put("size", (m, a) -> m.size());
    LOOKUPS.put("isEmpty", (m, a) -> m.isEmpty());
    LOOKUPS.put("hashCode", (m, a) -> m.hashCode());
    LOOKUPS.put("equals", (m, a) -> m.equals(a.map));
    LOOKUPS.put("equals a copy", (m, a) -> m.equals(new HashMap<>(m)));
    LOOKUPS.put(
        "forEach",
        (m, a) -> {
          int[] sum = {0};
          m.forEach((k, v) -> sum[0] += Objects.hash(k, v));
          return sum[0];
        });
    LOOKUPS.put("keySet.contains", (m, a) -> m.keySet().contains(a.key));
    LOOKUPS.put("keySet.size", (m, a) -> m.keySet().size());
    LOOKUPS.put("keySet.isEmpty", (m, a) -> m.keySet().isEmpty());
    LOOKUPS.put("keySet.equals", (m, a) -> m.keySet().equals(a.map.keySet()));
    LOOKUPS.put("keySet.hashCode", (m, a) -> m.keySet().hashCode());
    LOOKUPS.put("keySet.containsAll", (m, a) -> m.keySet().containsAll(a.map.keySet()));
    LOOKUPS.put("keySet.toArray", (m, a) -> bag(m.keySet().toArray()));
    LOOKUPS.put("keySet.stream", (m, a) -> m.keySet().stream().filter(a::picks).count());
    LOOKUPS.put("values.contains", (m, a) -> m.values().contains(a.value));
    LOOKUPS.put("values.size", (m, a) -> m.values().size());
    LOOKUPS.put("values.toArray", (m, a) -> bag(m.values().toArray(new Object[0])));
    LOOKUPS.put("values.stream", (m, a) -> m.values().parallelStream().filter(a::picks).count());
    LOOKUPS.put(
        "entrySet.contains", (m, a) -> m.entrySet().contains(new SimpleEntry<>(a.key, a.value)));
    LOOKUPS.put("entrySet.contains a key", (m, a) -> entriesOf(m).contains(a.key));
    LOOKUPS.put("entrySet.equals", (m, a) -> m.entrySet().equals(a.map.entrySet()));
    LOOKUPS.put("entrySet.hashCode", (m, a) -> m.entrySet().hashCode());
    LOOKUPS.put("entrySet.toArray", (m, a) -> bag(m.entrySet().toArray(Object[]::new)));

    WRITES.put("put", (m, a) -> m.put(a.key, a.value));
    WRITES.put("putIfAbsent", (m, a) -> m.putIfAbsent(a.key, a.value));
    WRITES.put("remove", (m, a) -> m.remove(a.key));
    WRITES.put("remove that value", (m, a) -> m.remove(a.key, a.value));
    WRITES.put("remove its value", (m, a) -> m.remove(a.key, m.get(a.key)));
    WRITES.put("replace", (m, a) -> m.replace(a.key, a.value));
    WRITES.put("replace that value", (m, a) -> m.replace(a.key, a.other, a.value));
    WRITES.put("replace its value", (m, a) -> m.replace(a.key, m.get(a.key), a.value));
    WRITES.put("compute", (m, a) -> m.compute(a.key, (k, v) -> v == null ? a.value : null));
    WRITES.put("compute a value", (m, a) -> m.compute(a.key, (k, v) -> bag(k, v)));
    WRITES.put("compute, throwing", (m, a) -> m.compute(a.key, (k, v) -> refuse()));
    WRITES.put("computeIfAbsent", (m, a) -> m.computeIfAbsent(a.key, k -> a.value));
    WRITES.put("computeIfPresent", (m, a) -> m.computeIfPresent(a.key, (k, v) -> a.value));
    WRITES.put("merge", (m, a) -> m.merge(a.key, a.value, (v, w) -> bag(v, w).hashCode()));
    WRITES.put("merge to nothing", (m, a) -> m.merge(a.key, a.value, (v, w) -> null));
    WRITES.put("keySet.remove", (m, a) -> m.keySet().remove(a.key));
    WRITES.put("entrySet.remove", (m, a) -> m.entrySet().remove(new SimpleEntry<>(a.key, a.value)));
    WRITES.put("entrySet.remove a key", (m, a) -> entriesOf(m).remove(a.key));
    WRITES.put("values.remove of nothing", (m, a) -> m.values().remove("no such value"));

    SWEEPS.put("clear", (m, a) -> done(m::clear));
    SWEEPS.put("putAll", (m, a) -> done(() -> m.putAll(a.entries())));
    SWEEPS.put("putAll of itself", (m, a) -> done(() -> m.putAll(m)));
    SWEEPS.put("replaceAll", (m, a) -> done(() -> m.replaceAll((k, v) -> a.picks(k) ? 1 : v)));
    SWEEPS.put("keySet.removeAll", (m, a) -> m.keySet().removeAll(a.map.keySet()));
    SWEEPS.put("keySet.retainAll", (m, a) -> m.keySet().retainAll(new HashMap<>(m).keySet()));
    SWEEPS.put("keySet.removeIf", (m, a) -> m.keySet().removeIf(a::picks));
    SWEEPS.put("keySet.clear", (m, a) -> done(m.keySet()::clear));
    SWEEPS.put("keySet.add", (m, a) -> m.keySet().add(a.key));
    SWEEPS.put("values.removeAll", (m, a) -> m.values().removeAll(Arrays.asList(1, null)));
    SWEEPS.put("values.removeIf", (m, a) -> m.values().removeIf(a::picks));
    SWEEPS.put("values.retainAll", (m, a) -> m.values().retainAll(a.map.values()));
    SWEEPS.put("values.clear", (m, a) -> done(m.values()::clear));
    SWEEPS.put("values.addAll", (m, a) -> m.values().addAll(Arrays.asList(a.key, a.value)));
    SWEEPS.put("entrySet.removeAll", (m, a) -> m.entrySet().removeAll(a.map.entrySet()));
    SWEEPS.put("entrySet.removeIf", (m, a) -> m.entrySet().removeIf(e -> a.picks(e.getKey())));
    SWEEPS.put("entrySet.add", (m, a) -> m.entrySet().add(new SimpleEntry<>(a.key, a.value)));
    SWEEPS.put("entrySet.clear", (m, a) -> done(m.entrySet()::clear));
    SWEEPS.put("Entry.setValue", Differential::setValues);
    SWEEPS.put("Iterator.remove", Differential::removeSome);
  }

  private Differential() {}

  /**
   * Runs.
   *
   * @param map an empty GoMap
   * @param keys the keys to draw from
   * @param seed of what is drawn
   */
  static void run(Map<Object, @Nullable Object> map, List<?> keys, long seed, int steps) {
    Random random = new Random(seed);
    Map<Object, @Nullable Object> model = new HashMap<>();
    for (int step = 0; step < steps; step++) {
      Map<String, Operation> kind = kind(random);
      String name = new ArrayList<>(kind.keySet()).get(random.nextInt(kind.size()));
      Operation operation = Objects.requireNonNull(kind.get(name));
      Arguments with =
          new Arguments(key(keys, random), value(random), value(random), some(keys, random));
      String where = "seed " + seed + ", step " + step + ": " + name + " with " + with;
      assertThat(outcome(operation, map, with))
          .as(where)
          .isEqualTo(outcome(operation, model, with));
      if (step % 16 == 0) {
        assertThat(contents(map)).as(where).isEqualTo(model);
        Invariants.check((GoMap<?, ?>) map);
      }
    }
    assertThat(contents(map)).as("seed " + seed).isEqualTo(model);
    Invariants.check((GoMap<?, ?>) map);
  }

  private static Map<String, Operation> kind(Random random) {
    int drawn = random.nextInt(200);
    return drawn == 0 ? SWEEPS : drawn < 60 ? LOOKUPS : WRITES;
  }

  private static Object key(List<?> keys, Random random) {
    return keys.get(random.nextInt(keys.size()));
  }

  private static @Nullable Object value(Random random) {
    int drawn = random.nextInt(6);
    return drawn == 0 ? null : drawn;
  }

  private static Map<?, ?> some(List<?> keys, Random random) {
    Map<Object, @Nullable Object> some = new LinkedHashMap<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      some.put(key(keys, random), value(random));
    }
    return some;
  }

  /** The answer, or the class of what was thrown. */
  private static @Nullable Object outcome(
      Operation operation, Map<Object, @Nullable Object> map, Arguments with) {
    try {
      return operation.on(map, with);
    } catch (RuntimeException e) {
      return e.getClass();
    }
  }

  /** What an iteration shows, which must show nothing twice. */
  private static Map<Object, @Nullable Object> contents(Map<Object, @Nullable Object> map) {
    Map<Object, @Nullable Object> contents = new HashMap<>();
    int shown = 0;
    for (Map.Entry<Object, @Nullable Object> entry : map.entrySet()) {
      contents.put(entry.getKey(), entry.getValue());
      shown++;
    }
    assertThat(shown).isEqualTo(contents.size()).isEqualTo(map.size());
    return contents;
  }

  private static Set<?> entriesOf(Map<Object, @Nullable Object> map) {
    return map.entrySet();
  }

  private static Object setValues(Map<Object, @Nullable Object> map, Arguments with) {
    List<@Nullable Object> before = new ArrayList<>();
    for (Map.Entry<Object, @Nullable Object> entry : map.entrySet()) {
      if (with.picks(entry.getKey())) {
        before.add(entry.setValue(with.other));
        before.add(entry.getValue());
      }
    }
    return bag(before.toArray());
  }

  private static Object removeSome(Map<Object, @Nullable Object> map, Arguments with) {
    int removed = 0;
    for (Iterator<Object> it = map.keySet().iterator(); it.hasNext(); ) {
      if (with.picks(it.next())) {
        it.remove();
        removed++;
      }
    }
    return removed;
  }

  /** Makes an answer for an operation that has none. */
  static Object done(Runnable write) {
    write.run();
    return "done";
  }

  private static Object refuse() {
    throw new IllegalCallerException("refused");
  }

  /** Things without their order. */
  private static Object bag(@Nullable Object... things) {
    return Arrays.stream(things)
        .map(String::valueOf)
        .collect(Collectors.groupingBy(text -> text, TreeMap::new, Collectors.counting()));
  }
}
