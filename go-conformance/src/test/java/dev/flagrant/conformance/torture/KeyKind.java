package dev.flagrant.conformance.torture;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.KeyType;
import dev.flagrant.map.KeyTypes;
import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of keys that are raced with. */
enum KeyKind {
  /** Objects of which many have the same hash code, and the null key. */
  FEW_HASHES(KeyTypes.objects()) {
    @Override
    @Nullable Object key(int number) {
      return number == 0 ? null : new FewHashes(number);
    }
  },
  /** Go's {@code int64}. */
  LONGS(KeyTypes.longs()) {
    @Override
    Object key(int number) {
      return (long) number;
    }
  },
  /** Go's {@code string}. */
  STRINGS(KeyTypes.strings()) {
    @Override
    Object key(int number) {
      return "key " + number;
    }
  },
  /** Go's {@code float64}, one key in eight a NaN. */
  FLOATS(KeyTypes.float64()) {
    @Override
    Object key(int number) {
      return number % 8 == 0 ? Double.NaN : number % 8 == 1 ? -0.0 : number;
    }
  },
  /** Go's {@code interface{}}: several types in one map. */
  INTERFACES(KeyTypes.interfaces()) {
    @Override
    Object key(int number) {
      return switch (number % 4) {
        case 0 -> number;
        case 1 -> (double) number;
        case 2 -> "key " + number;
        default -> number % 64 == 3 ? Double.NaN : new FewHashes(number);
      };
    }
  };

  private final KeyType<?> keyType;

  KeyKind(KeyType<?> keyType) {
    this.keyType = keyType;
  }

  /** The key of a number; the same number gives an equal key, except for a NaN. */
  abstract @Nullable Object key(int number);

  /** Whether there are keys that do not equal themselves, which some operations refuse. */
  boolean hasNaN() {
    return this == FLOATS || this == INTERFACES;
  }

  /** An empty GoMap for such keys. */
  @SuppressWarnings("unchecked") // it will be given nothing but keys of this kind
  Map<@Nullable Object, @Nullable Object> goMap(long hint, long seed) {
    return GoMap.<@Nullable Object>builder((KeyType<@Nullable Object>) keyType)
        .hint(hint)
        .seed(seed)
        .build();
  }

  private record FewHashes(int number) implements Serializable {
    @Override
    public int hashCode() {
      return number & 15;
    }
  }
}
