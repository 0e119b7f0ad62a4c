package dev.flagrant.conformance.torture;

import dev.flagrant.map.GoMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One thread's part in a round: the map it shares with the others, and its own choices. */
final class Actor {
  final Map<@Nullable Object, @Nullable Object> map;
  final SplittableRandom random;
  private final KeyKind kind;
  private final int keys;

  /** What the last operation answered, so that the JIT cannot leave it out. */
  @Nullable Object answer;

  Actor(
      Map<@Nullable Object, @Nullable Object> map,
      KeyKind kind,
      int keys,
      SplittableRandom random) {
    this.map = map;
    this.kind = kind;
    this.keys = keys;
    this.random = random;
  }

  /** A key, which the map may have. */
  @Nullable Object key() {
    return kind.key(random.nextInt(keys));
  }

  /** An elem; now and then it is null. */
  @Nullable Object elem() {
    int number = random.nextInt(64);
    return number == 0 ? null : number;
  }

  /** The key of a number below {@link #keys()}. */
  @Nullable Object key(int number) {
    return kind.key(number);
  }

  int keys() {
    return keys;
  }

  /** The map, for Go's operations. */
  GoMap<@Nullable Object, @Nullable Object> goMap() {
    return (GoMap<@Nullable Object, @Nullable Object>) map;
  }

  /** True for about one in eight things, and always the same ones. */
  static boolean oneInEight(@Nullable Object thing) {
    return (String.valueOf(thing).hashCode() & 7) == 0;
  }
}
