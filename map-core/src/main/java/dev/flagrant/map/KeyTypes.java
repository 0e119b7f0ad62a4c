package dev.flagrant.map;

import java.io.Serializable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/**
 * The standard key types. All are serializable, and safe for use by many threads as far as a source
 * of randomness that was given to {@link #float64(LongSupplier)} is. A map of one that names a
 * class may throw a {@code ClassCastException} when it is asked for a key of another one.
 */
public final class KeyTypes {
  /** The multipliers and shifts of Pelle Evensen's mixer "moremur". */
  private static final long FIRST_MULTIPLIER = 0x3C79_AC49_2BA7_B653L;

  private static final long SECOND_MULTIPLIER = 0x1C69_B3F7_4AC4_AE35L;

  private KeyTypes() {}

  /**
   * Java objects by {@code equals} and {@code hashCode}. Keys whose {@code hashCode} is the same
   * share a chain of buckets; but when more strings do than chance allows, the map goes over to
   * hashing strings as {@link #strings()} does: see {@link KeyType#floodResistant}.
   */
  @SuppressWarnings("unchecked") // it only calls methods of Object
  public static <K> KeyType<K> objects() {
    return (KeyType<K>) Standard.OBJECTS;
  }

  /**
   * Strings, as Go's {@code string}: hashed by all of their characters and the map's seed, so that
   * nobody who does not know the seed can choose keys that collide. A write to a present key
   * replaces the key too.
   */
  @SuppressWarnings("unchecked") // the constant takes strings
  public static KeyType<String> strings() {
    return (KeyType<String>) (KeyType<?>) Standard.STRINGS;
  }

  /** Go's {@code int64}. */
  @SuppressWarnings("unchecked") // the constant takes longs
  public static KeyType<Long> longs() {
    return (KeyType<Long>) (KeyType<?>) Standard.LONGS;
  }

  /** Go's {@code int32}. */
  @SuppressWarnings("unchecked") // the constant takes integers
  public static KeyType<Integer> integers() {
    return (KeyType<Integer>) (KeyType<?>) Standard.INTEGERS;
  }

  /** Go's {@code float64}: NaN equals nothing and has a new hash each time, and +0.0 == -0.0. */
  public static KeyType<Double> float64() {
    return Float64.SHARED;
  }

  /**
   * As {@link #float64()}, with the hashes of NaN drawn from a source of the caller's, so that they
   * can be repeated.
   *
   * @param random gives 64 random bits a call
   */
  public static KeyType<Double> float64(LongSupplier random) {
    return new Float64(random);
  }

  /**
   * Go's {@code interface{}}: keys of different classes are never equal, {@link Double} and {@link
   * Float} follow Go's {@code float64} and {@code float32}, and an array is refused with {@code
   * runtime error: hash of unhashable type}, even by an empty map. Whoever looks such a key up gets
   * that {@link GoPanic}: so does another map's {@code equals} that has an array among its keys.
   */
  public static KeyType<Object> interfaces() {
    return Interfaces.SHARED;
  }

  /**
   * Sixty-four well-mixed bits of a value and a seed. For each seed it is a bijection: different
   * values have different hashes, and the low bits, which choose the bucket, and the top ones,
   * which become the tophash, depend on every bit of the value.
   *
   * @param value any bits
   * @param seed the map's seed
   */
  public static long mix(long value, int seed) {
    // The seed need not be mixed in well: what follows is a bijection, and mixes both.
    // A product carries bits upwards only, and the shift after it brings them down again. One such
    // round is not enough: keys in equal steps would fill the buckets in a pattern, some steps
    // evenly and others in heaps.
    long bits = value ^ seed;
    bits = (bits ^ (bits >>> 27)) * FIRST_MULTIPLIER;
    bits = (bits ^ (bits >>> 33)) * SECOND_MULTIPLIER;
    return bits ^ (bits >>> 27);
  }

