package dev.flagrant.map.runtime;

import dev.flagrant.map.ConcurrentModificationError.Kind;
import dev.flagrant.map.ConcurrentModificationError.Site;

/**
 * The move of one old bucket, with its overflow buckets, into the new array: the body of Go's
 * {@code evacuate}.
 *
 * <p>It goes in two passes. The first hashes every key and decides where each entry goes; Java's
 * {@code hashCode} can throw, and then nothing has been changed. It also allocates whatever the
 * second pass can need. The second pass moves, and nothing in it can fail.
 */
final class Evacuation {
  private final Hmap h;
  private final BucketArray old;
  private final int oldbucket;
  private final BucketArray array;

  /** For each bucket of the chain its tophash word for the new array, then the mask of y. */
  private final long[] plan;

  private Evacuation(Hmap h, BucketArray old, int oldbucket, BucketArray array) {
    this.h = h;
    this.old = old;
    this.oldbucket = oldbucket;
    this.array = array;
    this.plan = new long[2 * old.chainLength(oldbucket)];
  }

  /** Evacuates a bucket that has not been evacuated. */
  static void run(Hmap h, BucketArray old, int oldbucket, BucketArray array) {
    Bmaps from = old.page(oldbucket);
    if (from == null) { // nobody ever wrote to its page
      if (TopHash.filled(old.tops(oldbucket)) != 0) {
        throw Detection.of(h, Kind.BAD_MAP_STATE, Site.GROW);
      }
      old.setTops(oldbucket, TopHash.evacuatedTo(0, 0));
      return;
    }
    boolean alone = from.overflow(oldbucket) < 0;
    if (alone && array.mask != old.mask && !h.hasIterator()) {
      divideAlone(h, old, from, oldbucket, array);
    } else {
      of(h, old, oldbucket, array).move();
    }
  }

  /**
   * The commonest case, in registers: a bucket without overflow buckets is divided between two that
   * are empty, and neither can overflow.
   */
  private static void divideAlone(
      Hmap h, BucketArray old, Bmaps from, int oldbucket, BucketArray array) {
    MapType t = h.type();
    int hash0 = h.hash0;
    int first = from.indexOf(from.place(oldbucket), 0);
    long tops = old.topsAt(oldbucket);
    long filled = TopHash.filled(tops);
    if ((filled & TopHash.states(tops)) != 0) {
      throw Detection.of(h, Kind.BAD_MAP_STATE, Site.GROW);
    }
    int newbit = old.b;
    long yMask = 0;
    for (long rest = filled; rest != 0; rest &= rest - 1) {
      long hash = t.hash(from.keyAt(first + 2 * TopHash.first(rest)), hash0);
      yMask |= rest & -rest & -(hash >>> newbit & 1); // no branch: it is a coin flip
    }
    int x = array.place(oldbucket);
    int y = array.place(oldbucket + old.size());
    Bmaps toX = array.pageToWrite(x);
    Bmaps toY = array.pageToWrite(y);
    old.setTops(oldbucket, TopHash.evacuatedTo(filled, yMask));
    moveAlone(from, first, tops, filled & ~yMask, toX, x);
    moveAlone(from, first, tops, yMask, toY, y);
  }

  /** Moves the entries of the cells in a mask to an empty bucket. */
  private static void moveAlone(Bmaps from, int first, long tops, long mask, Bmaps to, int place) {
    int target = to.indexOf(place, 0);
    long word = 0;
    int shift = 0;
    for (long rest = mask; rest != 0; rest &= rest - 1) {
      int cell = TopHash.first(rest);
      int source = first + 2 * cell;
      to.setKeyAt(target, from.keyAt(source));
      to.setElemAt(target, from.elemAt(source));
      word |= (long) TopHash.get(tops, cell) << shift;
      target += 2;
      shift += Byte.SIZE;
    }
    if (mask != 0) {
      to.setTopsAt(place, word);
    }
  }

  /** The first pass. */
  static Evacuation of(Hmap h, BucketArray old, int oldbucket, BucketArray array) {
    Evacuation evacuation = new Evacuation(h, old, oldbucket, array);
    evacuation.decide();
    return evacuation;
  }

