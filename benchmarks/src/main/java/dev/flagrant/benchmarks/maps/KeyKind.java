package dev.flagrant.benchmarks.maps;

import dev.flagrant.map.KeyType;
import dev.flagrant.map.KeyTypes;

/** The keys a map is measured with. All maps hold objects; Go holds {@code int64} and strings. */
public enum KeyKind {
  LONG {
    @Override
    public Object key(long number) {
      return Long.valueOf(number);
    }

    @Override
    KeyType<?> keyType() {
      return KeyTypes.longs();
    }
  },
  /** At most 13 characters: the number in base 36. */
  STRING {
    @Override
    public Object key(long number) {
      return Long.toUnsignedString(number, 36);
    }

    @Override
    KeyType<?> keyType() {
      return KeyTypes.strings();
    }
  };

  /** A new key object; those of one number are equal, those of two numbers are not. */
  public abstract Object key(long number);

  abstract KeyType<?> keyType();
}
