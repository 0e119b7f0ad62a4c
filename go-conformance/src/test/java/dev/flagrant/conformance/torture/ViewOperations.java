package dev.flagrant.conformance.torture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every method of the three views, of their iterators, spliterators and streams. */
final class ViewOperations {
  private ViewOperations() {}

  static final List<Operation> ALL = operations();

  private static List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    addView(all, "keySet", a -> a.map.keySet(), Actor::key);
    addView(all, "values", a -> a.map.values(), Actor::elem);
    addView(all, "entrySet", a -> a.map.entrySet(), ViewOperations::entry);
    all.add(new Operation("Entry.setValue", ViewOperations::setValues));
    all.add(new Operation("keySet.equals", a -> a.map.keySet().equals(Set.of("x", "y"))));
    all.add(new Operation("keySet.hashCode", a -> a.map.keySet().hashCode()));
    all.add(
        new Operation(
            "entrySet.equals", a -> a.map.entrySet().equals(Set.of(entry(a), Map.entry(1, 2)))));
    all.add(new Operation("entrySet.hashCode", a -> a.map.entrySet().hashCode()));
    return List.copyOf(all);
  }

  private static Map.Entry<@Nullable Object, @Nullable Object> entry(Actor a) {
    return new java.util.AbstractMap.SimpleEntry<>(a.key(), a.elem());
  }

  /**
   * The operations that all three views have.
   *
   * @param part makes something that may be in the view
   */
  private static <T extends @Nullable Object> void addView(
      List<Operation> all,
      String name,
      Function<Actor, Collection<T>> view,
      Function<Actor, @Nullable Object> part) {
    add(all, name + ".size", a -> view.apply(a).size());
    add(all, name + ".isEmpty", a -> view.apply(a).isEmpty());
    add(all, name + ".contains", a -> view.apply(a).contains(part.apply(a)));
    add(all, name + ".containsAll", a -> view.apply(a).containsAll(some(a, part)));
    add(all, name + ".remove", a -> view.apply(a).remove(part.apply(a)));
    add(all, name + ".removeAll", a -> view.apply(a).removeAll(some(a, part)));
    add(all, name + ".retainAll", a -> view.apply(a).retainAll(new HashSet<>(view.apply(a))));
    add(all, name + ".removeIf", a -> view.apply(a).removeIf(Actor::oneInEight));
    add(all, name + ".clear", a -> cleared(view.apply(a)));
    add(all, name + ".toString", a -> view.apply(a).toString());
    add(all, name + ".toArray", a -> view.apply(a).toArray());
    add(all, name + ".toArray of a short one", a -> view.apply(a).toArray(new Object[1]));
    add(all, name + ".toArray of a long one", a -> view.apply(a).toArray(new Object[a.keys()]));
    add(all, name + ".toArray of a function", a -> view.apply(a).toArray(Object[]::new));
    add(all, name + " to a list", a -> new ArrayList<>(view.apply(a)));
    add(all, name + " to a set", a -> new HashSet<>(view.apply(a)));
    add(all, name + ".iterator", a -> iterated(view.apply(a)));
    add(all, name + ".iterator broken off", a -> brokenOff(a, view.apply(a)));
    add(all, name + ".iterator.forEachRemaining", a -> remaining(view.apply(a)));
    add(all, name + ".iterator.remove", a -> removed(a, view.apply(a)));
    add(all, name + ".spliterator", a -> split(view.apply(a)));
    add(all, name + ".stream", a -> streamed(view.apply(a)));
    add(all, name + ".stream.sorted.toArray", a -> sorted(view.apply(a)));
    add(all, name + ".parallelStream", a -> view.apply(a).parallelStream().map(s -> 1).count());
  }

  private static void add(List<Operation> all, String name, Operation.Body body) {
    all.add(new Operation(name, body));
  }

  private static Collection<@Nullable Object> some(
      Actor a, Function<Actor, @Nullable Object> part) {
    return Arrays.asList(part.apply(a), part.apply(a), part.apply(a));
  }

  private static @Nullable Object cleared(Collection<?> view) {
    view.clear();
    return view;
  }

  private static int iterated(Collection<?> view) {
    int sum = 0;
    for (Object each : view) {
      sum += String.valueOf(each).length();
    }
    return sum;
  }

  private static int brokenOff(Actor a, Collection<?> view) {
    int left = a.random.nextInt(10);
    Iterator<?> it = view.iterator();
    while (left > 0 && it.hasNext()) {
      var unused = it.next();
      left--;
    }
    return left;
  }

  private static int remaining(Collection<?> view) {
    int[] sum = new int[1];
    view.iterator().forEachRemaining(each -> sum[0]++);
    return sum[0];
  }

  private static int removed(Actor a, Collection<?> view) {
    int removed = 0;
    Iterator<?> it = view.iterator();
    while (it.hasNext()) {
      var unused = it.next();
      if (a.random.nextInt(8) == 0) {
        it.remove();
        removed++;
      }
    }
    return removed;
  }

  private static long split(Collection<?> view) {
    Spliterator<?> right = view.spliterator();
    Spliterator<?> left = right.trySplit();
    long[] sum = {right.estimateSize()};
    var unused = right.tryAdvance(each -> sum[0]++);
    right.forEachRemaining(each -> sum[0]++);
    if (left != null) {
      left.forEachRemaining(each -> sum[0]++);
    }
    return sum[0];
  }

  private static @Nullable Object streamed(Collection<?> view) {
    return view.stream()
        .filter(Actor::oneInEight)
        .map(String::valueOf)
        .distinct()
        .collect(Collectors.groupingBy(String::length));
  }

  private static @Nullable Object sorted(Collection<?> view) {
    return view.stream().sorted(Comparator.comparing(String::valueOf)).toArray();
  }

  private static int setValues(Actor a) {
    int set = 0;
    for (Map.Entry<@Nullable Object, @Nullable Object> entry : a.map.entrySet()) {
      if (a.random.nextInt(4) == 0) {
        var unused = entry.setValue(a.elem());
        set += entry.hashCode();
      }
    }
    return set;
  }
}
