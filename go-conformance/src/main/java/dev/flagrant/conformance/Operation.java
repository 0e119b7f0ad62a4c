package dev.flagrant.conformance;

import java.util.Locale;

/**
 * The operation at hand of a {@link TraceReader}, with what Go drew and, if it is a step, showed.
 */
final class Operation {
  /** The kinds, in the order of their codes. */
  enum Code {
    MAKE,
    ASSIGN,
    DELETE,
    GET,
    GET2,
    LEN,
    CLEAR,
    ITER_BEGIN,
    ITER_NEXT,
    ITER_DROP,
    ITER_RUN;

    private static final Code[] ALL = values();

    static int count() {
      return ALL.length;
    }

    static Code of(int code) {
      return ALL[code];
    }

    boolean takesKey() {
      return this == ASSIGN || this == DELETE || this == GET || this == GET2;
    }

    boolean takesSlot() {
      return shows() || this == ITER_DROP || this == ITER_RUN;
    }

    boolean shows() {
      return this == ITER_BEGIN || this == ITER_NEXT;
    }

    boolean writes() {
      return this == ASSIGN || this == DELETE || this == CLEAR || this == MAKE;
    }
  }

  /** Iterations that can be under way at once. */
  static final int SLOTS = 4;

  private static final int[] NO_DRAWS = {};

  /** Counted from 1. */
  long number;

  Code code = Code.MAKE;

  /** Of a make: the hint, or -1. */
  long hint;

  /** The number of the key. */
  long key;

  /** Whether the hash of the key follows. */
  boolean hasHash;

  long hash;

  int[] draws = NO_DRAWS;

  /** Which iteration a step is one of. */
  int slot;

  /** Of an iteration run to its end: the steps, the one that finds the end included. */
  long steps;

  /** Whether the step showed an entry, and which. */
  boolean shown;

  /** Whether the iteration is one in which Go 1.19 may show more than it should: see TRACE.md. */
  boolean tainted;

  long shownKey;
  long shownElem;

  /** Two bits each of the running digests. */
  int answersCheck;

  int statesCheck;

  void forget() {
    hasHash = false;
    draws = NO_DRAWS;
    steps = 0;
    shown = false;
    tainted = false;
  }

  /** How the operation reads in a report. */
  String text(MapKind kind) {
    String name = code.name().toLowerCase(Locale.ROOT);
    if (code == Code.MAKE) {
      return hint < 0 ? "make without a hint" : "make with hint " + hint;
    }
    if (code == Code.ASSIGN) {
      return "assign m[" + kind.text(key) + "] = " + kind.elem(number);
    }
    if (code.takesKey()) {
      return name + " " + kind.text(key);
    }
    return code.takesSlot() ? name + " of iteration " + slot : name;
  }
}
