package dev.flagrant.conformance.collections;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.KeyType;
import dev.flagrant.map.KeyTypes;
import java.util.function.Supplier;

/** The kinds of map that the suites are run on. */
enum Subjects {
  /** The default. */
  OBJECTS(GoMap::new),
  /** Go's {@code map[string]V}. */
  STRINGS(() -> GoMap.make(KeyTypes.strings())),
  /** Everything in one chain of buckets. */
  COLLIDING(() -> GoMap.make(Colliding.KEYS));

  private final Supplier<GoMap<String, String>> factory;

  Subjects(Supplier<GoMap<String, String>> factory) {
    this.factory = factory;
  }

  /** An empty map. */
  GoMap<String, String> make() {
    return factory.get();
  }

  /** An enum, so that a map of it can be serialized. */
  private enum Colliding implements KeyType<Object> {
    KEYS;

    @Override
    public long hash(Object key, int seed) {
      return seed;
    }

    @Override
    public boolean equal(Object key, Object stored) {
      return key.equals(stored);
    }
  }
}
