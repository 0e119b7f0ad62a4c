package dev.flagrant.map;

import org.jspecify.annotations.Nullable;

/**
 * What a map must know of its keys: the part of Go's {@code maptype} that the compiler writes for
 * each key type.
 *
 * <p>A map never passes {@code null} here: the null key is a key of every map, equal to itself
 * only.
 *
 * <p>An implementation whose {@link #hash} or {@link #equal} throws does no harm: the exception
 * passes through, and the map is as it was. But during a growth each write hashes some of the
 * present keys, too, in order, so if one of those throws each time, so does each write until the
 * map is cleared. An implementation that uses the map itself while a write calls {@link #equal}, or
 * {@link #hash} for a key that is moved, in a growth or a flood, is a second access in the middle
 * of the first and is reported as the race it looks like. A {@link #hash} that gives the map it is
 * asked for a new seed, by emptying or {@linkplain #floodResistant flooding} it, has the key in
 * hand stored under its old hash, where nothing will find it.
 *
 * @param <K> the keys
 */
public interface KeyType<K> {
  /**
   * The hash of a key, in all of its 64 bits: the low ones choose the bucket, the top eight tell
   * keys of one bucket apart. Go's {@code maptype.hasher}.
   *
   * @param key a key, never null
   * @param seed the map's own seed, Go's {@code hash0}
   * @throws GoPanic if the key cannot be hashed; only where {@link #mayPanic}
   */
  long hash(K key, int seed);

  /**
   * Whether two keys are equal. Go's {@code maptype.key.equal}.
   *
   * @param key the key asked for, never null
   * @param stored a key of the map, never null
   */
  boolean equal(K key, K stored);

  /**
   * Whether every key equals itself. Where it does not (Go's NaN), such keys can be put in, found
   * by iteration and cleared, and nothing else. Go's {@code reflexivekey}.
   */
  default boolean reflexive() {
    return true;
  }

  /**
   * Whether a write to a present key also replaces the key, because equal keys can differ (+0.0 and
   * -0.0). Go's {@code needkeyupdate}.
   */
  default boolean needsKeyUpdate() {
    return false;
  }

  /**
   * Whether {@link #hash} may throw a {@link GoPanic}. Then even lookups in an empty map hash their
   * key, so that the mistake never goes unseen. Go's {@code hashMightPanic}.
   */
  default boolean mayPanic() {
    return false;
  }

  /**
   * What a map goes over to, once, when more of its keys have one hash than chance allows: the same
   * keys and the same equality, with hashes that nobody can choose who does not know the seed. That
   * type is not asked for another one. Null if there is nothing better. Go's maps need no such
   * thing, since Go hashes every byte of a key.
   */
  default @Nullable KeyType<K> floodResistant() {
    return null;
  }

  /** How Go would lay out a key. */
  default TypeLayout layout() {
    return TypeLayout.POINTER;
  }
}
