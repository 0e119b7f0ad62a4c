package dev.flagrant.map.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules that the structure of a whole map keeps between any two operations. For tests and for
 * tools: it takes time and memory in proportion to the map, and the map must be at rest.
 */
public final class Invariants {
  private final Hmap h;
  private final BucketArray array;
  private final @Nullable BucketArray old;
  private int live;
  private int chained;

  private Invariants(Hmap h, BucketArray array, @Nullable BucketArray old) {
    this.h = h;
    this.array = array;
    this.old = old;
  }

  /**
   * Checks every rule.
   *
   * @throws AssertionError naming the first rule that is broken, and where
   */
  public static void check(Hmap h) {
    require(
        (h.flags() & Flags.HASH_WRITING) == 0 || h.unended,
        "hashWriting is set, and nobody is writing");
    BucketArray array = h.buckets;
    if (array == null) {
      require(h.count == 0, "count is %s, and there are no buckets", h.count);
      require(h.oldbuckets == null, "there are old buckets, and no buckets");
      require(!h.sameSizeGrow(), "sameSizeGrow is set, and there are no buckets");
      return;
    }
    new Invariants(h, array, h.oldbuckets).check();
  }

  private void check() {
    require(
        !array.brokenOff,
        "the evacuation of old bucket %s was broken off, and nobody has written since",
        array.brokenOffBucket);
    checkGrowth();
    for (int bucket = 0; bucket < array.size(); bucket++) {
      checkChain(array, bucket);
    }
    require(
        chained == array.overflowBuckets(),
        "%s overflow buckets are chained, and %s were handed out",
        chained,
        array.overflowBuckets());
    if (array.b < 16) {
      require(
          h.noverflow == chained,
          "noverflow is %s, and %s are chained",
          (int) h.noverflow,
          chained);
    }
    require(
        array.maxCount() == (Overflow.tooMany(h.noverflow, array.b) ? 0 : Grow.maxCount(array.b)),
        "there is said to be room for %s entries, and noverflow is %s",
        array.maxCount(),
        (int) h.noverflow);
    int spare = array.size() + chained;
    for (Bmaps run = array.runOf(spare); run != null; run = array.runOf(++spare)) {
      require(
          run.tops(spare) == 0 && run.overflow(spare) < 0,
          "overflow bucket %s is in use, and nobody chained it",
          spare);
    }
    if (old != null) {
      for (int bucket = 0; bucket < old.size(); bucket++) {
        checkOldChain(old, bucket);
      }
    }
    require(live == h.count, "count is %s, and %s cells are filled", h.count, live);
  }

  private void checkGrowth() {
    if (old == null) {
      require(!h.sameSizeGrow(), "sameSizeGrow is set, and the map is not growing");
      // A growth to the same size takes at most as many writes as there are buckets, and while it
      // is
      // under way no other one starts, however many entries those writes put in.
      require(
          !Grow.overLoadFactor(h.count - array.size(), array.b),
          "%s entries are too many for 2^%s buckets, and the map is not growing",
          h.count,
          array.b);
      return;
    }
    require(
        array.b == (h.sameSizeGrow() ? old.b : old.b + 1),
        "B goes from %s to %s, and sameSizeGrow is %s",
        old.b,
        array.b,
        h.sameSizeGrow());
    require(h.nevacuate < old.size(), "nevacuate is %s, and the map is growing", h.nevacuate);
    for (int bucket = 0; bucket < h.nevacuate; bucket++) {
      require(old.evacuated(bucket), "old bucket %s is below nevacuate, not evacuated", bucket);
    }
  }

  private void checkOldChain(BucketArray old, int bucket) {
    boolean evacuated = old.evacuated(bucket);
    if (!evacuated) {
      for (int target = bucket; target < array.size(); target += old.size()) {
        require(
            array.tops(target) == 0 && array.overflow(target) < 0,
            "bucket %s is in use before old bucket %s is evacuated",
            target,
            bucket);
      }
    }
    if (evacuated) {
      checkEvacuated(old, bucket);
    } else {
      checkChain(old, bucket);
    }
  }

