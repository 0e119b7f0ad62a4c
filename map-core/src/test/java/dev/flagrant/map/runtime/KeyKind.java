package dev.flagrant.map.runtime;

import dev.flagrant.map.KeyType;
import dev.flagrant.map.KeyTypes;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Kinds of keys, from well spread to all in one chain. */
enum KeyKind {
  LONGS(i -> Long.valueOf(i + 1000L)),
  STRINGS(i -> String.format(Locale.ROOT, "key %d", i)),
  OBJECTS_AND_NULL(i -> i == 0 ? null : new Clashing(i, i)),
  OBJECTS_WITH_THREE_HASH_CODES(i -> i == 0 ? null : new Clashing(i % 3, i)),
  FLOATS_WITH_NAN_AND_ZEROS(KeyKind::float64),
  INTERFACES(KeyKind::any),
  ONE_HASH(i -> FixedKey.at(0, i)),
  FOUR_BITS(i -> FixedKey.at(i & 15, 0x40 | (i & 3), i)),
  BITS_ABOVE_THE_SIXTH(i -> new FixedKey(KeyTypes.mix(i, 1) & ~63L, i)),
  NANS_AND_OTHERS(i -> FixedKey.at(i & 15, 0x40 | (i & 3), i % 3 == 0 ? -1 - i : i));

  private final IntFunction<@Nullable Object> keys;

  KeyKind(IntFunction<@Nullable Object> keys) {
    this.keys = keys;
  }

  @Nullable Object key(int i) {
    return keys.apply(i);
  }

  /** A key type; what is random in it comes from a source. */
  KeyType<?> type(SplittableRandom random) {
    return switch (this) {
      case LONGS -> KeyTypes.longs();
      case STRINGS -> KeyTypes.strings();
      case OBJECTS_AND_NULL, OBJECTS_WITH_THREE_HASH_CODES -> KeyTypes.objects();
      case FLOATS_WITH_NAN_AND_ZEROS -> KeyTypes.float64(random::nextLong);
      case INTERFACES -> new RepeatableInterfaces(random::nextLong);
      case ONE_HASH, FOUR_BITS, BITS_ABOVE_THE_SIXTH -> new FixedKeys();
      case NANS_AND_OTHERS -> {
        FixedKeys nans = new FixedKeys().notReflexive().withKeyUpdate();
        nans.nanHashes = () -> random.nextLong() & ~12L;
        yield nans;
      }
    };
  }

  MapModel model() {
    return new MapModel(
        KeyKind::canonical,
        switch (this) {
          case STRINGS, FLOATS_WITH_NAN_AND_ZEROS, INTERFACES, NANS_AND_OTHERS -> true;
          default -> false;
        });
  }

  private static @Nullable Object canonical(@Nullable Object key) {
    if (key instanceof Double d) {
      return d.isNaN() ? MapModel.UNEQUAL : (Object) (d + 0.0);
    }
    if (key instanceof Float f) {
      return f.isNaN() ? MapModel.UNEQUAL : (Object) (f + 0.0f);
    }
    if (key instanceof FixedKey fixed && fixed.id() < 0) {
      return MapModel.UNEQUAL;
    }
    return key;
  }

  private static Object float64(int i) {
    return i % 5 == 4
        ? (Object) Double.NaN
        : i == 0 ? (Object) 0.0 : i == 1 ? (Object) (-0.0) : i / 8.0;
  }

  private static @Nullable Object any(int i) {
    return switch (i % 8) {
      case 0 -> i == 0 ? null : Integer.valueOf(i / 8);
      case 1 -> Long.valueOf(i / 8);
      case 2 -> Double.valueOf(i >> 3);
      case 3 -> Float.valueOf(i >> 3);
      case 4 -> i % 16 == 4 ? Double.NaN : Float.NaN;
      case 5 -> i % 16 == 5 ? (Object) (-0.0) : (Object) (-0.0f);
      case 6 -> new Clashing(i % 5, i);
      default -> "key " + i;
    };
  }

  /** A key whose {@code hashCode} is given. */
  record Clashing(int hash, int id) {
    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Clashing key && key.id == id;
    }
  }
}
