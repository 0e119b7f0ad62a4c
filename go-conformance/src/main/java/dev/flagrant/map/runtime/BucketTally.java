package dev.flagrant.map.runtime;

/**
 * What was counted in the buckets of one map, or of several together.
 *
 * @param bucketSize bytes that Go would need for a bucket of this kind of map
 * @param buckets regular buckets
 * @param overflowed regular buckets that have an overflow bucket
 * @param overflowBuckets overflow buckets in use
 * @param entries filled cells
 * @param checkedByHits entries that are checked when each present key is looked up once
 * @param absentKeys keys looked for that are not there
 * @param checkedByMisses entries that were checked for these
 */
public record BucketTally(
    long bucketSize,
    long buckets,
    long overflowed,
    long overflowBuckets,
    long entries,
    long checkedByHits,
    long absentKeys,
    long checkedByMisses) {

  /**
   * Both together.
   *
   * @param other of maps of the same kind
   */
  public BucketTally plus(BucketTally other) {
    if (bucketSize != other.bucketSize) {
      throw new IllegalArgumentException("tallies of two kinds of maps cannot be added");
    }
    return new BucketTally(
        bucketSize,
        buckets + other.buckets,
        overflowed + other.overflowed,
        overflowBuckets + other.overflowBuckets,
        entries + other.entries,
        checkedByHits + other.checkedByHits,
        absentKeys + other.absentKeys,
        checkedByMisses + other.checkedByMisses);
  }
}