  private void decide() {
    boolean bigger = array.mask != old.mask;
    Bmaps run = old.page(oldbucket);
    int bucket = oldbucket;
    // Bounded by the plan, and not by the chain alone: a racing writer may lengthen the chain.
    for (int at = 0; at < plan.length && run != null; at += 2) {
      long tops = run.tops(bucket);
      long filled = TopHash.filled(tops);
      if ((filled & TopHash.states(tops)) != 0) {
        throw Detection.of(h, Kind.BAD_MAP_STATE, Site.GROW);
      }
      plan[at] = tops;
      if (bigger) {
        divide(at, run, bucket, filled);
      }
      bucket = run.overflow(bucket);
      run = bucket < 0 ? null : old.runOf(bucket);
    }
    // However the entries divide, x and y together need at most one bucket more than the chain has,
    // and two of those are regular ones.
    array.reserveOverflow(plan.length / 2 - 1);
  }

  /** Divides the entries of one bucket between x and y, by the next bit of their hashes. */
  private void divide(int at, Bmaps run, int bucket, long filled) {
    MapType t = h.type();
    int newbit = old.size();
    boolean hasIterator = h.hasIterator();
    for (long rest = filled; rest != 0; rest &= rest - 1) {
      long cellMask = rest & -rest;
      int cell = TopHash.first(rest);
      Object key = run.key(bucket, cell);
      long hash = t.hash(key, h.hash0);
      boolean useY = (hash & newbit) != 0;
      if (hasIterator && !t.equalsItself(key)) {
        // A NaN has another hash every time, but an iteration that is under way must be able to
        // tell where it went. So the low bit of its tophash decides, and it gets a new one for
        // next time.
        useY = (TopHash.get(plan[at], cell) & 1) != 0;
        plan[at] = TopHash.with(plan[at], cell, TopHash.of(hash));
      }
      plan[at + 1] |= useY ? cellMask : 0;
    }
  }

  private void move() {
    // Masked although x is below it: racing first writes may have put a smaller array in place.
    EvacDst x = new EvacDst(h, array, oldbucket & array.mask);
    EvacDst y = new EvacDst(h, array, (oldbucket + old.size()) & array.mask);
    Bmaps run = old.page(oldbucket);
    int bucket = oldbucket;
    for (int at = 0; at < plan.length && run != null; at += 2) {
      long tops = plan[at];
      long filled = TopHash.filled(tops);
      long toY = filled & plan[at + 1];
      run.setTops(bucket, TopHash.evacuatedTo(filled, toY));
      long toX = filled & ~toY;
      if (x.overflowsWith(toX) && y.overflowsWith(toY)) {
        inOrder(x, y, run, bucket, tops, filled, toY);
      } else {
        // One destination after the other: which one an entry goes to is a coin flip, and a branch
        // on it would be mispredicted every other time.
        x.add(run, bucket, tops, toX);
        y.add(run, bucket, tops, toY);
      }
      bucket = run.overflow(bucket);
      run = bucket < 0 ? null : old.runOf(bucket);
    }
    x.finish();
    y.finish();
  }

  /** Entry by entry, so that overflow buckets are handed out to x and y in the order Go does. */
  private static void inOrder(
      EvacDst x, EvacDst y, Bmaps run, int bucket, long tops, long filled, long toY) {
    for (long rest = filled; rest != 0; rest &= rest - 1) {
      long cellMask = rest & -rest;
      ((cellMask & toY) != 0 ? y : x).add(run, bucket, tops, cellMask);
    }
  }

  /** Where entries go, in order; Go's {@code evacDst}. */
  private static final class EvacDst {
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

    /** Takes the entries of the cells in a mask. */
    void add(Bmaps from, int fromBucket, long tops, long mask) {
      for (long rest = mask; rest != 0; rest &= rest - 1) {
        int fromCell = TopHash.first(rest);
        if (cell == Bmaps.BUCKET_CNT) {
          extend();
        }
        run.setKey(bucket, cell, from.key(fromBucket, fromCell));
        run.setElem(bucket, cell, from.elem(fromBucket, fromCell));
        word |= (long) TopHash.get(tops, fromCell) << (cell << 3);
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
}
