package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import dev.flagrant.map.KeyTypes;
import dev.flagrant.map.TypeLayout;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A large array knows where its entries will go, for one growth or two, without their keys. */
class NewbitsTest {
  /** The least B with newbits. It has those of two growths, and the next one those of one. */
  private static final int TWO = Page.BITS + 1;

  private static final int ONE = TWO + 1;

  private static Newbits of(int b) {
    return Structure.newbits(BucketArray.make(MapType.OBJECTS, b));
  }

  @ParameterizedTest
  @CsvSource({"11, false", "12, false", "13, true", "14, true", "15, false", "16, true"})
  void theyAreKeptOfLargeArraysOnlyAndNotWhereTheNextGrowthHashes(int b, boolean kept) {
    assertThat(Newbits.make(MapType.OBJECTS, b) != null).isEqualTo(kept);
  }

  @Test
  void keysThatMayDifferFromThemselvesHaveNone() {
    MapType nans = new MapType(new FixedKeys().notReflexive(), TypeLayout.POINTER, Options.DEFAULT);

    assertThat(Newbits.make(nans, TWO)).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {TWO, ONE})
  void eachCellHasTheBitsThatItWasGivenLast(int b) {
    Random random = new Random(b);
    Newbits newbits = of(b);
    int known = (1 << (ONE + 1 - b)) - 1;
    int[][] model = new int[4][Bmaps.BUCKET_CNT];
    for (int i = 0; i < 2_000; i++) {
      int place = random.nextInt(model.length);
      int cell = random.nextInt(Bmaps.BUCKET_CNT);
      long hash = random.nextLong();
      newbits.set(place, cell, hash);
      model[place][cell] = (int) hash & known;

      for (int p = 0; p < model.length; p++) {
        long word = newbits.word(p);
        for (int c = 0; c < Bmaps.BUCKET_CNT; c++) {
          assertThat(TopHash.get(word, c)).isEqualTo(model[p][c] << 5);
          for (int other = 0; other <= known; other++) {
            assertThat(newbits.hold(p, c, other)).isEqualTo(other == model[p][c]);
          }
        }
      }
    }
  }

  @Test
  void aHashPutsItsNextThreeBitsIntoTheByteOfItsCellAndTheLowestOfThemDivides() {
    for (int cell = 0; cell < Bmaps.BUCKET_CNT; cell++) {
      long mask = 0x80L << (cell << 3);
      for (int hash = 0; hash < 16; hash++) {
        long word = Newbits.ofHash(mask, hash);

        assertThat(word).isEqualTo((long) (hash & 7) << 5 << (cell << 3));
        assertThat(Newbits.goToY(word, TopHash.filled(-1))).isEqualTo((hash & 1) == 0 ? 0 : mask);
        assertThat(Newbits.goToY(word, 0)).isZero();
      }
    }
  }

  @Test
  void entriesTakeAlongWhatIsLeftOfTheirBits() {
    Newbits two = of(TWO);
    long word = Newbits.ofHash(0x80L << 16, 0b011) | Newbits.ofHash(0x80L << 56, 0b100);

    two.take(5, 3, word, 0x80L << 16 | 0x80L << 56);

    assertThat(two.word(5)).isEqualTo(0b01L << 5 << 24 | 0b10L << 5 << 32);
    Newbits one = of(ONE);
    one.take(9, 0, two.word(5), 0x80L << 24 | 0x80L << 32);
    assertThat(one.word(9)).isEqualTo(0b1L << 5 << 8);
    one.take(10, 6, Newbits.undivided(one.word(9)), 0x80L << 8);
    assertThat(one.word(10)).isEqualTo(0b1L << 5 << 48);
    assertThat(Newbits.goToY(Newbits.undivided(one.word(9)), TopHash.filled(-1))).isZero();
  }

  /** The growth from 4,096 buckets hashes, the next two do not, then again. */
  @ParameterizedTest
  @CsvSource({"12, true", "13, false", "14, false", "15, true"})
  void oneGrowthInThreeHashesTheKeys(int b, boolean hashes) {
    GoMap<FixedKey, Integer> map = GrowTest.growing(b);
    FixedKeys keys = (FixedKeys) ((Hmap) map).t.key();
    assertThat(Structure.old(map).b).isEqualTo(b);
    keys.hashes = 0;
    int deletions = 0;
    while (((Hmap) map).growing()) {
      map.delete(FixedKey.at(deletions++, 1_000_000));
    }

    int entries = (13 << (b - 1)) - 7 - 7; // but those of the two buckets that went at the start
    assertThat(keys.hashes).isEqualTo(deletions + (hashes ? entries : 0));
    Invariants.check(map);
  }