  /** Of a chain that is evacuated only the marks can be checked. */
  private static void checkEvacuated(BucketArray old, int head) {
    checkMarks(head, old.tops(head));
    Bmaps run = old.page(head);
    for (int bucket = head; run != null; ) {
      bucket = run.overflow(bucket);
      run = bucket < 0 ? null : old.runOf(bucket);
      if (run != null) {
        checkMarks(bucket, run.tops(bucket));
      }
    }
  }

  private static void checkMarks(int bucket, long tops) {
    for (int cell = 0; cell < Bmaps.BUCKET_CNT; cell++) {
      int top = TopHash.get(tops, cell);
      boolean mark = top >= TopHash.EVACUATED_X && top <= TopHash.EVACUATED_EMPTY;
      requireCell(mark, bucket, cell, top, " in a chain that is evacuated");
    }
  }

  private void checkChain(BucketArray in, int head) {
    boolean rest = false;
    int lastTop = TopHash.MIN_TOP_HASH;
    List<@Nullable Object> keys = new ArrayList<>();
    Bmaps run = in.page(head);
    require(run != null || in.tops(head) == 0, "bucket %s is in use, and has no page", head);
    for (int bucket = head; run != null; run = bucket < 0 ? null : in.runOf(bucket)) {
      if (bucket != head && in == array) {
        chained++;
      }
      for (int cell = 0; cell < Bmaps.BUCKET_CNT; cell++) {
        int top = TopHash.get(run.tops(bucket), cell);
        if (TopHash.isEmpty(top)) {
          boolean cleared = run.key(bucket, cell) == null && run.elem(bucket, cell) == null;
          requireCell(cleared, bucket, cell, top, ", and there is an entry");
          boolean last = top == TopHash.EMPTY_REST || !rest;
          requireCell(last, bucket, cell, top, " after a cell that is emptyRest");
          boolean first = top == TopHash.EMPTY_ONE || lastTop != TopHash.EMPTY_ONE;
          requireCell(first, bucket, cell, top, ", and the cell before it is emptyOne");
        } else {
          boolean filled = top >= TopHash.MIN_TOP_HASH;
          requireCell(filled, bucket, cell, top, " in a chain that is not evacuated");
          requireCell(!rest, bucket, cell, top, " after a cell that is emptyRest");
          checkEntry(in, head, run, bucket, cell, top, keys);
          live++;
        }
        rest = rest || top == TopHash.EMPTY_REST;
        lastTop = top;
      }
      bucket = run.overflow(bucket);
    }
  }

  private void checkEntry(
      BucketArray in,
      int head,
      Bmaps run,
      int bucket,
      int cell,
      int top,
      List<@Nullable Object> keys) {
    Object key = run.key(bucket, cell);
    if (!h.type().equalsItself(key)) {
      return; // a NaN: its hash cannot be had again, and nothing equals it
    }
    long hash = MapType.hash(h.type(), key, h.hash0);
    boolean same = TopHash.of(hash) == top;
    requireCell(same, bucket, cell, top, ", and the hash of its key has another");
    boolean here = ((int) hash & in.mask) == head;
    requireCell(here, bucket, cell, top, ", and the hash of its key leads to another bucket");
    boolean divides =
        run.newbits == null || run.newbits.hold(run.place(bucket), cell, hash >>> in.b);
    requireCell(divides, bucket, cell, top, ", and the hash of its key has other newbits");
    for (Object other : keys) {
      requireCell(
          !h.type().equal(key, other), bucket, cell, top, ": the key is in the chain twice");
    }
    keys.add(key);
  }

  /** A rule of one cell; words are made only of a rule that is broken, as there are many cells. */
  private static void requireCell(boolean holds, int bucket, int cell, int top, String rule) {
    if (!holds) {
      require(false, "bucket %s, cell %s: tophash %s%s", bucket, cell, top, rule);
    }
  }

  private static void require(boolean holds, String rule, @Nullable Object... arguments) {
    if (!holds) {
      throw new AssertionError("broken map: " + String.format(rule, arguments));
    }
  }
}
