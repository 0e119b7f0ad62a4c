package dev.flagrant.benchmarks.maps;

import org.jspecify.annotations.Nullable;

/**
 * What the workloads ask of a map. Every implementation forwards to one field and does nothing
 * else, so that the JIT sees through it; a JVM that measures uses one peer only, which keeps each
 * call site monomorphic.
 */
public interface BenchMap {
  /** The value of a key, or null. */
  @Nullable Object get(Object key);

  /** Sets the value of a key, and gives the one before, or null. */
  @Nullable Object put(Object key, Object value);

  /** Removes a key, and gives its value, or null. */
  @Nullable Object remove(Object key);

  /** The number of entries. */
  int size();

  /**
   * Visits every entry and counts those whose key or value is this very object. It reads every
   * reference and follows none, so it costs what the iteration costs.
   */
  int countIdentical(Object sought);

  /** The map itself, for measuring its memory. */
  Object unwrap();
}
