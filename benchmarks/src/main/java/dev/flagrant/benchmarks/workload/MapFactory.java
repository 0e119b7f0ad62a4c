package dev.flagrant.benchmarks.workload;

import dev.flagrant.benchmarks.maps.BenchMap;

/** Makes the maps under measurement. */
@FunctionalInterface
public interface MapFactory {
  /**
   * An empty map.
   *
   * @param hint how many entries come, or {@link dev.flagrant.benchmarks.maps.Peer#NO_HINT}
   */
  BenchMap create(int hint);
}
