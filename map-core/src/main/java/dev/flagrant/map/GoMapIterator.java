package dev.flagrant.map;

import dev.flagrant.map.runtime.Hiter;
import org.jspecify.annotations.Nullable;

/**
 * One iteration over a {@link GoMap}, with no garbage for each step: Go's {@code reflect.MapIter}.
 *
 * <pre>{@code
 * GoMapIterator<String, Integer> it = map.range();
 * while (it.next()) {
 *   use(it.key(), it.elem());
 * }
 * }</pre>
 *
 * <p>It belongs to one thread. That thread may change the map between two steps; a write by any
 * other thread is a race, which {@link #next} may report.
 *
 * @param <K> the keys
 * @param <V> the elems
 */
public final class GoMapIterator<K extends @Nullable Object, V extends @Nullable Object>
    extends Hiter {
  private enum State {
    BEFORE,
    AT_ENTRY,
    EXHAUSTED
  }

  private final GoMap<K, V> map;
  private State state = State.BEFORE;

  GoMapIterator(GoMap<K, V> map) {
    this.map = map;
  }

  /**
   * Goes to the next entry. Go's {@code mapiterinit}, the first time, and {@code mapiternext}. A
   * whole iteration takes time in proportion to the map at its largest, since arrays do not shrink;
   * a single step passes over empty buckets.
   *
   * @return whether there is one
   * @throws ConcurrentModificationError if another thread is writing, or the map is dead
   * @throws GoPanic if the iteration had already ended
   */
  public boolean next() {
    if (state == State.EXHAUSTED) {
      throw new GoPanic("MapIter.Next called on exhausted iterator");
    }
    if (state == State.BEFORE) {
      mapiterinit(map);
    }
    boolean found = mapiternext();
    state = found ? State.AT_ENTRY : State.EXHAUSTED;
    return found;
  }

  /**
   * The key of the entry at hand, as it is stored.
   *
   * @throws GoPanic if there is no entry at hand
   */
  public K key() {
    requireEntry("Key");
    return GoMap.cast(key);
  }

  /**
   * The elem of the entry at hand, as it was when {@link #next} went there.
   *
   * @throws GoPanic if there is no entry at hand
   */
  public V elem() {
    requireEntry("Value");
    return GoMap.cast(elem);
  }

  /** Goes back to before the first entry, for another iteration in another order. */
  public void reset() {
    state = State.BEFORE;
  }

  private void requireEntry(String method) {
    if (state != State.AT_ENTRY) {
      throw new GoPanic(
          "MapIter."
              + method
              + (state == State.BEFORE ? " called before Next" : " called on exhausted iterator"));
    }
  }
}
