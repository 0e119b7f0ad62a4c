package dev.flagrant.map.runtime;

import dev.flagrant.map.GoMap;

/** How many regular buckets a map has; Go's {@code MapBucketsCount}, of its tests. */
public final class BucketCount {
  private BucketCount() {}

  /** 2^B: 1 for a map whose first bucket is yet to be made. */
  public static int of(GoMap<?, ?> map) {
    Hmap h = map;
    BucketArray array = h.buckets;
    return array == null ? 1 : array.size();
  }

  /** Whether no bucket has been made; Go's {@code MapBucketsPointerIsNil}. */
  public static boolean pointerIsNil(GoMap<?, ?> map) {
    Hmap h = map;
    return h.buckets == null;
  }
}
