package dev.flagrant.benchmarks.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a file of results that was damaged, or written by hand, can lack. */
final class Lacking {
  private Lacking() {}

  /** The same elements, all of which are there. */
  static <T> List<T> nothing(List<T> list, String name) {
    Objects.requireNonNull(list, name);
    for (T element : list) {
      Objects.requireNonNull(element, "an element of " + name);
    }
    return List.copyOf(list);
  }

  /** The same map, all of whose values are there. */
  static <V> Map<String, V> nothing(Map<String, V> map, String name) {
    Objects.requireNonNull(map, name);
    map.forEach((key, value) -> Objects.requireNonNull(value, key + " of " + name));
    return map;
  }
}
