package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.GoMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a map grows, and how far each write takes the growth. */
class GrowTest {
  @ParameterizedTest
  @CsvSource({
    "8, 0, false",
    "9, 0, true",
    "8, 1, false",
    "13, 1, false",
    "14, 1, true",
    "26, 2, false",
    "27, 2, true",
    "6656, 10, false",
    "6657, 10, true",
    "218103808, 25, false",
    "218103809, 25, true",
    "-5, 0, false",
    "-5, 10, false"
  })
  void moreThanSixAndAHalfEntriesABucketAreTooMany(int count, int b, boolean over) {
    assertThat(Grow.overLoadFactor(count, b)).isEqualTo(over);
  }

  @Test
  void theLargestArrayHasRoomForAsManyEntriesAsCanBeCounted() {
    assertThat(Grow.overLoadFactor(Integer.MAX_VALUE, BucketArray.MAX_B - 1)).isTrue();
    assertThat(Grow.overLoadFactor(Integer.MAX_VALUE, BucketArray.MAX_B)).isFalse();
    assertThat(13 * (1L << BucketArray.MAX_B) / 2).isGreaterThan(Integer.MAX_VALUE);
    long buckets = 1L << BucketArray.MAX_B;
    assertThat(buckets + buckets / 16).as("their numbers").isLessThan(Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"0, 8", "1, 13", "2, 26", "3, 52", "4, 104", "7, 832"})
  void theEntryAfterTheLastThatFitsStartsAGrowth(int b, int fits) {
    GoMap<FixedKey, Integer> map = spread(fits);
    Hmap h = map;
    assertThat(Structure.buckets(h).b).isEqualTo(b);
    finish(map);
    assertThat(h.growing()).isFalse();
    BucketArray before = Structure.buckets(h);

    Structure.put(map, FixedKey.at(0, 5000));

    assertThat(Structure.buckets(h).b).isEqualTo(b + 1);
    assertThat(h.sameSizeGrow()).isFalse();
    if (b > 1) {
      assertThat(h.oldbuckets).isSameAs(before);
      assertThat(h.nevacuate).isEqualTo(2); // buckets 0, which the entry went to, and 1
    }
    Invariants.check(h);
  }

  @Test
  void anUpdateDoesNotGrowAFullMap() {
    GoMap<FixedKey, Integer> map = spread(26);
    Hmap h = map;
    finish(map);
    BucketArray before = Structure.buckets(h);

    map.put(FixedKey.at(3, 3), -1);
    map.remove(FixedKey.at(4, 4));

    assertThat(h.buckets).isSameAs(before);
    assertThat(h.growing()).isFalse();
    Invariants.check(h);
  }

  @Test
  void aWriteEvacuatesTheBucketItNeedsAndOneMore() {
    GoMap<FixedKey, Integer> map = growing(3);
    Hmap h = map;
    assertThat(evacuated(h)).as("0, which the entry went to, and 1").isEqualTo("11000000");
    assertThat(h.nevacuate).isEqualTo(2);

    map.put(FixedKey.at(8 + 6, 6000), 0);
    assertThat(evacuated(h)).as("6, and the next, which is 2").isEqualTo("11100010");
    assertThat(h.nevacuate).as("past 2, which was done").isEqualTo(3);

    map.remove(FixedKey.at(5, 7777));
    assertThat(evacuated(h)).as("a deletion that finds nothing too").isEqualTo("11110110");
    assertThat(h.nevacuate).isEqualTo(4);

    map.put(FixedKey.at(4, 6001), 0);
    assertThat(evacuated(h)).as("4, and past 5 and 6 to 7").isEmpty();
    Invariants.check(h);
  }

  @Test
  void readingEvacuatesNothing() {
    GoMap<FixedKey, Integer> map = growing(3);
    Hmap h = map;
    String before = evacuated(h);

    for (int id = 0; id < 60; id++) {
      assertThat(map.get(FixedKey.at(id, id))).isEqualTo(id < 52 ? id : null);
      assertThat(map.containsKey(FixedKey.at(id, id))).isEqualTo(id < 52);
    }
    assertThat(Structure.ids(map.range())).hasSize(53);

    assertThat(evacuated(h)).isEqualTo(before);
    Invariants.check(map);
  }

