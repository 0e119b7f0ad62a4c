package dev.flagrant.benchmarks.maps;

import org.jspecify.annotations.Nullable;

/** Another map, to be changed in some respect by those who test a measurement with it. */
public interface ForwardingMap extends BenchMap {
  /** The map that does the work. */
  BenchMap map();

  @Override
  default @Nullable Object get(Object key) {
    return map().get(key);
  }

  @Override
  default @Nullable Object put(Object key, Object value) {
    return map().put(key, value);
  }

  @Override
  default @Nullable Object remove(Object key) {
    return map().remove(key);
  }

  @Override
  default int size() {
    return map().size();
  }

  @Override
  default int countIdentical(Object sought) {
    return map().countIdentical(sought);
  }

  @Override
  default Object unwrap() {
    return map().unwrap();
  }
}
