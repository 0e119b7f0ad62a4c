package dev.flagrant.map.runtime;

import dev.flagrant.map.KeyType;
import dev.flagrant.map.KeyTypes;
import dev.flagrant.map.TypeLayout;
import org.jspecify.annotations.Nullable;

/**
 * What all maps of one kind share: Go's {@code maptype}, and the {@link Options}. The answers of
 * the key type are asked for once and kept, as Go's compiler keeps them in the type's flags.
 */
public final class MapType {
  /** Java objects as keys and elems, with the default options. */
  public static final MapType OBJECTS =
      new MapType(KeyTypes.objects(), TypeLayout.POINTER, Options.DEFAULT);

  final Options options;
  final boolean reflexiveKey;
  private final boolean needKeyUpdate;
  final boolean hashMightPanic;
  final BucketLayout bucket;
  private final KeyType<Object> key;

  /** Whether these are the hashes that a map goes over to, which it does once. */
  private final boolean floodResistant;

  /**
   * A kind of map.
   *
   * @throws IllegalArgumentException with Go's message if the layouts cannot be those of a map
   */
  public MapType(KeyType<?> key, TypeLayout elem, Options options) {
    this(key, elem, options, false);
  }

  @SuppressWarnings("unchecked") // the map that owns this type takes keys of this type only
  private MapType(KeyType<?> key, TypeLayout elem, Options options, boolean floodResistant) {
    this.floodResistant = floodResistant;
    this.key = (KeyType<Object>) key;
    this.options = options;
    this.reflexiveKey = key.reflexive();
    this.needKeyUpdate = key.needsKeyUpdate();
    this.hashMightPanic = key.mayPanic();
    this.bucket = BucketLayout.of(key.layout(), elem);
  }

  /** The key type. */
  public KeyType<?> key() {
    return key;
  }

  /** Whether every key equals itself. */
  public boolean reflexive() {
    return reflexiveKey;
  }

  /** The options. */
  public Options options() {
    return options;
  }

  /** The same kind of map with {@link KeyType#floodResistant} keys, or null. */
  @Nullable MapType floodResistant() {
    KeyType<Object> resistant = floodResistant ? null : key.floodResistant();
    return resistant == null ? null : new MapType(resistant, elem(), options, true);
  }

  /** How Go would lay out an elem. */
  public TypeLayout elem() {
    return bucket.elem();
  }

  /** How Go would lay out a bucket of this map. */
  public BucketLayout bucket() {
    return bucket;
  }

  /**
   * Go's {@code t.hasher(key, seed)}; the null key has a hash of the seed alone. Static, so that
   * HotSpot has no receiver to check, which here would take a branch of its own.
   */
  static long hash(MapType t, @Nullable Object k, int seed) {
    if (k == null) {
      return KeyTypes.mix(0, ~seed);
    }
    // Most maps are of this type, which one comparison tells without a load; and so other key types
    // in the same JVM do not turn this call into one through a table of methods.
    // The seed is mixed in before the 32 bits are widened, which comes to the same.
    return t == OBJECTS ? KeyTypes.mix(k.hashCode() ^ seed, 0) : t.key.hash(k, seed);
  }

  /**
   * Go's {@code t.key.equal(key, k)}. The null key equals itself only. So a reader that is racing
   * and finds a cell whose key has not arrived yet passes it by.
   */
  boolean equal(@Nullable Object k, @Nullable Object stored) {
    // An identical key is equal without asking, which saves the call for the commonest hit; not so
    // where keys may differ from themselves.
    if (k == stored && (this == OBJECTS || reflexiveKey)) {
      return true;
    }
    if (k == null || stored == null) {
      return k == stored;
    }
    return this == OBJECTS ? k.equals(stored) : key.equal(k, stored);
  }

  /** Go's {@code t.reflexivekey() || t.key.equal(k, k)}: false for NaN. */
  public boolean equalsItself(@Nullable Object k) {
    return reflexiveKey || equal(k, k);
  }

  /** Go's {@code t.needkeyupdate()}; of most maps known without a load. */
  boolean needKeyUpdate() {
    return this != OBJECTS && needKeyUpdate;
  }

  /** Go's {@code if t.hashMightPanic() { t.hasher(key, 0) }}, for a map that is nil or empty. */
  void hashIfMightPanic(@Nullable Object k) {
    if (hashMightPanic) {
      var unused = hash(this, k, 0);
    }
  }

  /** Go's {@code fastrand}. */
  int fastrand() {
    return (int) options.random().getAsLong();
  }
}
