package dev.flagrant.map.runtime;

/** Where entries go, in order; Go's {@code evacDst}. */
final class EvacDst {
  private final Hmap h;
  private final BucketArray array;
  private Bmaps run;
  private int bucket;
  private int cell;

  /** The tophash word of the bucket being filled. */
  private long word;

  EvacDst(Hmap h, BucketArray array, int bucket) {
    this.h = h;
    this.array = array;
    this.run = array.pageToWrite(bucket);
    this.bucket = bucket;
  }

  /** Whether the entries of the cells in a mask need another overflow bucket. */
  boolean overflowsWith(long mask) {
    return cell + Long.bitCount(mask) > Bmaps.BUCKET_CNT;
  }

  /**
   * Takes the entries of the cells in a mask.
   *
   * @param bits the {@link Newbits} of the bucket they come from
   */
  void add(Bmaps from, int fromBucket, long tops, long bits, long mask) {
    for (long rest = mask; rest != 0; rest &= rest - 1) {
      int fromCell = TopHash.first(rest);
      if (cell == Bmaps.BUCKET_CNT) {
        extend();
      }
      run.setKey(bucket, cell, from.key(fromBucket, fromCell));
      run.setElem(bucket, cell, from.elem(fromBucket, fromCell));
      word |= (long) TopHash.get(tops, fromCell) << (cell << 3);
      if (run.newbits != null) {
        run.newbits.take(run.place(bucket), cell, bits, rest & -rest);
      }
      cell++;
    }
  }

  private void extend() {
    finish();
    bucket = Overflow.chain(h, array, run, bucket);
    run = array.ensureRunOf(bucket);
    cell = 0;
    word = 0;
  }

  void finish() {
    if (cell != 0) {
      run.setTops(bucket, word);
    }
  }
}
