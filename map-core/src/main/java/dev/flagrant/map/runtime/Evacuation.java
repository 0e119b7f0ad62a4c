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
    boolean bigger = array.mask != old.mask;
    if (!bigger || h.hasIterator() || !divideShort(h, old, from, oldbucket, array)) {
      of(h, old, oldbucket, array).move();
    }
  }

  /**
   * The commonest case, in registers: a chain of one or two buckets is divided between two that are
   * empty, and neither overflows.
   *
   * @return false if the chain is longer or does not divide so: then nothing has been changed
   */
  private static boolean divideShort(
      Hmap h, BucketArray old, Bmaps from, int oldbucket, BucketArray array) {
    int place = from.place(oldbucket);
    int next = from.overflow(oldbucket);
    Bmaps second = next < 0 ? null : old.runOf(next);
    int secondPlace = 0;
    long secondTops = 0;
    if (next >= 0) {
      // A key without a hash of its own must not be hashed again by the long way.
      if (second == null || second.overflow(next) >= 0 || !h.type().reflexiveKey) {
        return false;
      }
      secondPlace = second.place(next);
      secondTops = second.topsAt(secondPlace);
    }
    long tops = from.topsAt(place);
    long toY = toY(h, from, place, tops, old.b);
    long toX = TopHash.filled(tops) & ~toY;
    int inX = Long.bitCount(toX);
    int inY = Long.bitCount(toY);
    long secondToY = 0;
    long secondToX = 0;
    if (second != null) {
      secondToY = toY(h, second, secondPlace, secondTops, old.b);
      secondToX = TopHash.filled(secondTops) & ~secondToY;
      if (inX + Long.bitCount(secondToX) > Bmaps.BUCKET_CNT
          || inY + Long.bitCount(secondToY) > Bmaps.BUCKET_CNT) {
        return false;
      }
    }
    int x = array.place(oldbucket);
    int y = array.place(oldbucket + old.size());
    Bmaps runOfX = array.pageToWrite(x);
    Bmaps runOfY = array.pageToWrite(y);
    from.setTopsAt(place, TopHash.evacuatedTo(toX | toY, toY));
    long wordOfX = move(from, place, tops, toX, runOfX, x, 0);
    long wordOfY = move(from, place, tops, toY, runOfY, y, 0);
    if (second != null) {
      second.setTopsAt(secondPlace, TopHash.evacuatedTo(secondToX | secondToY, secondToY));
      wordOfX |= move(second, secondPlace, secondTops, secondToX, runOfX, x, inX);
      wordOfY |= move(second, secondPlace, secondTops, secondToY, runOfY, y, inY);
    }
    if (wordOfX != 0) {
      runOfX.setTopsAt(x, wordOfX);
    }
    if (wordOfY != 0) {
      runOfY.setTopsAt(y, wordOfY);
    }
    return true;
  }

  /** The mask of the entries of a bucket that go to y. */
  private static long toY(Hmap h, Bmaps run, int place, long tops, int newbit) {
    MapType t = h.type();
    int hash0 = h.hash0;
    int first = run.indexOf(place, 0);
    long filled = filled(h, tops);
    long toY = 0;
    for (long rest = filled; rest != 0; rest &= rest - 1) {
      long hash = t.hash(run.keyAt(first + 2 * TopHash.first(rest)), hash0);
      toY |= rest & -rest & -(hash >>> newbit & 1); // no branch: it is a coin flip
    }
    return toY;
  }

  /**
   * Moves the entries of the cells in a mask to a bucket, from a cell on.
   *
   * @return their part of the tophash word of that bucket
   */
  private static long move(
      Bmaps from, int place, long tops, long mask, Bmaps to, int toPlace, int toCell) {
    int first = from.indexOf(place, 0);
    int target = to.indexOf(toPlace, toCell);
    int shift = toCell << 3;
    long word = 0;
    for (long rest = mask; rest != 0; rest &= rest - 1) {
      int cell = TopHash.first(rest);
      int source = first + 2 * cell;
      to.setKeyAt(target, from.keyAt(source));
      to.setElemAt(target, from.elemAt(source));
      word |= (long) TopHash.get(tops, cell) << shift;
      target += 2;
      shift += Byte.SIZE;
    }
    return word;
  }

  /** The mask of the filled cells of a bucket, which must not have been evacuated. */
  private static long filled(Hmap h, long tops) {
    long filled = TopHash.filled(tops);
    if ((filled & TopHash.states(tops)) != 0) {
      throw Detection.of(h, Kind.BAD_MAP_STATE, Site.GROW);
    }
    return filled;
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
      long filled = filled(h, tops);
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
}
