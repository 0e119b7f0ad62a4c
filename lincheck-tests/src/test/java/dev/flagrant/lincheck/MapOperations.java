package dev.flagrant.lincheck;

import java.util.Map;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.Nullable;

/** The operations of a map, as Lincheck wants them: each answers by a value of its own. */
@Param(name = "key", gen = IntGen.class, conf = "1:5")
@Param(name = "value", gen = IntGen.class, conf = "1:9")
public abstract class MapOperations {
  private final Map<Integer, Integer> map;

  /** The operations of this map. */
  protected MapOperations(Map<Integer, Integer> map) {
    this.map = map;
  }

  @Operation
  public @Nullable Integer put(@Param(name = "key") int key, @Param(name = "value") int value) {
    return map.put(key, value);
  }

  @Operation
  public @Nullable Integer putIfAbsent(
      @Param(name = "key") int key, @Param(name = "value") int value) {
    return map.putIfAbsent(key, value);
  }

  @Operation
  public @Nullable Integer get(@Param(name = "key") int key) {
    return map.get(key);
  }

  @Operation
  public Integer getOrDefault(@Param(name = "key") int key) {
    return map.getOrDefault(key, -1);
  }

  @Operation
  public boolean containsKey(@Param(name = "key") int key) {
    return map.containsKey(key);
  }

  @Operation
  public @Nullable Integer remove(@Param(name = "key") int key) {
    return map.remove(key);
  }

  @Operation
  public boolean removePair(@Param(name = "key") int key, @Param(name = "value") int value) {
    return map.remove(key, (Integer) value);
  }

  @Operation
  public @Nullable Integer replace(@Param(name = "key") int key, @Param(name = "value") int value) {
    return map.replace(key, value);
  }

  @Operation
  public @Nullable Integer merge(@Param(name = "key") int key, @Param(name = "value") int value) {
    return map.merge(key, value, Integer::sum);
  }

  @Operation
  public @Nullable Integer compute(@Param(name = "key") int key) {
    return map.compute(key, (same, old) -> old == null ? (Integer) 1 : null);
  }

  @Operation
  public @Nullable Integer computeIfAbsent(@Param(name = "key") int key) {
    return map.computeIfAbsent(key, same -> 7);
  }

  @Operation
  public @Nullable Integer computeIfPresent(@Param(name = "key") int key) {
    return map.computeIfPresent(key, (same, old) -> old > 4 ? null : (Integer) (old + 1));
  }

  @Operation
  public boolean replacePair(@Param(name = "key") int key, @Param(name = "value") int value) {
    return map.replace(key, (Integer) value, (Integer) (value + 1));
  }
}
