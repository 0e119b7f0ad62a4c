package dev.flagrant.map.runtime;

/**
 * The commonest evacuation, in registers: a chain of one or two buckets is divided between two that
 * are empty, and neither overflows. {@link Evacuation} does the same for every chain, with a plan
 * on the heap.
 */
final class ShortChain {
  private ShortChain() {}

  /**
   * Divides the chain of an old bucket, if it is of this kind.
   *
   * @return false if the chain is longer or does not divide so: then nothing has been changed
   */
  static boolean divide(Hmap h, BucketArray old, Bmaps from, int oldbucket, BucketArray array) {
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
    long filled = Evacuation.filled(h, tops);
    long bits = Evacuation.newbits(h, from, place, filled, old.b);
    long toY = Newbits.goToY(bits, filled);
    long toX = filled & ~toY;
    int inX = Long.bitCount(toX);
    int inY = Long.bitCount(toY);
    long secondBits = 0;
    long secondToY = 0;
    long secondToX = 0;
    if (second != null) {
      long secondFilled = Evacuation.filled(h, secondTops);
      secondBits = Evacuation.newbits(h, second, secondPlace, secondFilled, old.b);
      secondToY = Newbits.goToY(secondBits, secondFilled);
      secondToX = secondFilled & ~secondToY;
      if (inX + Long.bitCount(secondToX) > Bmaps.BUCKET_CNT
          || inY + Long.bitCount(secondToY) > Bmaps.BUCKET_CNT) {
        return false;
      }
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
      from.setTopsAt(place, TopHash.evacuatedTo(toX | toY, toY));
      long wordOfX = move(from, place, tops, toX, runOfX, x, 0);
      long wordOfY = move(from, place, tops, toY, runOfY, y, 0);
      if (second != null) {
        second.setTopsAt(secondPlace, TopHash.evacuatedTo(secondToX | secondToY, secondToY));
        wordOfX |= move(second, secondPlace, secondTops, secondToX, runOfX, x, inX);
        wordOfY |= move(second, secondPlace, secondTops, secondToY, runOfY, y, inY);
      }
      // No call from here on: there may be no stack for one.
      if (wordOfX != 0) {
        runOfX.tophash[x] = wordOfX;
      }
      if (wordOfY != 0) {
        runOfY.tophash[y] = wordOfY;
      }
    } catch (StackOverflowError e) {
      from.tophash[place] = tops; // and no call here either, as in Evacuation
      if (second != null) {
        second.tophash[secondPlace] = secondTops;
      }
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
}
