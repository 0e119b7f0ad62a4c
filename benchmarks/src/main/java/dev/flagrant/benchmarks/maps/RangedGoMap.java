package dev.flagrant.benchmarks.maps;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import org.jspecify.annotations.Nullable;

/** A {@link GoMap} iterated by its own iterator, which makes no garbage for each step. */
final class RangedGoMap implements BenchMap {
  private final GoMap<Object, Object> map;

  RangedGoMap(GoMap<Object, Object> map) {
    this.map = map;
  }

  @Override
  public @Nullable Object get(Object key) {
    return map.get(key);
  }

  @Override
  public @Nullable Object put(Object key, Object value) {
    return map.put(key, value);
  }

  @Override
  public @Nullable Object remove(Object key) {
    return map.remove(key);
  }

  @Override
  public int size() {
    return map.len();
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // identity is what it counts
  public int countIdentical(Object sought) {
    int count = 0;
    GoMapIterator<Object, Object> entries = map.range();
    while (entries.next()) {
      if (entries.key() == sought || entries.elem() == sought) {
        count++;
      }
    }
    return count;
  }

  @Override
  public Object unwrap() {
    return map;
  }
}
