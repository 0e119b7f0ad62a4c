package dev.flagrant.map.runtime;

import dev.flagrant.map.GoMap;
import java.util.Map;

/** Leaves bits in the word of a map, as a broken guard would. */
public final class Tampering {
  private Tampering() {}

  /** A mark without a write. */
  public static void mark(Map<?, ?> map) {
    header(map).flipWriting();
  }

  /** An iterator that nobody began. */
  public static void rememberIterator(Map<?, ?> map) {
    header(map).rememberIterator();
  }

  /** No iterator, whoever began one. */
  public static void forgetIterators(Map<?, ?> map) {
    Hmap header = header(map);
    header.startGrow(false);
    header.startGrow(false);
  }

  /** A growth without a write. */
  public static void grow(Map<?, ?> map) {
    header(map).startGrow(true);
  }

  private static Hmap header(Map<?, ?> map) {
    return (GoMap<?, ?>) map;
  }
}
