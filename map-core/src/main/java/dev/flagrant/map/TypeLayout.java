package dev.flagrant.map;

/**
 * How Go would lay a key or an element out in memory. On the JVM every key and element is a
 * reference; these numbers decide how many overflow buckets Go would preallocate beside an array of
 * buckets, and stand in reports.
 *
 * @param size in bytes; 0 for {@code struct{}}
 * @param align in bytes, a power of two
 * @param pointers whether Go's collector would find pointers in it
 */
public record TypeLayout(long size, int align, boolean pointers) {
  /** A pointer, or any other Java reference. */
  public static final TypeLayout POINTER = new TypeLayout(8, 8, true);

  /** Go's {@code int64}, {@code uint64} and {@code float64}. */
  public static final TypeLayout WORD = new TypeLayout(8, 8, false);

  /** Go's {@code int32}. */
  public static final TypeLayout INT32 = new TypeLayout(4, 4, false);

  /** Go's {@code string}: a pointer and a length. */
  public static final TypeLayout STRING = new TypeLayout(16, 8, true);

  /** Go's {@code interface{}}: a type and a pointer. */
  public static final TypeLayout INTERFACE = new TypeLayout(16, 8, true);

  /** Go's {@code struct{}}. */
  public static final TypeLayout EMPTY = new TypeLayout(0, 1, false);

  /** Refuses a negative size and an alignment that is no power of two. */
  public TypeLayout {
    if (size < 0) {
      throw new IllegalArgumentException("size " + size + " is negative");
    }
    if (Integer.bitCount(align) != 1 || align < 0) {
      throw new IllegalArgumentException("align " + align + " is not a power of two");
    }
  }
}
