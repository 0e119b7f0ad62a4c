package dev.flagrant.map.runtime;

/** Making maps: Go's {@code makemap}, {@code makemap_small} and {@code makemap64}. */
public final class Make {
  /** The largest heap of this JVM, a setting of it. To ask for it is a call out of Java. */
  private static final long MAX_MEMORY = Runtime.getRuntime().maxMemory();

  private Make() {}

  /** A map without a hint; its first bucket comes with its first write. */
  public static void makemapSmall(Hmap h) {
    h.hash0 = h.type().fastrand();
  }

  /** {@link #makemap} for hints that may not fit an {@code int}; those count as 0. */
  public static void makemap64(Hmap h, long hint) {
    makemap(h, (int) hint == hint ? (int) hint : 0);
  }

  /**
   * A map with room for {@code hint} entries before it grows.
   *
   * @param hint how many entries are expected; one that is negative, or too large for the memory of
   *     this JVM, counts as 0
   */
  public static void makemap(Hmap h, int hint) {
    h.hash0 = h.type().fastrand();
    int b = bucketsFor(hint, MAX_MEMORY);
    if (b != 0) {
      h.buckets = BucketArray.make(h.type(), b);
    }
  }

  /** The least B with room for so many entries, or 0 if that takes more bytes than there are. */
  static int bucketsFor(int hint, long memory) {
    int b = 0;
    while (Grow.overLoadFactor(hint, b)) {
      b++;
    }
    return BucketArray.estimatedBytes(b) > memory ? 0 : b;
  }
}
