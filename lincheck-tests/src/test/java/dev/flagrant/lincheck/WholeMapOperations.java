package dev.flagrant.lincheck;

import java.util.Map;
import java.util.TreeMap;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Also the operations that look at more than one entry, which few maps make atomic. */
public abstract class WholeMapOperations extends MapOperations {
  private final Map<Integer, Integer> map;

  /** The operations of this map. */
  protected WholeMapOperations(Map<Integer, Integer> map) {
    super(map);
    this.map = map;
  }

  @Operation
  public int size() {
    return map.size();
  }

  @Operation
  public boolean isEmpty() {
    return map.isEmpty();
  }

  @Operation
  public boolean containsValue(@Param(name = "value") int value) {
    return map.containsValue(value);
  }

  @Operation
  public String clear() {
    map.clear();
    return "cleared";
  }

  @Operation
  public String replaceAll() {
    map.replaceAll((key, value) -> value + 1);
    return "replaced";
  }

  /** All entries, in the order of their keys. */
  @Operation
  public String entries() {
    Map<Integer, Integer> sorted = new TreeMap<>();
    map.forEach(sorted::put);
    return sorted.toString();
  }
}
