package dev.flagrant.map.runtime;

import java.util.Locale;

/** How the flags word guards a map. Chosen once per JVM; only {@link Flags} knows of it. */
enum Guard {
  /** Go's own: separate load and store of the flags word, in opaque mode. */
  GO,
  /** No check, no mark, no hook: for measuring what the guard costs. */
  NONE;

  static final String PROPERTY = "dev.flagrant.guard";

  /**
   * The guard of a name.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  static Guard named(String name) {
    for (Guard guard : values()) {
      if (guard.name().toLowerCase(Locale.ROOT).equals(name)) {
        return guard;
      }
    }
    throw new IllegalArgumentException(
        PROPERTY + "=" + name + ": there is no such guard; it is one of go, none");
  }
}
