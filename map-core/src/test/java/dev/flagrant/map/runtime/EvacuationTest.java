package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where the entries of an old bucket go, in which order, and what stays behind. */
class EvacuationTest {
  @Test
  void theNextBitOfTheHashDividesABucketAndTheOrderIsKept() {
    GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(52).build();
    Hmap h = map;
    for (int id = 0; id < 20; id++) {
      Structure.put(map, FixedKey.at(id % 3 == 0 ? 8 + 2 : 2, 10 + id, id));
    }
    Structure.fill(map, 7, 100, 32);
    assertThat(map.range().next()).as("so that the old bucket is kept").isTrue();
    BucketArray old = Structure.buckets(h);

    Structure.put(map, FixedKey.at(2, 40, 20));

    assertThat(ids(Structure.buckets(h), 2))
        .containsExactly(1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20);
    assertThat(ids(Structure.buckets(h), 10)).containsExactly(0, 3, 6, 9, 12, 15, 18);
    assertThat(Structure.chain(Structure.buckets(h), 2)).hasSize(2);
    assertThat(Structure.chain(Structure.buckets(h), 10)).hasSize(1);
    assertThat((int) h.noverflow).isEqualTo(1);
    assertThat(Structure.tops(Structure.buckets(h), 10).subList(0, 7))
        .as("tophash bytes move along")
        .containsExactly(10, 13, 16, 19, 22, 25, 28);
    assertThat(Structure.tops(old, 2))
        .as("marks: y, x, x, and so on; then empty")
        .containsExactly(3, 2, 2, 3, 2, 2, 3, 2, 2, 3, 2, 2, 3, 2, 2, 3, 2, 2, 3, 2, 4, 4, 4, 4);
    assertThat(map.get(FixedKey.at(10, 13, 3))).isEqualTo(3);
    Invariants.check(h);
  }

  @Test
  void emptyCellsAreNotMoved() {
    GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(52).build();
    Hmap h = map;
    Structure.fill(map, 2, 0, 20);
    for (int id = 0; id < 20; id += 2) {
      map.delete(FixedKey.at(2, id));
    }
    Structure.fill(map, 7, 100, 42);
    assertThat(h.growing()).isFalse();

    Structure.put(map, FixedKey.at(2, 50));

    assertThat(ids(Structure.buckets(h), 2)).containsExactly(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 50);
    assertThat(Structure.tops(Structure.buckets(h), 10)).containsOnly(0);
    Invariants.check(h);
  }

  /** However a full chain divides, the buckets reserved for it are enough and none is lost. */
  @Test
  void aLongChainFindsRoomHoweverItDivides() {
    for (int toY = 0; toY <= 40; toY++) {
      GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(52).build();
      Hmap h = map;
      for (int id = 0; id < 40; id++) {
        Structure.put(map, FixedKey.at(id < toY ? 8 : 0, id));
      }
      Structure.fill(map, 7, 100, 12);
      map.put(FixedKey.at(1, 500), 0);
      while (h.growing()) {
        map.delete(FixedKey.at(0, 999));
        Invariants.check(h);
      }
      assertThat(ids(Structure.buckets(h), 0)).hasSize(40 - toY);
      assertThat(ids(Structure.buckets(h), 8)).hasSize(toY);
      assertThat(Structure.chain(Structure.buckets(h), 0)).hasSize(Math.max(1, (47 - toY) / 8));
      assertThat(Structure.chain(Structure.buckets(h), 8)).hasSize(Math.max(1, (toY + 7) / 8));
    }
  }

  /** Nine to sixteen entries, of which none to all go to y: each way to divide two buckets. */
  @Test
  void aChainOfTwoBucketsKeepsItsOrderHoweverItDivides() {
    for (int entries = 9; entries <= 16; entries++) {
      for (int toY = 0; toY <= entries; toY++) {
        GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(52).build();
        Hmap h = map;
        List<Integer> inX = new ArrayList<>();
        List<Integer> inY = new ArrayList<>();
        for (int id = 0; id < entries; id++) {
          boolean useY = (id + 1) * toY / entries > id * toY / entries; // spread over the chain
          (useY ? inY : inX).add(id);
          Structure.put(map, FixedKey.at(useY ? 8 + 2 : 2, 20 + id, id));
        }
        Structure.fill(map, 7, 100, 52 - entries);
        BucketArray old = Structure.buckets(h);

        Structure.put(map, FixedKey.at(2, 60, 50));

        inX.add(50);
        assertThat(ids(Structure.buckets(h), 2)).isEqualTo(inX);
        assertThat(ids(Structure.buckets(h), 10)).isEqualTo(inY);
        assertThat(Structure.chain(Structure.buckets(h), 10)).hasSize(inY.size() > 8 ? 2 : 1);
        assertThat(Structure.tops(Structure.buckets(h), 10).subList(0, inY.size()))
            .isEqualTo(inY.stream().map(id -> 20 + id).toList());
        assertThat(Structure.tops(old, 2))
            .as("marks of the first bucket, which alone is still linked")
            .isEqualTo(
                Stream.iterate(0, id -> id + 1).limit(8).map(id -> markOf(id, inY)).toList());
        Invariants.check(h);
      }
    }
  }

