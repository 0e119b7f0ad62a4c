package dev.flagrant.benchmarks.maps;

import com.carrotsearch.hppc.ObjectObjectHashMap;
import com.carrotsearch.hppc.cursors.ObjectObjectCursor;
import org.jspecify.annotations.Nullable;

/** HPPC's map, which is no {@link java.util.Map}; iterated by its cursor. */
final class HppcMap implements BenchMap {
  private final ObjectObjectHashMap<Object, Object> map;

  HppcMap(ObjectObjectHashMap<Object, Object> map) {
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
    for (ObjectObjectCursor<Object, Object> entry : map) {
      if (entry.key == sought || entry.value == sought) {
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
