package dev.flagrant.conformance.gotests;

import dev.flagrant.map.KeyType;
import dev.flagrant.map.KeyTypes;
import dev.flagrant.map.TypeLayout;

/** Key types of Go's tests that are no standard ones. */
final class KeyKinds {
  private KeyKinds() {}

  /** Go's {@code struct{}}: a type with one value. */
  enum Unit {
    UNIT
  }

  /** A map of these has at most one entry. */
  static final KeyType<Unit> UNITS =
      new KeyType<>() {
        @Override
        public long hash(Unit key, int seed) {
          return KeyTypes.mix(0, seed);
        }

        @Override
        public boolean equal(Unit key, Unit stored) {
          return true;
        }

        @Override
        public TypeLayout layout() {
          return TypeLayout.EMPTY;
        }
      };

  /** A struct of a {@code float64} and an {@code int}. */
  record FloatInt(double x, long y) {}

  /** Equal where Go's {@code ==} says so of each field; so +0.0 and -0.0 are one key. */
  static final KeyType<FloatInt> FLOAT_INTS =
      new KeyType<>() {
        @Override
        public long hash(FloatInt key, int seed) {
          return KeyTypes.mix(KeyTypes.float64().hash(key.x, seed) ^ key.y, seed);
        }

        @Override
        public boolean equal(FloatInt key, FloatInt stored) {
          return key.x == stored.x && key.y == stored.y;
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
          return new TypeLayout(16, 8, false);
        }
      };

  /** Objects by {@code equals} of which Go would keep only a pointer in the bucket. */
  static <K> KeyType<K> large(long size, boolean pointers) {
    return new KeyType<>() {
      @Override
      public long hash(K key, int seed) {
        return KeyTypes.objects().hash(key, seed);
      }

      @Override
      public boolean equal(K key, K stored) {
        return key.equals(stored);
      }

      @Override
      public TypeLayout layout() {
        return new TypeLayout(size, 8, pointers);
      }
    };
  }
}
