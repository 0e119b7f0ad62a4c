package dev.flagrant.conformance;

import dev.flagrant.map.TypeLayout;

/**
 * The key and elem type of a map in a trace. Keys and elems are numbered; TRACE.md says which Go
 * value a number stands for.
 */
public enum MapKind {
  /** Go's {@code map[int64]int64}. */
  INT64("int64/int64", Keys.PLAIN, TypeLayout.WORD, TypeLayout.WORD),
  /** Go's {@code map[int32]int32}. */
  INT32("int32/int32", Keys.PLAIN, TypeLayout.INT32, TypeLayout.INT32),
  /** Go's {@code map[string]string}. */
  STRING("string/string", Keys.TEXT, TypeLayout.STRING, TypeLayout.STRING),
  /** Go's {@code map[float64]int64}, with both zeros and NaN. */
  FLOAT64("float64/int64", Keys.FLOAT, TypeLayout.WORD, TypeLayout.WORD),
  /** Go's {@code map[any]int64}, with all of the others boxed and one key that has no hash. */
  INTERFACE("interface/int64", Keys.BOXED, TypeLayout.INTERFACE, TypeLayout.WORD),
  /** Go's {@code map[int64]struct{}}: the elem is always 0. */
  SET("int64/struct{}", Keys.PLAIN, TypeLayout.WORD, TypeLayout.EMPTY),
  /** Keys and elems of 160 bytes, which Go keeps outside of the bucket. */
  BIG("big/big", Keys.PLAIN, new TypeLayout(160, 8, false), new TypeLayout(160, 8, false)),
  /** Keys and elems of 128 bytes, the most that Go keeps in the bucket. */
  LIMIT("limit/limit", Keys.PLAIN, new TypeLayout(128, 8, false), new TypeLayout(128, 8, false)),
  /** Go's {@code map[int64]*int64}: pointers in the elems only. */
  POINTER("int64/*int64", Keys.PLAIN, TypeLayout.WORD, TypeLayout.POINTER);

  private enum Keys {
    PLAIN,
    TEXT,
    FLOAT,
    BOXED
  }

  private static final long MINUS_ZERO = 1;
  private static final long NAN = 2;
  private static final int FLOAT_TAG = 2;
  private static final long UNHASHABLE = 3;

  private final String typeNames;
  private final Keys keys;
  private final TypeLayout keyLayout;
  private final TypeLayout elemLayout;

  MapKind(String typeNames, Keys keys, TypeLayout keyLayout, TypeLayout elemLayout) {
    this.typeNames = typeNames;
    this.keys = keys;
    this.keyLayout = keyLayout;
    this.elemLayout = elemLayout;
  }

  /** The name in traces: the key type, a slash, the elem type. */
  public String typeNames() {
    return typeNames;
  }

  /** How Go lays out a key. */
  public TypeLayout keyLayout() {
    return keyLayout;
  }

  /** How Go lays out an elem. */
  public TypeLayout elemLayout() {
    return elemLayout;
  }

  /** Whether every key equals itself. */
  public boolean reflexive() {
    return keys == Keys.PLAIN || keys == Keys.TEXT;
  }

  /** Whether a write to a present key replaces the key too. */
  public boolean needsKeyUpdate() {
    return keys != Keys.PLAIN;
  }

  /** Whether there are keys that cannot be hashed. */
  public boolean mayPanic() {
    return keys == Keys.BOXED;
  }

  /** The number of the elem that an operation assigns. */
  long elem(long operation) {
    return this == SET ? 0 : operation;
  }

  boolean isNaN(long number) {
    return switch (keys) {
      case FLOAT -> number == NAN;
      case BOXED -> number == (NAN << 2 | FLOAT_TAG);
      default -> false;
    };
  }

  boolean isUnhashable(long number) {
    return keys == Keys.BOXED && number == UNHASHABLE;
  }

  /** The number of the key that stands for all keys equal to this one: +0 for -0. */
  long canonical(long number) {
    return switch (keys) {
      case FLOAT -> number == MINUS_ZERO ? 0 : number;
      case BOXED -> number == (MINUS_ZERO << 2 | FLOAT_TAG) ? FLOAT_TAG : number;
      default -> number;
    };
  }

  /**
   * The hash that Go gives a NaN for a number it draws: the formulas of {@code f64hash} and, for a
   * boxed one, of {@code nilinterhash} around it.
   */
  long hashOfNaN(int seed, long drawn) {
    long h = Integer.toUnsignedLong(seed);
    return keys == Keys.BOXED
        ? GoHash.C1 * (GoHash.C1 * (h ^ drawn))
        : GoHash.C1 * (GoHash.C0 ^ h ^ drawn);
  }

  private static final class GoHash {
    static final long C0 = 33054211828000289L;
    static final long C1 = 23344194077549503L;
  }

  /** How a key reads in a report. */
  String text(long number) {
    return switch (keys) {
      case PLAIN -> Long.toString(number);
      case TEXT -> number == 0 ? "\"\"" : "\"k" + number + '"';
      case FLOAT -> floatText(number);
      case BOXED -> boxedText(number, number >> 2);
    };
  }

  private static String boxedText(long number, long value) {
    return switch ((int) number & 3) {
      case 0 -> "int64(" + value + ")";
      case 1 -> STRING.text(value);
      case FLOAT_TAG -> "float64(" + floatText(value) + ")";
      default -> number == UNHASHABLE ? "[]int" : "pair(" + value + ")";
    };
  }

  private static String floatText(long number) {
    if (number == 0) {
      return "+0";
    }
    return number == MINUS_ZERO ? "-0" : number == NAN ? "NaN" : Double.toString((double) number);
  }

  /**
   * The kind with these types.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static MapKind named(String typeNames) {
    for (MapKind kind : values()) {
      if (kind.typeNames.equals(typeNames)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("unknown key and elem types " + typeNames);
  }
}