  /** Key types that differ only in layout and in the key update; equality is {@code equals}. */
  private enum Standard implements KeyType<Object> {
    OBJECTS(TypeLayout.POINTER, false) {
      @Override
      public long hash(Object key, int seed) {
        return mix(key.hashCode(), seed);
      }

      @Override
      public KeyType<Object> floodResistant() {
        return OBJECTS_BY_CONTENT;
      }
    },
    OBJECTS_BY_CONTENT(TypeLayout.POINTER, false),
    STRINGS(TypeLayout.STRING, true),
    LONGS(TypeLayout.WORD, false) {
      @Override
      public long hash(Object key, int seed) {
        return mix((Long) key, seed);
      }
    },
    INTEGERS(TypeLayout.INT32, false);

    private final TypeLayout layout;
    private final boolean needsKeyUpdate;

    Standard(TypeLayout layout, boolean needsKeyUpdate) {
      this.layout = layout;
      this.needsKeyUpdate = needsKeyUpdate;
    }

    @Override
    public long hash(Object key, int seed) {
      return hashByContent(key, seed);
    }

    @Override
    public boolean equal(Object key, Object stored) {
      return key.equals(stored);
    }

    @Override
    public boolean needsKeyUpdate() {
      return needsKeyUpdate;
    }

    @Override
    public TypeLayout layout() {
      return layout;
    }
  }

  private static long hashByContent(Object key, int seed) {
    return key instanceof String string ? StringHash.of(string, seed) : mix(key.hashCode(), seed);
  }

  private static long floatHash(double key, int seed, LongSupplier random) {
    if (key == 0) {
      return mix(0, seed);
    }
    return mix(Double.isNaN(key) ? random.getAsLong() : Double.doubleToRawLongBits(key), seed);
  }

  private static long fastrand() {
    return ThreadLocalRandom.current().nextLong();
  }

  private static final class Float64 implements KeyType<Double>, Serializable {
    private static final long serialVersionUID = 1L;
    private static final Float64 SHARED = new Float64(KeyTypes::fastrand);

    private final transient LongSupplier random;

    Float64(LongSupplier random) {
      this.random = random;
    }

    /** A source of randomness is of one process; what is read back uses the shared one. */
    private Object readResolve() {
      return SHARED;
    }

    @Override
    public long hash(Double key, int seed) {
      return floatHash(key, seed, random);
    }

    @Override
    public boolean equal(Double key, Double stored) {
      return key.doubleValue() == stored.doubleValue();
    }

    @Override
    public boolean reflexive() {
      return false;
    }

    @Override
    public boolean needsKeyUpdate() {
      return true;
    }

    @Override
    public TypeLayout layout() {
      return TypeLayout.WORD;
    }
  }

  private static final class Interfaces implements KeyType<Object>, Serializable {
    private static final long serialVersionUID = 1L;
    private static final Interfaces SHARED = new Interfaces();

    private Object readResolve() {
      return SHARED;
    }

    @Override
    public long hash(Object key, int seed) {
      if (isFloat(key)) {
        return floatHash(((Number) key).doubleValue(), seed, KeyTypes::fastrand);
      }
      if (key.getClass().isArray()) {
        throw GoPanic.unhashable(key);
      }
      return hashByContent(key, seed);
    }

    @Override
    public boolean equal(Object key, Object stored) {
      if (key.getClass() != stored.getClass()) {
        return false;
      }
      return isFloat(key)
          ? ((Number) key).doubleValue() == ((Number) stored).doubleValue()
          : key.equals(stored);
    }

    private static boolean isFloat(Object key) {
      return key instanceof Double || key instanceof Float;
    }

    @Override
    public boolean reflexive() {
      return false;
    }

    @Override
    public boolean needsKeyUpdate() {
      return true;
    }

    @Override
    public boolean mayPanic() {
      return true;
    }

    @Override
    public TypeLayout layout() {
      return TypeLayout.INTERFACE;
    }
  }
}
