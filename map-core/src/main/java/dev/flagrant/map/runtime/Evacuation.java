package dev.flagrant.map.runtime;

import dev.flagrant.map.ConcurrentModificationError.Kind;
import dev.flagrant.map.ConcurrentModificationError.Site;

/**
 * The move of one old bucket, with its overflow buckets, into the new array: the body of Go's
 * {@code evacuate}.
 *
 * <p>It goes in two passes. The first decides where each entry goes, and hashes every key for that
 * unless there are {@link Newbits}; Java's {@code hashCode} can throw, and then nothing has been
 * changed. The second marks the old cells, and moves. It can fail only for want of memory or stack;
 * then the marks are taken away, and what has been filled is emptied {@linkplain
 * BucketArray#undoBrokenOff before the next write}.
 */
final class Evacuation {
  private final Hmap h;
  private final BucketArray old;
  private final int oldbucket;
  private final BucketArray array;

  /** The chain as it is found. */
  private final ChainWords found;

  /** For each bucket of the chain its tophash word for the new array, then its newbits. */
  private final long[] plan;

  private Evacuation(Hmap h, BucketArray old, int oldbucket, BucketArray array) {
    this.h = h;
    this.old = old;
    this.oldbucket = oldbucket;
    this.array = array;
    int length = old.chainLength(oldbucket);
    this.found = new ChainWords(length);
    this.plan = new long[2 * length];
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
    if (!bigger || h.hasIterator() || !ShortChain.divide(h, old, from, oldbucket, array)) {
      Evacuation evacuation = new Evacuation(h, old, oldbucket, array);
      evacuation.decide();
      evacuation.move();
    }
  }

  /** The newbits of a bucket, as they were kept or as its keys have them. */
  static long newbits(Hmap h, Bmaps run, int place, long filled, int newbit) {
    if (run.newbits != null) {
      return run.newbits.word(place);
    }
    MapType t = h.type();
    int hash0 = h.hash0;
    int first = run.indexOf(place, 0);
    long bits = 0;
    for (long rest = filled; rest != 0; rest &= rest - 1) {
      long hash = MapType.hash(t, run.keyAt(first + 2 * TopHash.first(rest)), hash0);
      bits |= Newbits.ofHash(rest & -rest, hash >>> newbit);
    }
    return bits;
  }

  /** The mask of the filled cells of a bucket, which must not have been evacuated. */
  static long filled(Hmap h, long tops) {
    long filled = TopHash.filled(tops);
    if ((filled & TopHash.states(tops)) != 0) {
      throw Detection.of(h, Kind.BAD_MAP_STATE, Site.GROW);
    }
    return filled;
  }

  /** The first pass. */
  private void decide() {
    boolean bigger = array.mask != old.mask;
    Bmaps run = old.page(oldbucket);
    int bucket = oldbucket;
    // Bounded by the plan, and not by the chain alone: a racing writer may lengthen the chain.
    for (int at = 0; at < plan.length && run != null; at += 2) {
      long tops = run.tops(bucket);
      long filled = filled(h, tops);
      found.set(at / 2, run, run.place(bucket), tops);
      plan[at] = tops;
      if (bigger && h.hasIterator() && !h.type().reflexiveKey) {
        divideWithNans(at, run, bucket, filled);
      } else if (bigger) {
        plan[at + 1] = newbits(h, run, run.place(bucket), filled, old.b);
      } else if (run.newbits != null) {
        plan[at + 1] = Newbits.undivided(run.newbits.word(run.place(bucket)));
      }
      bucket = run.overflow(bucket);
      run = bucket < 0 ? null : old.runOf(bucket);
    }
  }

  /**
   * Divides the entries of one bucket between x and y, some of which may be NaNs. A NaN has another
   * hash every time, but an iteration that is under way must be able to tell where it went. So the
   * low bit of its tophash decides, and it gets a new one for next time.
   */
  private void divideWithNans(int at, Bmaps run, int bucket, long filled) {
    MapType t = h.type();
    for (long rest = filled; rest != 0; rest &= rest - 1) {
      long cellMask = rest & -rest;
      int cell = TopHash.first(rest);
      Object key = run.key(bucket, cell);
      long hash = MapType.hash(t, key, h.hash0);
      long bits = hash >>> old.b;
      if (!t.equalsItself(key)) {
        bits = TopHash.get(plan[at], cell);
        plan[at] = TopHash.with(plan[at], cell, TopHash.of(hash));
      }
      plan[at + 1] |= Newbits.ofHash(cellMask, bits);
    }
  }

  private void move() {
    // Masked although x is below it: racing first writes may have put a smaller array in place.
    int x = oldbucket & array.mask;
    int y = (oldbucket + old.size()) & array.mask;
    int taken = array.taken;
    char noverflow = h.noverflow;
    int maxCount = array.maxCount;
    try {
      move(new EvacDst(h, array, x), new EvacDst(h, array, y));
    } catch (Throwable e) {
      // No call: there may be no stack for one, and HotSpot puts none in place that only failures
      // make.
      for (int i = 0; i < found.runs.length; i++) {
        Bmaps run = found.runs[i];
        if (run != null) {
          run.tophash[found.places[i]] = found.words[i];
        }
      }
      array.brokenOffBucket = oldbucket;
      array.takenInVain = array.taken - taken;
      array.brokenOff = true;
      h.noverflow = noverflow;
      array.maxCount = maxCount;
      throw e;
    }
  }

  private void move(EvacDst x, EvacDst y) {
    for (int i = 0; i < found.runs.length; i++) {
      Bmaps run = found.runs[i];
      if (run == null) {
        break;
      }
      int place = found.places[i]; // as good as the number, to its run
      long tops = plan[2 * i];
      long filled = TopHash.filled(tops);
      long bits = plan[2 * i + 1];
      long toY = Newbits.goToY(bits, filled);
      run.setTopsAt(place, TopHash.evacuatedTo(filled, toY));
      long toX = filled & ~toY;
      if (x.overflowsWith(toX) && y.overflowsWith(toY)) {
        inOrder(x, y, run, place, tops, bits);
      } else {
        // One destination after the other: which one an entry goes to is a coin flip, and a branch
        // on it would be mispredicted every other time.
        x.add(run, place, tops, bits, toX);
        y.add(run, place, tops, bits, toY);
      }
    }
    x.finish();
    y.finish();
  }

  /** Entry by entry, so that overflow buckets are handed out to x and y in the order Go does. */
  private static void inOrder(EvacDst x, EvacDst y, Bmaps run, int bucket, long tops, long bits) {
    long filled = TopHash.filled(tops);
    long toY = Newbits.goToY(bits, filled);
    for (long rest = filled; rest != 0; rest &= rest - 1) {
      long cellMask = rest & -rest;
      ((cellMask & toY) != 0 ? y : x).add(run, bucket, tops, bits, cellMask);
    }
  }
}
