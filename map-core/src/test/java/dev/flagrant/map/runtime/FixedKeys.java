package dev.flagrant.map.runtime;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapBuilder;
import dev.flagrant.map.KeyType;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The key type of {@link FixedKey}. It lets a test act in the middle of an operation: {@link
 * #onHash} and {@link #onEqual} run before the answer is given.
 */
final class FixedKeys implements KeyType<FixedKey> {
  Runnable onHash = () -> {};
  Runnable onEqual = () -> {};

  /** The hashes of keys that do not equal themselves, in the order they are asked for. */
  @Nullable LongSupplier nanHashes;

  int hashes;
  int equals;
  int lastSeed;
  private boolean reflexive = true;
  private boolean needsKeyUpdate;
  private boolean mayPanic;

  FixedKeys notReflexive() {
    reflexive = false;
    return this;
  }

  FixedKeys withKeyUpdate() {
    needsKeyUpdate = true;
    return this;
  }

  FixedKeys panicking() {
    mayPanic = true;
    return this;
  }

  /** Calls no test back any more. */
  void quiet() {
    onHash = () -> {};
    onEqual = () -> {};
  }

  /** An empty map whose random numbers are all 0. */
  GoMap<FixedKey, Integer> map() {
    return builder().build();
  }

  GoMapBuilder<FixedKey> builder() {
    return GoMap.<FixedKey>builder(this).random(() -> 0);
  }

  @Override
  public long hash(FixedKey key, int seed) {
    hashes++;
    lastSeed = seed;
    onHash.run();
    LongSupplier source = nanHashes;
    return key.id() < 0 && source != null ? source.getAsLong() : key.hash();
  }

  @Override
  public boolean equal(FixedKey key, FixedKey stored) {
    equals++;
    onEqual.run();
    return key.id() >= 0 && key.equals(stored);
  }

  @Override
  public boolean reflexive() {
    return reflexive;
  }

  @Override
  public boolean needsKeyUpdate() {
    return needsKeyUpdate;
  }

  @Override
  public boolean mayPanic() {
    return mayPanic;
  }
}
