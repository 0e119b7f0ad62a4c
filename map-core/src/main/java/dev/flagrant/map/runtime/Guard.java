package dev.flagrant.map.runtime;

import java.util.Locale;

/** How the flags word guards a map. Chosen once per JVM; only {@link Flags} knows of it. */
enum Guard {
  /** Go's own: separate load and store of the flags word, in opaque mode. */
  GO,
  /**
   * Go's sequence on a plain field, which the JIT may keep in a register: a check at the end of a
   * write may see the writer's own mark only, and a loop of lookups may look once. For showing what
   * is lost that way; never for use.
   */
  PLAIN,
  /**
   * Go's sequence on a volatile field: more overlaps are detected, at the price of a fence for each
   * store. For measuring both.
   */
  VOLATILE,
  /**
   * The flip and its undoing are one atomic update each, and each looks at the mark it finds: of
   * any writers that overlap, at least one notices, and the second to set its mark writes nothing.
   */
  ATOMIC,
  /**
   * As {@link #ATOMIC}; each write also leaves a stamp, which lookups and steps of iterations
   * compare with the one they began with: an overlap with a write is noticed by somebody.
   */
  STAMP,
  /** No check of the flags, no mark, no hook: for measuring what the guard costs. */
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
        PROPERTY
            + "="
            + name
            + ": there is no such guard; it is one of go, plain, volatile, atomic, stamp, none");
  }
}