  /** A NaN that were hashed twice would take one more random number than in Go. */
  @Test
  void eachKeyOfATypeWithNansIsHashedOnceHoweverItsChainDivides() {
    for (int toY = 0; toY <= 12; toY++) {
      FixedKeys keys = new FixedKeys().notReflexive();
      GoMap<FixedKey, Integer> map = keys.builder().hint(52).build();
      for (int id = 0; id < 12; id++) {
        Structure.put(map, FixedKey.at(id < toY ? 8 + 2 : 2, 20 + id, id));
      }
      Structure.fill(map, 7, 100, 40);
      Structure.put(map, FixedKey.at(0, 500));
      keys.hashes = 0;

      map.delete(FixedKey.at(2, 999));

      assertThat(Structure.old(map).evacuated(2)).isTrue();

      assertThat(keys.hashes).as("the key to delete, and twelve").isEqualTo(1 + 12);
      Invariants.check(map);
    }
  }

  @Test
  void aGrowthToTheSameSizeHashesNothingAndClosesTheGaps() {
    FixedKeys keys = new FixedKeys();
    GoMap<FixedKey, Integer> map = keys.builder().hint(52).build();
    Hmap h = map;
    Structure.fill(map, 0, 0, 49);
    for (int id = 0; id < 49; id++) {
      if (id % 10 != 0) {
        map.delete(FixedKey.at(0, id));
      }
    }
    Structure.fill(map, 1, 100, 17);
    BucketArray old = Structure.buckets(h);
    assertThat((int) h.noverflow).isEqualTo(8);
    assertThat(map.range().next()).isTrue();
    keys.hashes = 0;

    Structure.put(map, FixedKey.at(0, 50));

    assertThat(keys.hashes).as("the key that was put").isEqualTo(1);
    assertThat(h.sameSizeGrow()).isTrue();
    assertThat(ids(Structure.buckets(h), 0)).containsExactly(0, 10, 20, 30, 40, 50);
    assertThat(ids(Structure.buckets(h), 1)).hasSize(17).startsWith(100).endsWith(116);
    assertThat(Structure.tops(old, 0)).hasSize(56).containsOnly(2, 4).startsWith(2, 4, 4);
    Invariants.check(h);
  }

  /** The hash of a NaN cannot be had again, so an iteration decides by its tophash. */
  @Test
  void whileThereIsAnIteratorTheLowBitOfTheTophashSendsANan() {
    PrimitiveIterator.OfLong hashes =
        LongStream.iterate(1, i -> i + 1).map(i -> (i % 2 * 8) | ((100 + i) << 56)).iterator();
    FixedKeys keys = new FixedKeys().notReflexive();
    GoMap<FixedKey, Integer> map = keys.builder().hint(52).build();
    Hmap h = map;
    for (int id = 0; id < 6; id++) {
      Structure.put(map, FixedKey.nan(2, 20 + id * (id + 1) / 2, id));
    }
    Structure.fill(map, 7, 100, 46);
    Structure.put(map, FixedKey.at(0, 500));
    assertThat(h.growing()).isTrue();
    assertThat(map.range().next()).as("an iteration that began during the growth").isTrue();
    assertThat(h.hasIterator()).isTrue();

    keys.nanHashes = hashes::nextLong;
    map.delete(FixedKey.at(2, 999));

    // tophashes 20, 21, 23, 26, 30, 35: the even ones to x
    assertThat(ids(Structure.buckets(h), 2)).containsExactly(-1, -4, -5);
    assertThat(ids(Structure.buckets(h), 10)).containsExactly(-2, -3, -6);
    assertThat(Structure.tops(Structure.buckets(h), 2)).startsWith(101, 104, 105, 0);
    assertThat(Structure.tops(Structure.buckets(h), 10)).startsWith(102, 103, 106, 0);
    Invariants.check(h);
  }

