package dev.flagrant.harness.subjects;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@code HashMap} with a place before and after every operation. */
public abstract class DelegatingMap extends AbstractMap<Integer, Integer> {

  /** The map behind. */
  protected final Map<Integer, Integer> delegate = new HashMap<>();

  /** A fresh empty map. */
  protected DelegatingMap() {}

  /** Comes before every write. */
  protected abstract void beforeWrite();

  /** Comes after every write. */
  protected abstract void afterWrite();

  /** Comes before every read, and before every step of an iteration. */
  protected abstract void beforeRead();

  @Override
  public @Nullable Integer get(@Nullable Object key) {
    beforeRead();
    return delegate.get(key);
  }

  @Override
  public @Nullable Integer put(Integer key, Integer value) {
    beforeWrite();
    Integer old = delegate.put(key, value);
    afterWrite();
    return old;
  }

  @Override
  public @Nullable Integer remove(@Nullable Object key) {
    beforeWrite();
    Integer old = delegate.remove(key);
    afterWrite();
    return old;
  }

  @Override
  public void clear() {
    beforeWrite();
    delegate.clear();
    afterWrite();
  }

  @Override
  public int size() {
    beforeRead();
    return delegate.size();
  }

  @Override
  public Set<Map.Entry<Integer, Integer>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<Integer, Integer>> iterator() {
        Iterator<Map.Entry<Integer, Integer>> entries = delegate.entrySet().iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            beforeRead();
            return entries.hasNext();
          }

          @Override
          public Map.Entry<Integer, Integer> next() {
            beforeRead();
            return entries.next();
          }
        };
      }

      @Override
      public int size() {
        return DelegatingMap.this.size();
      }
    };
  }
}
