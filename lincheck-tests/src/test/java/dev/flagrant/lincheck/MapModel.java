package dev.flagrant.lincheck;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What every map must answer in one thread. */
public final class MapModel extends GoOperations {
  private final Map<Integer, Integer> map;

  /** An empty map. */
  public MapModel() {
    this(new HashMap<>());
  }

  private MapModel(Map<Integer, Integer> map) {
    super(map);
    this.map = map;
  }

  @Override
  public String lookup(int key) {
    @Nullable Integer elem = map.get(key);
    return elem + " " + (elem != null);
  }

  @Override
  public Integer getOrZero(int key) {
    return map.getOrDefault(key, 0);
  }

  @Override
  public String delete(int key) {
    map.remove(key);
    return "deleted";
  }

  @Override
  public String rangeAndDelete() {
    String met = new TreeMap<>(map).toString();
    map.keySet().removeIf(key -> key % 2 == 0);
    return met;
  }
}
