package dev.flagrant.map.runtime;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies in the memory of a map, for tools that compare it with another map's. Each method
 * copies the part it is asked for, in time proportional to that part; the map must be at rest, and
 * is not changed.
 */
public final class Snapshot {
  private Snapshot() {}

  /**
   * The header, with the fields and under the names of Go's {@code hmap}.
   *
   * @param buckets whether there are buckets yet
   * @param oldbuckets whether a growth is under way
   */
  public record Header(
      int count,
      int flags,
      int b,
      int noverflow,
      int hash0,
      int nevacuate,
      boolean buckets,
      boolean oldbuckets) {}

  /**
   * One bucket.
   *
   * @param preallocated which of the overflow buckets allocated together with its array it is,
   *     counted from 0, or -1 if it is none of them
   * @param tophash the eight tophash bytes, that of cell 0 lowest
   * @param keys the eight keys; null in a cell without an entry
   * @param elems the eight elems
   */
  public record Bucket(
      int preallocated, long tophash, List<@Nullable Object> keys, List<@Nullable Object> elems) {}

  /** The header as it is now. */
  public static Header header(Hmap h) {
    BucketArray array = h.buckets;
    return new Header(
        h.count,
        h.flags(),
        array == null ? 0 : array.b,
        h.noverflow,
        h.hash0,
        h.nevacuate,
        array != null,
        h.growing());
  }

  /**
   * A chain: a regular bucket and the overflow buckets behind it, in order.
   *
   * @param old whether a chain of the old buckets is meant
   * @param bucket the number of the regular bucket
   * @throws IndexOutOfBoundsException if there is no such bucket
   */
  public static List<Bucket> chain(Hmap h, boolean old, int bucket) {
    BucketArray array = old ? h.oldbuckets : h.buckets;
    if (array == null || bucket < 0 || bucket >= array.size()) {
      throw new IndexOutOfBoundsException((old ? "old bucket " : "bucket ") + bucket);
    }
    Bmaps run = array.page(bucket);
    if (run == null) {
      List<@Nullable Object> none = Collections.nCopies(Bmaps.BUCKET_CNT, null);
      return List.of(new Bucket(-1, array.tops(bucket), none, none));
    }
    Bucket[] chain = new Bucket[array.chainLength(bucket)];
    int at = bucket;
    for (int i = 0; i < chain.length && run != null; i++) {
      chain[i] = copy(array, run, at);
      at = run.overflow(at);
      run = at < 0 ? null : array.runOf(at);
    }
    return List.of(chain);
  }

  private static Bucket copy(BucketArray array, Bmaps run, int bucket) {
    boolean preallocated = bucket >= array.size() && bucket < array.allocatedAtOnce();
    @Nullable Object[] keys = new @Nullable Object[Bmaps.BUCKET_CNT];
    @Nullable Object[] elems = new @Nullable Object[Bmaps.BUCKET_CNT];
    for (int cell = 0; cell < Bmaps.BUCKET_CNT; cell++) {
      keys[cell] = run.key(bucket, cell);
      elems[cell] = run.elem(bucket, cell);
    }
    return new Bucket(
        preallocated ? bucket - array.size() : -1,
        run.tops(bucket),
        Collections.unmodifiableList(Arrays.asList(keys)),
        Collections.unmodifiableList(Arrays.asList(elems)));
  }
}
