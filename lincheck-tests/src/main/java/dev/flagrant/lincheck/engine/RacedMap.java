package dev.flagrant.lincheck.engine;

import dev.flagrant.testkit.MapOperation;
import java.util.Map;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ParameterGenerator;
import org.jetbrains.lincheck.datastructures.RandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * What Lincheck instantiates for each interleaving: the prepared map of the {@link Session} under
 * way. Lincheck makes it and its operations by reflection.
 */
@Param(name = "operation", gen = RacedMap.NoGenerator.class)
public final class RacedMap {
  private final Map<Integer, Integer> map;

  /** A fresh, prepared map. */
  public RacedMap() {
    map = Session.current().newMap();
  }

  /** Performs one operation of a scenario. */
  @Operation
  public @Nullable Object perform(@Param(name = "operation") MapOperation operation) {
    return operation.perform(map);
  }

  /** Lincheck asks for a generator; only scenarios that are already written are run. */
  public static final class NoGenerator implements ParameterGenerator<MapOperation> {
    /** As Lincheck makes them. */
    public NoGenerator(RandomProvider random, String configuration) {}

    @Override
    public MapOperation generate() {
      return new MapOperation.Clear();
    }
  }
}
