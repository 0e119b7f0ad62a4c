package dev.flagrant.testkit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One operation on a map, as data: an engine performs it, a judge reads what it means.
 *
 * <p>Keys and values are boxed once, when the scenario is built, so that a trial allocates no more
 * than the map itself does, and a map that compares by identity works too, where no engine gives
 * objects identity hashes of its own, as Lincheck does.
 */
public sealed interface MapOperation {

  /** What an operation means to a sequential map. */
  enum Kind {
    PUT,
    GET,
    REMOVE,
    CLEAR,
    ITERATE;

    /** Whether the operation can change a map. */
    public boolean mutates() {
      return this == PUT || this == REMOVE || this == CLEAR;
    }
  }

  /** What the operation means. */
  Kind kind();

  /**
   * Performs the operation.
   *
   * @return its answer: the value {@code put}, {@code get} and {@code remove} return, the {@link
   *     Traversal} of an iteration, null for {@code clear}
   */
  @Nullable Object perform(Map<Integer, Integer> map);

  /** The key the operation names, or null if it names none. */
  default @Nullable Integer key() {
    return null;
  }

  /** The value the operation writes, or null if it writes none. */
  default @Nullable Integer value() {
    return null;
  }

  /** This operation under the map's own monitor. */
  default MapOperation locked() {
    return new Locked(this);
  }

  /** {@code map.put(key, value)}. */
  record Put(Integer key, Integer value) implements MapOperation {
    @Override
    public Kind kind() {
      return Kind.PUT;
    }

    @Override
    public @Nullable Object perform(Map<Integer, Integer> map) {
      return map.put(key, value);
    }

    @Override
    public String toString() {
      return "put(" + key + ", " + value + ")";
    }
  }

  /** {@code map.get(key)}. */
  record Get(Integer key) implements MapOperation {
    @Override
    public Kind kind() {
      return Kind.GET;
    }

    @Override
    public @Nullable Object perform(Map<Integer, Integer> map) {
      return map.get(key);
    }

    @Override
    public String toString() {
      return "get(" + key + ")";
    }
  }

  /** {@code map.remove(key)}. */
  record Remove(Integer key) implements MapOperation {
    @Override
    public Kind kind() {
      return Kind.REMOVE;
    }

    @Override
    public @Nullable Object perform(Map<Integer, Integer> map) {
      return map.remove(key);
    }

    @Override
    public String toString() {
      return "remove(" + key + ")";
    }
  }

  /** {@code map.clear()}. */
  record Clear() implements MapOperation {
    @Override
    public Kind kind() {
      return Kind.CLEAR;
    }

    @Override
    public @Nullable Object perform(Map<Integer, Integer> map) {
      map.clear();
      return null;
    }

    @Override
    public String toString() {
      return "clear()";
    }
  }

  /** A whole iteration over {@code map.entrySet()}. */
  record Iterate() implements MapOperation {
    @Override
    public Kind kind() {
      return Kind.ITERATE;
    }

    @Override
    public Traversal perform(Map<Integer, Integer> map) {
      return Traversal.of(map);
    }

    @Override
    public String toString() {
      return "iterate()";
    }
  }

  /** Another operation under the map's own monitor. */
  record Locked(MapOperation operation) implements MapOperation {
    @Override
    public Kind kind() {
      return operation.kind();
    }

    @Override
    public @Nullable Object perform(Map<Integer, Integer> map) {
      synchronized (map) {
        return operation.perform(map);
      }
    }

    @Override
    public @Nullable Integer key() {
      return operation.key();
    }

    @Override
    public @Nullable Integer value() {
      return operation.value();
    }

    @Override
    public MapOperation locked() {
      return this;
    }

    @Override
    public String toString() {
      return operation.toString();
    }
  }
}