  @Test
  void atTheEndOfAGrowthNothingOfItIsLeft() {
    GoMap<FixedKey, Integer> map = growing(4);
    Hmap h = map;
    int writes = 0;
    while (h.growing()) {
      Invariants.check(h);
      map.delete(FixedKey.at(writes++, 9999));
    }

    assertThat(writes).isLessThan(16);
    assertThat(h.oldbuckets).isNull();
    assertThat(h.sameSizeGrow()).isFalse();
    assertThat(h.nevacuate).isEqualTo(16);
    Invariants.check(h);
  }

  /** That is why nothing of so small an old array is emptied. */
  @Test
  void aGrowthFromOneOrTwoBucketsEndsInTheWriteThatBeginsIt() {
    for (int b = 0; b < 2; b++) {
      for (int bucket = 0; bucket < 4; bucket++) {
        GoMap<FixedKey, Integer> map = new FixedKeys().map();
        Hmap h = map;
        for (int id = 0; id < Grow.maxCount(b); id++) {
          Structure.put(map, FixedKey.at(id, id));
        }
        assertThat(Structure.buckets(h).b).isEqualTo(b);

        Structure.put(map, FixedKey.at(bucket, 100));

        assertThat(Structure.buckets(h).b).isEqualTo(b + 1);
        assertThat(h.growing()).isFalse();
        Invariants.check(h);
      }
    }
  }

  @Test
  void theOldBucketsAreEmptiedWhereNoIterationNeedsThem() {
    GoMap<FixedKey, Integer> map = growing(3);
    Hmap h = map;
    BucketArray old = Structure.old(h);

    assertThat(old.evacuated(0)).isTrue();
    assertThat(Structure.keys(old, 0)).containsOnlyNulls();
    assertThat(Structure.keys(old, 2)).contains(FixedKey.at(2, 2));
    Invariants.check(map);
  }

  @Test
  void theOldBucketsAreKeptWhereAnIterationMayNeedThem() {
    GoMap<FixedKey, Integer> map = spread(52);
    Hmap h = map;
    finish(map);
    assertThat(map.range().next()).isTrue();

    Structure.put(map, FixedKey.at(0, 5000));

    assertThat(h.hasIterator()).isFalse();
    assertThat(h.hasOldIterator()).isTrue();
    assertThat(Structure.keys(Structure.old(h), 0)).contains(FixedKey.at(0, 0));
    Invariants.check(h);
  }

  @Test
  void theMarkAdvancesPast1024EvacuatedBucketsAtMost() {
    GoMap<FixedKey, Integer> map = growing(12);
    Hmap h = map;
    // From the top down, while the mark comes up from the bottom.
    for (int bucket = 4095; bucket > 2049; bucket--) {
      map.delete(FixedKey.at(bucket, 9999));
    }
    assertThat(h.nevacuate).isEqualTo(2048);

    map.delete(FixedKey.at(2049, 9999));
    assertThat(evacuated(h)).as("every old bucket is evacuated").doesNotContain("0");
    assertThat(h.nevacuate).isEqualTo(2049 + 1024);
    assertThat(h.growing()).isTrue();
    Invariants.check(h);

    map.delete(FixedKey.at(0, 9999));
    assertThat(h.nevacuate).isEqualTo(4096);
    assertThat(h.growing()).isFalse();
    Invariants.check(h);
  }

  @Test
  void tooManyOverflowBucketsStartAGrowthToTheSameSize() {
    GoMap<FixedKey, Integer> map = sparse();
    Hmap h = map;
    BucketArray before = Structure.buckets(h);
    assertThat((int) h.noverflow).isEqualTo(8);
    assertThat(h.growing()).isFalse();

    Structure.put(map, FixedKey.at(0, 5000));

    assertThat(h.sameSizeGrow()).isTrue();
    assertThat(h.oldbuckets).isSameAs(before);
    assertThat(Structure.buckets(h).b).isEqualTo(before.b);
    assertThat((int) h.noverflow).isZero();
    Invariants.check(h);

    finish(map);

    assertThat(h.sameSizeGrow()).isFalse();
    assertThat(Structure.chain(Structure.buckets(h), 0)).containsExactly(0);
    assertThat(map.keySet())
        .containsExactlyInAnyOrder(FixedKey.at(0, 48), FixedKey.at(1, 100), FixedKey.at(0, 5000));
    Invariants.check(h);
  }

