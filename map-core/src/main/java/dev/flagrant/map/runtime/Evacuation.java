package dev.flagrant.map.runtime;

import dev.flagrant.map.ConcurrentModificationError.Kind;
import dev.flagrant.map.ConcurrentModificationError.Site;
import org.jspecify.annotations.Nullable;

/**
 * The move of one old bucket, with its overflow buckets, into the new array: the body of Go's
 * {@code evacuate}.
 *
 * <p>It goes in two passes. The first hashes every key and decides where each entry goes; Java's
 * {@code hashCode} can throw, and then nothing has been changed. It also allocates whatever the
 * second pass can need. The second pass moves, and nothing in it can fail.
 */
final class Evacuation {
  private static final int Y = 1 << 8;

  private final BucketArray old;
  private final int oldbucket;
  private final BucketArray array;

  /** For each cell of the chain its tophash in the new bucket, plus {@link #Y} if it goes there. */
  private final int[] plan;

  private Evacuation(BucketArray old, int oldbucket, BucketArray array, int[] plan) {
    this.old = old;
    this.oldbucket = oldbucket;
    this.array = array;
    this.plan = plan;
  }

  /** The first pass. */
  static Evacuation of(Hmap h, BucketArray old, int oldbucket, BucketArray array) {
    int chain = old.chainLength(oldbucket);
    int[] plan = new int[chain * Bmaps.BUCKET_CNT];
    Bmaps run = old;
    int bucket = oldbucket;
    // Bounded by the plan, and not by the chain alone: a racing writer may lengthen the chain.
    for (int at = 0; at < plan.length && run != null; at += Bmaps.BUCKET_CNT) {
      long tops = run.tops(bucket);
      for (int cell = 0; cell < Bmaps.BUCKET_CNT; cell++) {
        int top = TopHash.get(tops, cell);
        if (!TopHash.isEmpty(top)) {
          plan[at + cell] = destination(h, old, array, top, run.key(bucket, cell));
        }
      }
      bucket = run.overflow(bucket);
      run = bucket < 0 ? null : old.runOf(bucket);
    }
    // However the entries divide, x and y together need at most one bucket more than the chain has,
    // and two of those are regular ones.
    array.reserveOverflow(chain - 1);
    return new Evacuation(old, oldbucket, array, plan);
  }

  /** Where an entry goes, and with which tophash. */
  private static int destination(
      Hmap h, BucketArray old, BucketArray array, int top, @Nullable Object key) {
    if (top < TopHash.MIN_TOP_HASH) {
      throw Detection.of(h, Kind.BAD_MAP_STATE, Site.GROW);
    }
    if (array.mask == old.mask) {
      return top;
    }
    MapType t = h.t;
    long hash = t.hash(key, h.hash0);
    if (h.hasIterator() && !t.equalsItself(key)) {
      // A NaN has another hash every time, but an iteration that is under way must be able to tell
      // where it went. So the low bit of its tophash decides, and it gets a new one for next time.
      return TopHash.of(hash) | ((top & 1) == 0 ? 0 : Y);
    }
    return top | ((hash & old.size()) == 0 ? 0 : Y);
  }

  /** The second pass. */
  void run(Hmap h) {
    // Masked although x is below it: racing first writes may have put a smaller array in place.
    EvacDst x = new EvacDst(h, array, oldbucket & array.mask);
    EvacDst y = new EvacDst(h, array, (oldbucket + old.size()) & array.mask);
    Bmaps run = old;
    int bucket = oldbucket;
    for (int at = 0; at < plan.length && run != null; at += Bmaps.BUCKET_CNT) {
      long tops = run.tops(bucket);
      long marks = 0;
      for (int cell = 0; cell < Bmaps.BUCKET_CNT; cell++) {
        if (TopHash.isEmpty(TopHash.get(tops, cell))) {
          marks = TopHash.with(marks, cell, TopHash.EVACUATED_EMPTY);
          continue;
        }
        int step = plan[at + cell];
        boolean useY = step >= Y;
        marks = TopHash.with(marks, cell, useY ? TopHash.EVACUATED_Y : TopHash.EVACUATED_X);
        (useY ? y : x).add(step & (Y - 1), run.key(bucket, cell), run.elem(bucket, cell));
      }
      run.setTops(bucket, marks);
      bucket = run.overflow(bucket);
      run = bucket < 0 ? null : old.runOf(bucket);
    }
  }

  /** Where the next entry goes; Go's {@code evacDst}. */
  private static final class EvacDst {
    private final Hmap h;
    private final BucketArray array;
    private Bmaps run;
    private int bucket;
    private int cell;

    EvacDst(Hmap h, BucketArray array, int bucket) {
      this.h = h;
      this.array = array;
      this.run = array;
      this.bucket = bucket;
    }

    void add(int top, @Nullable Object key, @Nullable Object elem) {
      if (cell == Bmaps.BUCKET_CNT) {
        bucket = Overflow.chain(h, array, run, bucket);
        run = array.ensureRunOf(bucket);
        cell = 0;
      }
      run.setKey(bucket, cell, key);
      run.setElem(bucket, cell, elem);
      run.setTop(bucket, cell, top);
      cell++;
    }
  }
}
