package dev.flagrant.map.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The header of a map, Go's {@code hmap}. The map itself extends it, so that a map and its header
 * are one object and a lookup has one load less to wait for.
 *
 * <p>{@code flags} and {@code extra} live in {@link Flags}; {@code B} in {@link BucketArray}. The
 * other fields are plain, as Go's are.
 */
public abstract class Hmap extends Flags {
  /** The kind of this map. It changes once, if ever: see {@link Flood}. */
  MapType t;

  /** Live entries; the answer of {@code len}. */
  int count;

  /** The seed of the hashes; new whenever the map becomes empty. */
  int hash0;

  /** Progress of the evacuation: all old buckets below this number have been evacuated. */
  int nevacuate;

  /** The regular buckets; null until the first write to a map made without a hint. */
  @Nullable BucketArray buckets;

  /** The previous array while the map is growing, otherwise null. */
  @Nullable BucketArray oldbuckets;

  /** Number of overflow buckets of {@link #buckets}: see {@code Overflow.incremented}. */
  char noverflow;

  /** Whether this stands for Go's nil map: empty for ever, and no write is allowed. */
  private final boolean nil;

  /** A nil map, or a header for {@link Make} to fill in. */
  protected Hmap(MapType t, boolean nil) {
    this.t = t;
    this.nil = nil;
    MapExtra extra = MapExtra.of(t.options);
    if (extra != null) {
      setExtra(extra);
    }
    storesBeforePublication();
  }

  /** Go's {@code h == nil}. */
  protected final boolean isNil() {
    return nil;
  }

  /** The kind of this map. */
  protected final MapType type() {
    return t;
  }

  /** Go's {@code h.growing()}: whether a growth, to the same size or larger, is under way. */
  final boolean growing() {
    return oldbuckets != null;
  }
}
