package dev.flagrant.map.runtime;

import dev.flagrant.map.KeyType;
import dev.flagrant.map.KeyTypes;
import dev.flagrant.map.TypeLayout;
import java.util.function.LongSupplier;

/**
 * {@link KeyTypes#interfaces}, with the hashes of NaN drawn from a given source, so that they can
 * be repeated, as {@link KeyTypes#float64(LongSupplier)} has them.
 */
final class RepeatableInterfaces implements KeyType<Object> {
  private final KeyType<Object> interfaces = KeyTypes.interfaces();
  private final LongSupplier random;

  RepeatableInterfaces(LongSupplier random) {
    this.random = random;
  }

  @Override
  public long hash(Object key, int seed) {
    return isNan(key) ? KeyTypes.mix(random.getAsLong(), seed) : interfaces.hash(key, seed);
  }

  private static boolean isNan(Object key) {
    return (key instanceof Double d && d.isNaN()) || (key instanceof Float f && f.isNaN());
  }

  @Override
  public boolean equal(Object key, Object stored) {
    return interfaces.equal(key, stored);
  }

  @Override
  public boolean reflexive() {
    return interfaces.reflexive();
  }

  @Override
  public boolean needsKeyUpdate() {
    return interfaces.needsKeyUpdate();
  }

  @Override
  public boolean mayPanic() {
    return interfaces.mayPanic();
  }

  @Override
  public TypeLayout layout() {
    return interfaces.layout();
  }
}
