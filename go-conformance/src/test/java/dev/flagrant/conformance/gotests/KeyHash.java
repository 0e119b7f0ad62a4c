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

  /**
   * What the hash sees of a key. Keys with the same code have the same hash, whatever is done with
   * the code: in the tests such a collision is expected and counted by itself.
   */
  long code(byte[] key);

  /** The standard key types. Where one hashes by {@code hashCode}, that is the code. */
  enum Standard implements KeyHash {
    /** One byte is one character. */
    STRINGS(0) {
      @Override
      public long hash(byte[] key, int seed) {
        return KeyTypes.strings().hash(text(key), seed);
      }

      @Override
      public long code(byte[] key) {
        return text(key).hashCode();
      }
    },
    LONGS(Long.BYTES) {
      @Override
      public long hash(byte[] key, int seed) {
        return KeyTypes.longs().hash(word(key), seed);
      }

      @Override
      public long code(byte[] key) {
        return word(key);
      }
    },
    INTEGERS(Integer.BYTES) {
      @Override
      public long hash(byte[] key, int seed) {
        return KeyTypes.integers().hash((int) code(key), seed);
      }

      @Override
      public long code(byte[] key) {
        return ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN).getInt();
      }
    },
    /** No two keys of a test are equal as numbers but +0.0 and -0.0. */
    FLOAT64(Double.BYTES) {
      @Override
      public long hash(byte[] key, int seed) {
        return KeyTypes.float64().hash(Double.longBitsToDouble(word(key)), seed);
      }

      @Override
      public long code(byte[] key) {
        long bits = word(key);
        return bits == Long.MIN_VALUE ? 0 : bits;
      }
    },
    /** Longs in the guise of any type. */
    INTERFACES(Long.BYTES) {
      @Override
      public long hash(byte[] key, int seed) {
        return KeyTypes.interfaces().hash(word(key), seed);
      }

      @Override
      public long code(byte[] key) {
        return Long.hashCode(word(key));
      }
    },
    /** Longs as Java objects. */
    OBJECTS(Long.BYTES) {
      @Override
      public long hash(byte[] key, int seed) {
        return KeyTypes.objects().hash(word(key), seed);
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
