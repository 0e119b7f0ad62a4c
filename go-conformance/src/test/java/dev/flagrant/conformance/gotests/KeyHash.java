package dev.flagrant.conformance.gotests;

import dev.flagrant.map.KeyTypes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A hash under test, with keys given as bytes. */
interface KeyHash {
  /** Bytes of every key, or 0 if keys can be of any length. */
  int size();

  /** The hash of the key that these bytes stand for. */
  long hash(byte[] key, int seed);

  /** Whether the hash is one of the whole key, and not of some 32 bits that Java makes of it. */
  default boolean seesAll() {
    return true;
  }

  /**
   * What the hash sees of a key, if that is not all. Keys with the same code have the same hash,
   * whatever is done with the code: such a collision is expected and counted by itself.
   */
  default long code(byte[] key) {
    throw new UnsupportedOperationException("the hash sees all of the key");
  }

  /** The standard key types. */
  enum Standard implements KeyHash {
    /** One byte is one character. */
    STRINGS(0) {
      @Override
      public long hash(byte[] key, int seed) {
        return KeyTypes.strings().hash(text(key), seed);
      }
    },
    LONGS(Long.BYTES) {
      @Override
      public long hash(byte[] key, int seed) {
        return KeyTypes.longs().hash(word(key), seed);
      }
    },
    INTEGERS(Integer.BYTES) {
      @Override
      public long hash(byte[] key, int seed) {
        int number = ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN).getInt();
        return KeyTypes.integers().hash(number, seed);
      }
    },
    /** No two keys of a test are equal as numbers but +0.0 and -0.0. */
    FLOAT64(Double.BYTES) {
      @Override
      public long hash(byte[] key, int seed) {
        return KeyTypes.float64().hash(Double.longBitsToDouble(word(key)), seed);
      }
    },
    /** Longs in the guise of any type, by their {@code hashCode}. */
    INTERFACES(Long.BYTES) {
      @Override
      public long hash(byte[] key, int seed) {
        return KeyTypes.interfaces().hash(word(key), seed);
      }

      @Override
      public boolean seesAll() {
        return false;
      }

      @Override
      public long code(byte[] key) {
        return Long.hashCode(word(key));
      }
    },
    /** Longs as Java objects, by their {@code hashCode}. */
    OBJECTS(Long.BYTES) {
      @Override
      public long hash(byte[] key, int seed) {
        return KeyTypes.objects().hash(word(key), seed);
      }

      @Override
      public boolean seesAll() {
        return false;
      }

      @Override
      public long code(byte[] key) {
        return Long.hashCode(word(key));
      }
    };

    private final int size;

    Standard(int size) {
      this.size = size;
    }

    @Override
    public int size() {
      return size;
    }

    private static String text(byte[] key) {
      return new String(key, StandardCharsets.ISO_8859_1);
    }

    private static long word(byte[] key) {
      return ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }
  }
}