  @Test
  void withoutAnIteratorANewHashSendsANanAndItsTophashStays() {
    PrimitiveIterator.OfLong hashes =
        LongStream.iterate(1, i -> i + 1).map(i -> (i % 2 * 8) | ((100 + i) << 56)).iterator();
    FixedKeys keys = new FixedKeys().notReflexive();
    GoMap<FixedKey, Integer> map = keys.builder().hint(52).build();
    Hmap h = map;
    for (int id = 0; id < 6; id++) {
      Structure.put(map, FixedKey.nan(2, 20 + id, id));
    }
    Structure.fill(map, 7, 100, 46);
    Structure.put(map, FixedKey.at(0, 500));

    keys.nanHashes = hashes::nextLong;
    map.delete(FixedKey.at(2, 999));

    assertThat(ids(Structure.buckets(h), 2)).containsExactly(-2, -4, -6);
    assertThat(ids(Structure.buckets(h), 10)).containsExactly(-1, -3, -5);
    assertThat(Structure.tops(Structure.buckets(h), 2)).startsWith(21, 23, 25, 0);
    Invariants.check(h);
  }

  @Test
  void otherKeysOfATypeWithNansGoByTheirHash() {
    GoMap<FixedKey, Integer> map = new FixedKeys().notReflexive().builder().hint(52).build();
    Hmap h = map;
    for (int id = 0; id < 8; id++) {
      Structure.put(map, FixedKey.at(id < 4 ? 2 : 10, 20 + id, id));
    }
    Structure.fill(map, 7, 100, 44);
    Structure.put(map, FixedKey.at(0, 500));
    GoMapIterator<FixedKey, Integer> it = map.range();
    assertThat(it.next()).isTrue();

    map.delete(FixedKey.at(2, 999));

    assertThat(ids(Structure.buckets(h), 2)).containsExactly(0, 1, 2, 3);
    assertThat(ids(Structure.buckets(h), 10)).containsExactly(4, 5, 6, 7);
    Invariants.check(h);
  }

  @Test
  void theSmallestTophashIsNoMark() {
    GoMap<FixedKey, Integer> map = new FixedKeys().map();
    for (int id = 0; id < 100; id++) {
      Structure.put(map, FixedKey.at(id, 0, id));
    }
    assertThat(map).hasSize(100);
    Invariants.check(map);
  }

  @Test
  void theNullKeyIsEvacuatedToo() {
    GoMap<FixedKey, Integer> map = new FixedKeys().map();
    Hmap h = map;
    map.put(Structure.orNull(null), -7);

    for (int id = 0; id < 300; id++) {
      Structure.put(map, FixedKey.at(id, id));
      assertThat(map.get(null)).isEqualTo(-7);
      Invariants.check(h);
    }
  }

  private static int markOf(int id, List<Integer> inY) {
    return inY.contains(id) ? TopHash.EVACUATED_Y : TopHash.EVACUATED_X;
  }

  private static List<Integer> ids(BucketArray array, int head) {
    List<Integer> ids = new ArrayList<>();
    for (Object key : Structure.keys(array, head)) {
      if (key instanceof FixedKey fixed) {
        ids.add(fixed.id());
      }
    }
    return ids;
  }

  /** As in Go, where the first destination to be full gets the first bucket. */
  @Test
  void overflowBucketsAreHandedOutInTheOrderOfTheEntries() {
    GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(104).build();
    for (int i = 0; i < Bmaps.BUCKET_CNT; i++) {
      Structure.put(map, FixedKey.at(3, i));
      Structure.put(map, FixedKey.at(3 + 16, 100 + i));
    }
    Structure.put(map, FixedKey.at(3 + 16, 108));
    Structure.put(map, FixedKey.at(3, 8));
    Structure.fill(map, 1, 200, 105 - 18);

    Structure.put(map, FixedKey.at(3, 8));

    BucketArray array = Structure.buckets(map);
    int overflowOfX = Structure.chain(array, 3).get(1);
    int overflowOfY = Structure.chain(array, 3 + 16).get(1);
    assertThat(overflowOfY).isLessThan(overflowOfX);
    Invariants.check(map);
  }
}
