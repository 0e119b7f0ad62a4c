package dev.flagrant.testkit;

import java.util.stream.IntStream;

/** The keys of all scenarios: one object for each number, so that identity is equality. */
final class Keys {

  private static final int POOL = 1 << 16;
  private static final Integer[] BOXES = IntStream.range(0, POOL).boxed().toArray(Integer[]::new);

  private Keys() {}

  /** The key at this place of an evenly spaced row of keys. */
  static Integer key(int ordinal, int stride) {
    return BOXES[ordinal * stride];
  }

  /** The key with this number. */
  static Integer key(int number) {
    return BOXES[number];
  }
}
