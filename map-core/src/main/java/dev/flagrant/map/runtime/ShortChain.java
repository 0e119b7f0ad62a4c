package dev.flagrant.map.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The commonest evacuation, in registers: a chain of one or two buckets is divided between two that
 * are empty, and neither overflows. {@link Evacuation} does the same for every chain, with a plan
 * on the heap.
 *
 * <p>A chain of one bucket is a method of its own: what a second one takes would have it keep its
 * values on the stack.
 */
final class ShortChain {
  private ShortChain() {}

  /**
   * Divides the chain of an old bucket, if it is of this kind.
   *
   * @return false if the chain is longer or does not divide so: then nothing has been changed
   */
  static boolean divide(Hmap h, BucketArray old, Bmaps from, int oldbucket, BucketArray array) {
    int next = from.overflow(oldbucket);
    if (next >= 0) {
      return divideTwo(h, old, from, oldbucket, next, array);
    }
    int place = from.place(oldbucket);
    long tops = from.topsAt(place);
    long filled = Evacuation.filled(h, tops);
    long bits = Evacuation.newbits(h, from, place, filled, old.b);
    long toY = Newbits.goToY(bits, filled);
    long toX = filled & ~toY;
    int x = array.place(oldbucket);
    int y = array.place(oldbucket + old.size());
    if (array.newbits != null) {
      array.newbits.take(x, 0, bits, toX);
      array.newbits.take(y, 0, bits, toY);
    }
    Bmaps runOfX = array.pageToWrite(x);
    Bmaps runOfY = array.pageToWrite(y);
    try {
      from.setTopsAt(place, TopHash.evacuatedTo(filled, toY));
      long wordOfX = move(from, place, tops, toX, runOfX, x, 0);
      long wordOfY = move(from, place, tops, toY, runOfY, y, 0);
      // No call from here on: there may be no stack for one.
      if (wordOfX != 0) {
        runOfX.tophash[x] = wordOfX;
      }
      if (wordOfY != 0) {
        runOfY.tophash[y] = wordOfY;
      }
    } catch (StackOverflowError e) {
      from.tophash[place] = tops; // and no call here either, as in Evacuation
      array.brokenOffBucket = oldbucket;
      array.takenInVain = 0;
      array.brokenOff = true;
      throw e;
    }
    return true;
  }

  /** The same, of a chain of two buckets or more. */
  private static boolean divideTwo(
      Hmap h, BucketArray old, Bmaps from, int oldbucket, int next, BucketArray array) {
    Bmaps second = old.runOf(next);
    // A key without a hash of its own must not be hashed again by the long way.
    if (second == null || second.overflow(next) >= 0 || !h.type().reflexiveKey) {
      return false;
    }
    int place = from.place(oldbucket);
    long tops = from.topsAt(place);
    long filled = Evacuation.filled(h, tops);
    long bits = Evacuation.newbits(h, from, place, filled, old.b);
    long toY = Newbits.goToY(bits, filled);
    long toX = filled & ~toY;
    int secondPlace = second.place(next);
    long secondTops = second.topsAt(secondPlace);
    long secondFilled = Evacuation.filled(h, secondTops);
    long secondBits = Evacuation.newbits(h, second, secondPlace, secondFilled, old.b);
    long secondToY = Newbits.goToY(secondBits, secondFilled);
    long secondToX = secondFilled & ~secondToY;
    int inX = Long.bitCount(toX);
    int inY = Long.bitCount(toY);
    if (inX + Long.bitCount(secondToX) > Bmaps.BUCKET_CNT
        || inY + Long.bitCount(secondToY) > Bmaps.BUCKET_CNT) {
      return false;
    }
    int x = array.place(oldbucket);
    int y = array.place(oldbucket + old.size());
    if (array.newbits != null) {
      array.newbits.take(x, 0, bits, toX);
      array.newbits.take(x, inX, secondBits, secondToX);
      array.newbits.take(y, 0, bits, toY);
      array.newbits.take(y, inY, secondBits, secondToY);
    }
    Bmaps runOfX = array.pageToWrite(x);
    Bmaps runOfY = array.pageToWrite(y);
    try {
      from.setTopsAt(place, TopHash.evacuatedTo(filled, toY));
      long wordOfX = move(from, place, tops, toX, runOfX, x, 0);
      long wordOfY = move(from, place, tops, toY, runOfY, y, 0);
      second.setTopsAt(secondPlace, TopHash.evacuatedTo(secondFilled, secondToY));
      wordOfX |= move(second, secondPlace, secondTops, secondToX, runOfX, x, inX);
      wordOfY |= move(second, secondPlace, secondTops, secondToY, runOfY, y, inY);
      // No call from here on, as above.
      if (wordOfX != 0) {
        runOfX.tophash[x] = wordOfX;
      }
      if (wordOfY != 0) {
        runOfY.tophash[y] = wordOfY;
      }
    } catch (StackOverflowError e) {
      from.tophash[place] = tops; // nor here
      second.tophash[secondPlace] = secondTops;
      array.brokenOffBucket = oldbucket;
      array.takenInVain = 0;
      array.brokenOff = true;
      throw e;
    }
    return true;
  }

  /**
   * Moves the entries of the cells in a mask to a bucket, from a cell on.
   *
   * @return their part of the tophash word of that bucket
   */
  private static long move(
      Bmaps from, int place, long tops, long mask, Bmaps to, int toPlace, int toCell) {
    // Both arrays are as long as a power of two; a mask is the check of the bounds, as in Bmaps.
    @Nullable Object[] source = from.cells;
    @Nullable Object[] target = to.cells;
    int first = from.indexOf(place, 0);
    int at = to.indexOf(toPlace, toCell);
    long word = 0;
    for (long rest = mask; rest != 0; rest &= rest - 1) {
      int bit = Long.numberOfTrailingZeros(rest);
      int elem = first + (bit >>> 2); // the bit of cell c is 8c + 7, and its elem is at 2c + 1
      target[at & (target.length - 1)] = source[(elem - 1) & (source.length - 1)];
      target[(at + 1) & (target.length - 1)] = source[elem & (source.length - 1)];
      word = (word >>> Byte.SIZE) | TopHash.asHighest(tops, bit);
      at += 2;
    }
    int end = toCell + Long.bitCount(mask);
    return word >>> -(end << 3); // the shift counts modulo 64; of no entries the word is 0
  }
}
