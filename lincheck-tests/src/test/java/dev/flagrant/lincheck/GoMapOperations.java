package dev.flagrant.lincheck;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Everything that Go's map can do, under one lock. */
public abstract class GoMapOperations extends GoOperations {
  private final GoMap<Integer, Integer> map;
  private final Object lock;

  private GoMapOperations(GoMap<Integer, Integer> map, Map<Integer, Integer> synchronizedMap) {
    super(synchronizedMap);
    this.map = map;
    this.lock = synchronizedMap;
  }

  /** The operations of this map, whose every use is under the lock of a synchronized one. */
  protected GoMapOperations(GoMap<Integer, Integer> map) {
    this(map, Collections.synchronizedMap(map));
  }

  @Override
  public String lookup(int key) {
    synchronized (lock) {
      GoMap.Lookup<Integer> found = map.lookup(key);
      return found.elem() + " " + found.ok();
    }
  }

  @Override
  public Integer getOrZero(int key) {
    synchronized (lock) {
      return map.getOrZero(key, 0);
    }
  }

  @Override
  public String delete(int key) {
    synchronized (lock) {
      map.delete(key);
      return "deleted";
    }
  }

  @Override
  public String rangeAndDelete() {
    synchronized (lock) {
      Map<Integer, Integer> met = new TreeMap<>();
      GoMapIterator<Integer, Integer> entries = map.range();
      while (entries.next()) {
        int key = entries.key();
        met.put(key, entries.elem());
        if (key % 2 == 0) {
          map.delete(key);
        }
      }
      return met.toString();
    }
  }
}
