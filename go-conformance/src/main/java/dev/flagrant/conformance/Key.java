package dev.flagrant.conformance;

import dev.flagrant.map.GoPanic;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A key of a trace, with the hash that real Go gave it. Equality is Go's: +0 equals -0, and a NaN
 * equals nothing but, as every Java object must, itself; each operation on a NaN has a Key object
 * of its own, so that no map ever finds one.
 */
public final class Key {
  private final MapKind kind;
  private final long number;
  private final boolean nan;
  private final LongSupplier random;
  private long hash;

  Key(MapKind kind, long number, LongSupplier random) {
    this.kind = kind;
    this.number = number;
    this.nan = kind.isNaN(number);
    this.random = random;
  }

  /** The number of the key in its trace. */
  public long number() {
    return number;
  }

  /** Whether this is a NaN. */
  public boolean isNaN() {
    return nan;
  }

  /** Whether this key has no hash, and must be refused. */
  public boolean isUnhashable() {
    return kind.isUnhashable(number);
  }

  /**
   * The hash that Go gave this key. A NaN draws a random number for it, each time.
   *
   * @param seed the map's {@code hash0}, or 0 where Go hashes a key for nothing but the panic
   * @throws GoPanic if the key cannot be hashed
   */
  public long hash(int seed) {
    if (isUnhashable()) {
      throw new GoPanic("runtime error: hash of unhashable type []int");
    }
    if (nan) {
      hash = kind.hashOfNaN(seed, random.getAsLong());
    }
    return hash;
  }

  /** The hash as it was last recorded, or last drawn. */
  long lastHash() {
    return hash;
  }

  void record(long recorded) {
    hash = recorded;
  }

  /** Whether Go's {@code ==} holds: never for a NaN, not even with itself. */
  public boolean equalInGo(Key other) {
    return !nan && !other.nan && kind.canonical(number) == kind.canonical(other.number);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Key key && equalInGo(key));
  }

  @Override
  public int hashCode() {
    return Long.hashCode(kind.canonical(number));
  }

  @Override
  public String toString() {
    return kind.text(number);
  }
}
