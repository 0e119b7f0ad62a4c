package dev.flagrant.lincheck;

import java.util.HashMap;

/** What every map must answer in one thread. */
public final class MapModel extends WholeMapOperations {
  /** An empty map. */
  public MapModel() {
    super(new HashMap<>());
  }
}
