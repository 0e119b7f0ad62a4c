package dev.flagrant.benchmarks.model;

import java.util.Objects;

/**
 * The memory of one map without its keys and values.
 *
 * @param peer label of the map
 * @param keys {@code long} or {@code string}
 * @param runtime the JDK
 * @param size entries
 * @param bytes of the whole map; of small maps the mean of several
 */
public record MemoryPoint(String peer, String keys, String runtime, int size, double bytes) {
  /** Refuses what lacks something. */
  public MemoryPoint {
    Objects.requireNonNull(peer, "peer");
    Objects.requireNonNull(keys, "keys");
    Objects.requireNonNull(runtime, "runtime");
  }
}