  @Test
  void anUpdateOrADeletionStartsNoGrowthToTheSameSize() {
    GoMap<FixedKey, Integer> map = sparse();
    Hmap h = map;

    map.put(FixedKey.at(0, 48), 1);
    map.delete(FixedKey.at(1, 100));

    assertThat(h.growing()).isFalse();
    Invariants.check(h);
  }

  @Test
  void aClearedMapDoesNotGrowForTheOverflowBucketsItHad() {
    GoMap<FixedKey, Integer> map = sparse();
    Hmap h = map;

    map.clear();
    Structure.put(map, FixedKey.at(0, 5000));

    assertThat(h.growing()).isFalse();
    Invariants.check(h);
  }

  @Test
  void noGrowthStartsWhileOneIsUnderWay() {
    GoMap<FixedKey, Integer> map = growing(3);
    Hmap h = map;
    BucketArray old = Structure.old(h);
    BucketArray array = Structure.buckets(h);
    array.maxCount = 0;

    map.put(FixedKey.at(0, 6000), 0);

    assertThat(h.oldbuckets).isSameAs(old);
    assertThat(h.buckets).isSameAs(array);
  }

  @Test
  void evacuatingTwiceMovesNothingTwice() {
    GoMap<FixedKey, Integer> map = growing(3);
    Hmap h = map;

    map.delete(FixedKey.at(0, 9999));
    map.delete(FixedKey.at(0, 9999));

    assertThat(map).hasSize(53);
    Invariants.check(h);
  }

  @Test
  void aGrowthHandsOnTheIteratorBitOfTheArrayItReplaces() {
    GoMap<FixedKey, Integer> map = spread(52);
    Hmap h = map;
    finish(map);
    assertThat(map.range().next()).isTrue();
    assertThat(h.flags()).isEqualTo(Flags.ITERATOR | Flags.OLD_ITERATOR);

    Structure.put(map, FixedKey.at(0, 5000));
    assertThat(h.flags()).isEqualTo(Flags.OLD_ITERATOR);
    finish(map);
    for (int id = 5001; h.oldbuckets == null; id++) {
      Structure.put(map, FixedKey.at(id, id));
    }
    assertThat(h.flags()).as("an iterator of an older array needs no mark").isZero();
  }

  /** Entries id = hash, one in each bucket in turn. */
  static GoMap<FixedKey, Integer> spread(int count) {
    GoMap<FixedKey, Integer> map = new FixedKeys().map();
    for (int id = 0; id < count; id++) {
      Structure.put(map, FixedKey.at(id, id));
    }
    return map;
  }

  /**
   * A map that has just begun to grow from 2^b buckets, filled evenly. The old buckets 0, which the
   * entry went to that was one too many, and 1 are evacuated.
   */
  static GoMap<FixedKey, Integer> growing(int b) {
    int fits = 13 << (b - 1);
    GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(fits).build();
    for (int id = 0; id < fits; id++) {
      Structure.put(map, FixedKey.at(id, id));
    }
    Structure.put(map, FixedKey.at(0, 5000));
    return map;
  }

  /** Eight buckets with eight overflow buckets, and two entries left of all that filled them. */
  static GoMap<FixedKey, Integer> sparse() {
    GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(52).build();
    thinOut(map);
    return map;
  }

  /** Fills eight overflow buckets of buckets 0 and 1, and leaves one entry in each of the two. */
  static void thinOut(GoMap<FixedKey, Integer> map) {
    Structure.fill(map, 0, 0, 49);
    for (int id = 0; id < 48; id++) {
      map.delete(FixedKey.at(0, id));
    }
    Structure.fill(map, 1, 100, 17);
    for (int id = 101; id < 117; id++) {
      map.delete(FixedKey.at(1, id));
    }
  }

  /** For each old bucket whether it is evacuated; empty if the map is not growing. */
  private static String evacuated(Hmap h) {
    StringBuilder marks = new StringBuilder();
    BucketArray old = h.oldbuckets;
    for (int bucket = 0; old != null && bucket < old.size(); bucket++) {
      marks.append(old.evacuated(bucket) ? '1' : '0');
    }
    return marks.toString();
  }

  static void finish(GoMap<FixedKey, Integer> map) {
    Structure.finishGrowth(map);
  }
}
