package dev.flagrant.lincheck;

import java.util.Map;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Also the operations in the words of Go, which {@link java.util.Map} does not have. */
public abstract class GoOperations extends WholeMapOperations {
  /** The operations of this map. */
  protected GoOperations(Map<Integer, Integer> map) {
    super(map);
  }

  /** The elem and whether it is there, as text. */
  @Operation
  public abstract String lookup(@Param(name = "key") int key);

  @Operation
  public abstract Integer getOrZero(@Param(name = "key") int key);

  @Operation
  public abstract String delete(@Param(name = "key") int key);

  /** Go's range, deleting the even keys as it meets them: all that it met, in order. */
  @Operation
  public abstract String rangeAndDelete();
}
