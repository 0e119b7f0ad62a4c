package dev.flagrant.map;

import dev.flagrant.map.runtime.Hiter;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The three views of a {@link GoMap}. They hold nothing but the map. */
final class Views {
  private Views() {}

  /** What the keys and the entries have in common. */
  private abstract static class SetView<
          K extends @Nullable Object, V extends @Nullable Object, T extends @Nullable Object>
      extends AbstractSet<T> {
    final GoMap<K, V> map;

    SetView(GoMap<K, V> map) {
      this.map = map;
    }

    @Override
    public final int size() {
      return map.size();
    }

    @Override
    public final void clear() {
      map.clear();
    }

    @Override
    public final boolean equals(@Nullable Object other) {
      try {
        return super.equals(other);
      } catch (GoPanic refused) {
        return false; // the map does not take such keys, so it does not have them
      }
    }

    @Override
    public final int hashCode() {
      return super.hashCode();
    }

    @Override
    public final Spliterator<T> spliterator() {
      // To a stream NaN equals itself, and the map can have several.
      boolean distinct = map.mapType().reflexive();
      return splitting(this, distinct ? Spliterator.DISTINCT : 0);
    }
  }

  /** The keys. */
  static final class Keys<K extends @Nullable Object, V extends @Nullable Object>
      extends SetView<K, V, K> {
    Keys(GoMap<K, V> map) {
      super(map);
    }

    @Override
    public Iterator<K> iterator() {
      return new Steps<K, V, K>(map) {
        @Override
        K show(K key, V elem) {
          return key;
        }
      };
    }

    @Override
    public boolean contains(@Nullable Object key) {
      return map.containsKey(key);
    }

    @Override
    public boolean remove(@Nullable Object key) {
      return map.removeKey(key);
    }
  }

  /** The elems. */
  static final class Values<K extends @Nullable Object, V extends @Nullable Object>
      extends AbstractCollection<V> {
    private final GoMap<K, V> map;

    Values(GoMap<K, V> map) {
      this.map = map;
    }

    @Override
    public Iterator<V> iterator() {
      return new Steps<K, V, V>(map) {
        @Override
        V show(K key, V elem) {
          return elem;
        }
      };
    }

    @Override
    public int size() {
      return map.size();
    }

    @Override
    public void clear() {
      map.clear();
    }

    @Override
    public Spliterator<V> spliterator() {
      return splitting(this, 0);
    }
  }

  /** The entries. One that an iteration gave writes through as long as its key is in the map. */
  static final class Entries<K extends @Nullable Object, V extends @Nullable Object>
      extends SetView<K, V, Map.Entry<K, V>> {
    Entries(GoMap<K, V> map) {
      super(map);
    }

    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
      return new Steps<K, V, Map.Entry<K, V>>(map) {
        @Override
        Map.Entry<K, V> show(K key, V elem) {
          return new WritingEntry<>(map, key, elem);
        }
      };
    }

    @Override
    public boolean contains(@Nullable Object entry) {
      if (!(entry instanceof Map.Entry<?, ?> wanted)) {
        return false;
      }
      GoMap.Lookup<V> found = map.lookup(GoMap.<K>cast(wanted.getKey()));
      return found.ok() && Objects.equals(found.elem(), wanted.getValue());
    }

    @Override
    public boolean remove(@Nullable Object entry) {
      return entry instanceof Map.Entry<?, ?> wanted
          && map.remove(wanted.getKey(), wanted.getValue());
    }
  }

  /**
   * Begins its iteration with its first element. The size is not promised: a racing writer would
   * turn that promise into another exception.
   */
  private static <T extends @Nullable Object> Spliterator<T> splitting(
      Collection<T> view, int characteristics) {
    return new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, characteristics) {
      private @Nullable Iterator<T> iterator;

      @Override
      public boolean tryAdvance(Consumer<? super T> action) {
        Objects.requireNonNull(action);
        Iterator<T> begun = iterator;
        if (begun == null) {
          begun = view.iterator();
          iterator = begun;
        }
        boolean found = begun.hasNext();
        if (found) {
          action.accept(begun.next());
        }
        return found;
      }
    };
  }

  /**
   * Java's iterator over Go's iteration. A step is taken as late as possible, by {@code hasNext},
   * so that an entry removed after {@code next} and before {@code hasNext} is not shown.
   */
  private abstract static class Steps<
          K extends @Nullable Object, V extends @Nullable Object, T extends @Nullable Object>
      extends Hiter implements Iterator<T> {
    private final GoMap<K, V> map;

    /** Whether it stands at an entry that has not been given out yet. */
    private boolean ready;

    /** The key of the entry that was given out last, while it can be removed. */
    private @Nullable Object lastKey;

    private boolean removable;

    Steps(GoMap<K, V> map) {
      this.map = map;
      // Not with the first step: a constructor is put in place however seldom it is reached, and so
      // a whole iteration can live in registers.
      mapiterinit(map);
    }

    abstract T show(K key, V elem);

    @Override
    public final boolean hasNext() {
      return ready || advance();
    }

    private boolean advance() {
      ready = mapiternext();
      return ready;
    }

    @Override
    public final T next() {
      if (!ready && !advance()) {
        throw new NoSuchElementException();
      }
      Object given = key;
      T shown = show(GoMap.cast(given), GoMap.cast(elem));
      // No call from here on: without stack for one, the entry would be passed over.
      ready = false;
      lastKey = given;
      removable = true;
      return shown;
    }

    @Override
    public final void remove() {
      if (!removable) {
        throw new IllegalStateException("there is no entry to remove: next() comes first");
      }
      map.requireWritable(lastKey);
      var unused = map.removeKey(lastKey);
      // If that throws, the entry may still be there, and this can be repeated.
      removable = false;
      lastKey = null;
    }
  }

  private static final class WritingEntry<K extends @Nullable Object, V extends @Nullable Object>
      extends AbstractMap.SimpleEntry<K, V> {
    private static final long serialVersionUID = 1L;

    private final GoMap<K, V> map;

    WritingEntry(GoMap<K, V> map, K key, V elem) {
      super(key, elem);
      this.map = map;
    }

    @Override
    public V setValue(V value) {
      map.requireWritable(getKey());
      var unused = map.replace(getKey(), value);
      return super.setValue(value);
    }

    /** The map is not written along with one entry of it. */
    private Object writeReplace() {
      return new AbstractMap.SimpleEntry<>(this);
    }
  }
}
