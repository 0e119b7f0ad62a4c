package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagrant.map.GoMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule of the structure, broken by hand, is reported in its own words. */
class InvariantsTest {
  /** A map that keeps every rule, a way to break one, and what is said of it. */
  enum Broken {
    WRITING_WITHOUT_A_WRITER(Broken::full, Hmap::flipWriting, "hashWriting is set"),
    ENTRIES_WITHOUT_BUCKETS(
        Broken::fresh, h -> h.count = 1, "count is 1, and there are no buckets"),
    OLD_BUCKETS_WITHOUT_BUCKETS(
        Broken::fresh,
        h -> h.oldbuckets = BucketArray.make(h.t, 0),
        "there are old buckets, and no"),
    SAME_SIZE_WITHOUT_BUCKETS(
        Broken::fresh, h -> h.startGrow(true), "sameSizeGrow is set, and there are no buckets"),
    LOST_OVERFLOW_BUCKET(
        Broken::full,
        h -> Structure.buckets(h).taken++,
        "1 overflow buckets are chained, and 2 were handed out"),
    MISCOUNTED_OVERFLOW_BUCKETS(
        Broken::full, h -> h.noverflow++, "noverflow is 2, and 1 are chained"),
    GROWTH_DUE_WITHOUT_REASON(
        Broken::full,
        h -> Structure.buckets(h).maxCount = 0,
        "there is said to be room for 0 entries, and noverflow is 1"),
    ENTRY_IN_A_SPARE_BUCKET(
        Broken::large, h -> spare(h, 17).setTop(17, 2, 9), "overflow bucket 17 is in use"),
    LINK_OF_A_SPARE_BUCKET(
        Broken::large, h -> spare(h, 16).setOverflow(16, 17), "overflow bucket 16 is in use"),
    MISCOUNTED_ENTRIES(Broken::full, h -> h.count++, "count is 17, and 16 cells are filled"),
    SAME_SIZE_WITHOUT_GROWTH(
        Broken::full, h -> h.startGrow(true), "sameSizeGrow is set, and the map is not growing"),
    TOO_MANY_ENTRIES(
        Broken::full,
        h -> h.count = 61,
        "61 entries are too many for 2^3 buckets, and the map is not growing"),
    GROWTH_BY_TWO_STEPS(
        Broken::growing,
        h -> h.oldbuckets = BucketArray.make(h.t, 2),
        "B goes from 2 to 4, and sameSizeGrow is false"),
    GROWTH_TO_TWICE_THE_SAME_SIZE(
        Broken::growing, h -> h.startGrow(true), "B goes from 3 to 4, and sameSizeGrow is true"),
    EVACUATION_THAT_WAS_BROKEN_OFF(
        Broken::growing,
        h -> Structure.buckets(h).brokenOff = true,
        "the evacuation of old bucket 0 was broken off, and nobody has written since"),
    GROWTH_BEYOND_ITS_END(
        Broken::growing, h -> h.nevacuate = 8, "nevacuate is 8, and the map is growing"),
    MARK_BEYOND_WHAT_IS_DONE(
        Broken::growing, h -> h.nevacuate = 3, "old bucket 2 is below nevacuate, not evacuated"),
    NEW_BUCKET_USED_TOO_SOON(
        Broken::growing,
        h -> {
          Structure.buckets(h).setTop(10, 0, 0x40);
          Structure.buckets(h).setKey(10, 0, FixedKey.at(10, 9));
        },
        "bucket 10 is in use before old bucket 2 is evacuated"),
    NEW_BUCKET_CHAINED_TOO_SOON(
        Broken::growing,
        h -> Overflow.chain(h, Structure.buckets(h), Structure.buckets(h), 3),
        "bucket 3 is in use before old bucket 3 is evacuated"),
    ENTRY_IN_AN_EVACUATED_BUCKET(
        Broken::growing,
        h -> Structure.old(h).setTop(0, 3, 0x40),
        "bucket 0, cell 3: tophash 64 in a chain that is evacuated"),
    EMPTY_CELL_IN_AN_EVACUATED_BUCKET(
        Broken::growing,
        h -> Structure.old(h).setTop(1, 7, 1),
        "bucket 1, cell 7: tophash 1 in a chain that is evacuated"),
    PAGE_DROPPED_TOO_SOON(
        () -> GrowTest.growing(Page.BITS + 1),
        h -> Structure.old(h).dropPages(0, 1 << Page.BITS),
        "bucket 2 is in use, and has no page"),
    KEY_IN_AN_EMPTY_CELL(
        Broken::full,
        h -> Structure.buckets(h).setKey(0, 5, FixedKey.at(0, 9)),
        "bucket 0, cell 5: tophash 0, and there is an entry"),
    ELEM_IN_AN_EMPTY_CELL(
        Broken::full,
        h -> Structure.buckets(h).setElem(0, 5, 9),
        "bucket 0, cell 5: tophash 0, and there is an entry"),
    EMPTY_ONE_AFTER_EMPTY_REST(
        Broken::full,
        h -> Structure.buckets(h).setTop(0, 6, 1),
        "bucket 0, cell 6: tophash 1 after a cell that is emptyRest"),
    EMPTY_REST_AFTER_EMPTY_ONE(
        Broken::full,
        h -> Structure.buckets(h).setTop(0, 4, 1),
        "bucket 0, cell 5: tophash 0, and the cell before it is emptyOne"),
    EMPTY_REST_IN_A_CHAIN_AFTER_EMPTY_ONE(
        Broken::full,
        h -> {
          BucketArray array = Structure.buckets(h);
          array.setTop(1, 7, 1);
          array.setKey(1, 7, null);
          array.setElem(1, 7, null);
          Bmaps run = Structure.run(array, 8);
          for (int cell = 0; cell < 4; cell++) {
            run.setTop(8, cell, 0);
            run.setKey(8, cell, null);
            run.setElem(8, cell, null);
          }
        },
        "bucket 8, cell 0: tophash 0, and the cell before it is emptyOne"),
    ENTRY_AFTER_EMPTY_REST(
        Broken::full,
        h -> Structure.buckets(h).setTop(0, 6, 0x40),
        "bucket 0, cell 6: tophash 64 after a cell that is emptyRest"),
    EVACUATION_MARK_WITHOUT_EVACUATION(
        Broken::full,
        h -> Structure.buckets(h).setTop(0, 1, 2),
        "bucket 0, cell 1: tophash 2 in a chain that is not evacuated"),
    WRONG_TOPHASH(
        Broken::full,
        h -> Structure.buckets(h).setTop(0, 1, 0x41),
        "bucket 0, cell 1: tophash 65, and the hash of its key has another"),
    WRONG_BUCKET(
        Broken::full,
        h -> Structure.buckets(h).setKey(0, 1, FixedKey.at(5, 9)),
        "bucket 0, cell 1: tophash 64, and the hash of its key leads to another bucket"),
    WRONG_OLD_BUCKET(
        Broken::growing,
        h -> Structure.old(h).setKey(4, 1, FixedKey.at(13, 9)),
        "bucket 4, cell 1: tophash 64, and the hash of its key leads to another bucket"),
    WRONG_NEWBITS(
        () -> GrowTest.growing(Page.BITS + 1),
        h -> Structure.newbits(Structure.buckets(h)).set(0, 1, 0),
        "bucket 0, cell 1: tophash 64, and the hash of its key has other newbits"),
    WRONG_OLD_NEWBITS(
        () -> GrowTest.growing(Page.BITS + 1),
        h -> Structure.newbits(Structure.old(h)).set(5, 1, 3),
        "bucket 5, cell 1: tophash 64, and the hash of its key has other newbits"),
    KEY_TWICE(
        Broken::full,
        h -> Structure.run(Structure.buckets(h), 8).setKey(8, 2, FixedKey.at(1, 103)),
        "bucket 8, cell 2: tophash 64: the key is in the chain twice");

