package dev.flagrant.map;

/**
 * What Go calls a panic: a mistake of the calling code that it may recover from, unlike a {@link
 * ConcurrentModificationError}. The map is unharmed.
 */
public final class GoPanic extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes a panic with Go's message.
   *
   * @param message as Go prints it after {@code panic: }
   */
  public GoPanic(String message) {
    super(message);
  }

  /** A write to a nil map. */
  public static GoPanic nilMap() {
    return new GoPanic("assignment to entry in nil map");
  }

  /**
   * A key of a type that has no hash.
   *
   * @param key the key that was given
   */
  public static GoPanic unhashable(Object key) {
    return new GoPanic("runtime error: hash of unhashable type " + key.getClass().getTypeName());
  }
}
