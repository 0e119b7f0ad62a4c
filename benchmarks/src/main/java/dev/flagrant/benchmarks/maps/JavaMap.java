package dev.flagrant.benchmarks.maps;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Any {@link Map}; iterated, as programs do, through its entry set. */
final class JavaMap implements BenchMap {
  private final Map<Object, Object> map;

  JavaMap(Map<Object, Object> map) {
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
    return map.size();
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // identity is what it counts
  public int countIdentical(Object sought) {
    int count = 0;
    for (Map.Entry<Object, Object> entry : map.entrySet()) {
      if (entry.getKey() == sought || entry.getValue() == sought) {
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