  /** From 4,096 buckets to 65,536, with entries that come and go, and an iteration now and then. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whateverBecomesOfTheEntriesTheyGoWhereTheirHashesSay(long seed) {
    Random random = new Random(seed);
    GoMap<Long, Integer> map =
        GoMap.<Long>builder(KeyTypes.objects()).random(random::nextLong).build();
    Map<Long, Integer> model = new HashMap<>();
    int checkAt = 20_000;
    while (Structure.bucketsOrNone(map) < 1 << 16) {
      long key = random.nextInt(1_000_000);
      if (random.nextInt(5) == 0) {
        assertThat(map.remove(key)).isEqualTo(model.remove(key));
      } else {
        assertThat(map.put(key, map.len())).isEqualTo(model.put(key, model.size()));
      }
      if (random.nextInt(50_000) == 0) {
        assertThat(map.range().next()).as("growths are for an iteration now").isTrue();
      }
      if (map.len() > checkAt) {
        Invariants.check(map);
        checkAt = checkAt * 5 / 4;
      }
    }

    assertThat(map).isEqualTo(model);
    Invariants.check(map);
  }

  /** Chains of three and more, which are not moved in registers. */
  @ParameterizedTest
  @ValueSource(ints = {TWO, ONE})
  void theEntriesOfALongChainKeepTheirs(int b) {
    GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(13 << (b - 1)).build();
    Random random = new Random(b);
    int id = 0;
    while (!((Hmap) map).growing()) {
      Structure.put(map, FixedKey.at(random.nextInt(1 << 20) & ~(15 << 3), id++));
    }
    Invariants.check(map);
    assertThat(Structure.old(map).chainLength(1)).isGreaterThan(2);

    while (Structure.bucketsOrNone(map) < 1 << (ONE + 2)) {
      Structure.put(map, FixedKey.at(random.nextInt(1 << 20) & ~(15 << 3), id++));
    }
    Structure.finishGrowth(map);
    Invariants.check(map);
  }

  @Test
  void aGrowthToTheSameSizeHashesNothingAndLosesNone() {
    FixedKeys keys = new FixedKeys();
    GoMap<FixedKey, Integer> map = keys.builder().hint(13 << Page.BITS).build();
    Hmap h = map;
    // All but the first and the last of nine are deleted, so that each bucket stays chained.
    for (int bucket = 0; !h.growing(); bucket++) {
      for (int key = 0; key < 9; key++) {
        map.put(spread(bucket, key), key);
      }
      for (int key = 1; key < 8; key++) {
        map.delete(spread(bucket, key));
      }
    }
    assertThat(h.sameSizeGrow()).isTrue();
    int entries = map.len();
    keys.hashes = 0;
    int deletions = 0;
    while (h.growing()) {
      map.delete(FixedKey.at(deletions++, 1_000_000));
    }

    assertThat(keys.hashes).isEqualTo(deletions);
    assertThat(map.len()).isEqualTo(entries);
    assertThat(Structure.buckets(h).b).isEqualTo(TWO);
    assertThat(Structure.buckets(h).overflowBuckets()).as("of the bucket filled last").isOne();
    Invariants.check(h);
  }

  private static FixedKey spread(int bucket, int key) {
    return FixedKey.at(bucket | (long) (bucket * 31 + key) % 8 << TWO, bucket * 9 + key);
  }

  @Test
  void aClearedMapFillsItsArrayAgain() {
    GoMap<FixedKey, Integer> map = GrowTest.growing(TWO);
    Structure.finishGrowth(map);
    map.clear();
    for (int id = 0; id < 40_000; id++) {
      Structure.put(map, FixedKey.at(3L * id, id));
    }
    GoMapIterator<FixedKey, Integer> it = map.range();

    assertThat(it.next()).isTrue();
    assertThat(Structure.buckets(map).b).isEqualTo(ONE);
    Invariants.check(map);
  }
}