    final Supplier<GoMap<FixedKey, Integer>> map;
    final Consumer<Hmap> fault;
    final String report;

    Broken(Supplier<GoMap<FixedKey, Integer>> map, Consumer<Hmap> fault, String report) {
      this.map = map;
      this.fault = fault;
      this.report = report;
    }

    private static GoMap<FixedKey, Integer> fresh() {
      return new FixedKeys().map();
    }

    /** Eight buckets: four entries in bucket 0, twelve in the chain of bucket 1. */
    private static GoMap<FixedKey, Integer> full() {
      GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(52).build();
      Structure.fill(map, 0, 0, 4);
      Structure.fill(map, 1, 100, 12);
      return map;
    }

    /** Sixteen buckets and two spare ones. */
    private static GoMap<FixedKey, Integer> large() {
      return new FixedKeys().builder().hint(104).build();
    }

    /**
     * The run of an overflow bucket that is allocated, with those before it, and not handed out.
     */
    private static Bmaps spare(Hmap h, int bucket) {
      BucketArray array = Structure.buckets(h);
      for (int before = array.size(); before < bucket; before++) {
        array.ensureRunOf(before);
      }
      return array.ensureRunOf(bucket);
    }

    private static GoMap<FixedKey, Integer> growing() {
      return GrowTest.growing(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isReported(Broken broken) {
    GoMap<FixedKey, Integer> map = broken.map.get();
    Invariants.check(map);

    broken.fault.accept(map);

    assertThatThrownBy(() -> Invariants.check(map))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("broken map: ")
        .hasMessageContaining(broken.report);
  }

  /** As a write that ran out of stack leaves it: see {@code Flags.unended}. */
  @Test
  void aMarkWithTheNoteThatItsWriteIsOverIsNoFault() {
    Hmap h = Broken.full();
    h.flipWriting();
    h.unended = true;
    Invariants.check(h);
  }
}
