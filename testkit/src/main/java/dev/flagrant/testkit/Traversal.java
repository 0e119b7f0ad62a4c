package dev.flagrant.testkit;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries an iteration gave, in its order, as they came: a raced map may give one twice, or a
 * null, and the judge must see it.
 */
public final class Traversal {

  /**
   * Entries after which an iteration is given up. A scenario's map holds at most a few hundred, so
   * one that gives this many runs in a circle and would not have ended.
   */
  public static final int LIMIT = 50_000;

  private static final int USUAL_SIZE = 256;

  private @Nullable Object[] cells = new @Nullable Object[2 * USUAL_SIZE];
  private int size;
  private boolean endless;

  /** An empty traversal. */
  public Traversal() {}

  /** Iterates over the map's entries, {@link #LIMIT} at most. */
  public static Traversal of(Map<Integer, Integer> map) {
    Traversal traversal = new Traversal();
    // Read as objects: a raced map may hand out what its type does not promise.
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (traversal.size == LIMIT) {
        traversal.endless = true;
        break;
      }
      traversal.add(entry.getKey(), entry.getValue());
    }
    return traversal;
  }

  /** Appends an entry. */
  public void add(@Nullable Object key, @Nullable Object value) {
    if (2 * size == cells.length) {
      cells = Arrays.copyOf(cells, 2 * cells.length);
    }
    cells[2 * size] = key;
    cells[2 * size + 1] = value;
    size++;
  }

  /** How many entries came. */
  public int size() {
    return size;
  }

  /** The key that came at this index. */
  public @Nullable Object key(int index) {
    return cells[2 * index];
  }

  /** The value that came at this index. */
  public @Nullable Object value(int index) {
    return cells[2 * index + 1];
  }

  /** Whether the iteration was given up at {@link #LIMIT}. */
  public boolean endless() {
    return endless;
  }

  /** Whether the other is a traversal that gave the same, in the same order. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Traversal that
        && size == that.size
        && endless == that.endless
        && Arrays.equals(cells, 0, 2 * size, that.cells, 0, 2 * size);
  }

  @Override
  public int hashCode() {
    return Arrays.asList(cells).subList(0, 2 * size).hashCode();
  }

  @Override
  public String toString() {
    return endless ? "an endless iteration" : size + " entries";
  }
}
