package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.KeyTypes;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Removal: the marks it leaves in the cells, the seed, and what clear keeps. */
class DeleteTest {
  private static final int T = 0x40;

  private final GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(52).build();
  private final Hmap h = map;

  @Test
  void anEntryIsRemovedWithItsKeyAndElem() {
    Structure.fill(map, 2, 0, 3);

    assertThat(map.remove(FixedKey.at(2, 1))).isEqualTo(1);

    assertThat(map.containsKey(FixedKey.at(2, 1))).isFalse();
    assertThat(map).hasSize(2);
    assertThat(Structure.keys(Structure.buckets(h), 2).get(1)).isNull();
    assertThat(Structure.buckets(h).elem(2, 1)).isNull();
    assertThat(map.remove(FixedKey.at(2, 1))).isNull();
    assertThat(map).hasSize(2);
    Invariants.check(h);
  }

  @Test
  void aCellBeforeAnEntryBecomesEmptyOne() {
    Structure.fill(map, 2, 0, 5);

    delete(0, 3);

    assertThat(tops()).containsExactly(1, T, T, 1, T, 0, 0, 0);
    Invariants.check(h);
  }

  @Test
  void theLastEntryTakesTheEmptyCellsBeforeItAlong() {
    Structure.fill(map, 2, 0, 5);

    delete(2, 3);
    assertThat(tops()).containsExactly(T, T, 1, 1, T, 0, 0, 0);
    delete(4);
    assertThat(tops()).containsExactly(T, T, 0, 0, 0, 0, 0, 0);
    Invariants.check(h);
  }

  @Test
  void theLastCellOfABucketWithoutAnOverflowBucketIsLast() {
    Structure.fill(map, 2, 0, 8);

    delete(7);

    assertThat(tops()).containsExactly(T, T, T, T, T, T, T, 0);
    Invariants.check(h);
  }

  @Test
  void theLastCellBeforeAFilledOverflowBucketIsNotLast() {
    Structure.fill(map, 2, 0, 9);

    delete(7);

    assertThat(tops().subList(0, 10)).containsExactly(T, T, T, T, T, T, T, 1, T, 0);
    Invariants.check(h);
  }

  @Test
  void theLastCellBeforeAnEmptyOverflowBucketIsLast() {
    Structure.fill(map, 2, 0, 9);
    delete(8);
    assertThat(tops().subList(0, 10)).containsExactly(T, T, T, T, T, T, T, T, 0, 0);

    delete(7);

    assertThat(tops().subList(0, 10)).containsExactly(T, T, T, T, T, T, T, 0, 0, 0);
    Invariants.check(h);
  }

  @Test
  void emptyRestGoesBackOverOverflowBuckets() {
    Structure.fill(map, 2, 0, 25);
    for (int id = 3; id < 24; id++) {
      delete(id);
      Invariants.check(h);
    }
    assertThat(tops().subList(0, 4)).containsExactly(T, T, T, 1);
    assertThat(tops().subList(4, 24)).containsOnly(1);

    delete(24);

    assertThat(tops().subList(0, 4)).containsExactly(T, T, T, 0);
    assertThat(tops().subList(3, 32)).containsOnly(0);
    assertThat(Structure.chain(Structure.buckets(h), 2)).as("the chain stays").hasSize(4);
    Invariants.check(h);
  }

  @Test
  void emptyRestGoesBackAsFarAsTheNearestEntryAndNotBeyond() {
    Structure.fill(map, 2, 0, 25);
    delete(4, 5);
    for (int id = 9; id < 24; id++) {
      delete(id);
    }

    delete(24);

    assertThat(tops().subList(0, 9)).containsExactly(T, T, T, T, 1, 1, T, T, T);
    assertThat(tops().subList(9, 32)).containsOnly(0);
    Invariants.check(h);
  }

  @Test
  void anEmptyHeadIsPassedOverWhereAnEntryIsBehindIt() {
    Structure.fill(map, 2, 0, 25);
    for (int id = 0; id < 8; id++) {
      delete(id);
    }
    for (int id = 16; id < 24; id++) {
      delete(id);
    }

    delete(24);

    assertThat(tops().subList(0, 8)).containsOnly(1);
    assertThat(tops().subList(8, 16)).containsOnly(T);
    assertThat(tops().subList(16, 32)).containsOnly(0);
    Invariants.check(h);
  }

  @Test
  void emptyRestStopsAtTheHeadOfTheChain() {
    Structure.fill(map, 1, 100, 8);
    Structure.fill(map, 2, 0, 17);
    for (int id = 0; id < 16; id++) {
      delete(id);
    }
    map.delete(FixedKey.at(1, 107));
    map.delete(FixedKey.at(1, 106));
    long before = Structure.buckets(h).tops(1);

    delete(16);

    assertThat(tops()).hasSize(24).containsOnly(0);
    assertThat(Structure.buckets(h).tops(1)).as("the bucket before").isEqualTo(before);
    Invariants.check(h);
  }

  /** The chains' overflow buckets alternate, so that a chain's predecessor is not its neighbour. */
  @Test
  void theWayBackFollowsTheChainAndNotTheNumbers() {
    for (int id = 0; id < 17; id++) {
      Structure.put(map, FixedKey.at(2, id));
      Structure.put(map, FixedKey.at(5, 100 + id));
    }
    assertThat(Structure.chain(Structure.buckets(h), 2)).containsExactly(2, 8, 10);
    for (int id = 7; id < 16; id++) {
      delete(id);
    }

    delete(16);

    assertThat(tops().subList(0, 8)).containsExactly(T, T, T, T, T, T, T, 0);
    assertThat(tops().subList(7, 24)).containsOnly(0);
    assertThat(Structure.tops(Structure.buckets(h), 5).subList(0, 17)).containsOnly(T);
    Invariants.check(h);
  }

  /** No bucket links to number 0, but a chain may begin there. */
  @Test
  void emptyRestGoesBackInTheChainOfBucketZero() {
    Structure.fill(map, 0, 0, 17);
    for (int id = 5; id < 17; id++) {
      map.delete(FixedKey.at(0, id));
      Invariants.check(h);
    }

    assertThat(Structure.tops(Structure.buckets(h), 0).subList(5, 24)).containsOnly(0);
    assertThat(map).hasSize(5);
  }

  @Test
  void everyOrderOfRemovalKeepsTheMarks() {
    for (int step = 1; step < 19; step++) {
      GoMap<FixedKey, Integer> chain = new FixedKeys().builder().hint(52).build();
      Structure.fill(chain, 2, 0, 19);
      for (int i = 0; i < 19; i++) {
        chain.delete(FixedKey.at(2, i * step % 19));
        Invariants.check(chain);
        for (int id = 0; id < 19; id++) {
          boolean removed = false;
          for (int j = 0; j <= i; j++) {
            removed = removed || j * step % 19 == id;
          }
          assertThat(chain.containsKey(FixedKey.at(2, id))).isEqualTo(!removed);
        }
      }
      assertThat(chain).isEmpty();
      assertThat(Structure.tops(Structure.buckets(chain), 2)).hasSize(24).containsOnly(0);
    }
  }

  @Test
  void theSearchLooksAtKeysAndNotAtTophashBytesAlone() {
    Structure.fill(map, 2, 0, 3);

    assertThat(map.remove(FixedKey.at(2, 77))).isNull();
    assertThat(map.remove(FixedKey.at(2, 0x41, 1))).isNull();

    assertThat(map).hasSize(3);
    assertThat(tops()).containsExactly(T, T, T, 0, 0, 0, 0, 0);
  }

  @Test
  void anEmptyMapGetsANewSeed() {
    AtomicInteger draws = new AtomicInteger(10);
    GoMap<Integer, Integer> drawing =
        GoMap.builder(KeyTypes.integers()).random(draws::getAndIncrement).build();
    Hmap header = drawing;
    drawing.put(1, 1);
    drawing.put(2, 2);
    assertThat(header.hash0).isEqualTo(10);

    drawing.remove(1);
    assertThat(header.hash0).isEqualTo(10);
    drawing.remove(3);
    assertThat(header.hash0).isEqualTo(10);
    drawing.remove(2);
    assertThat(header.hash0).isEqualTo(11);

    drawing.put(1, 3);
    assertThat(drawing).containsOnlyKeys(1);
    drawing.clear();
    assertThat(header.hash0).isGreaterThan(11);
    Invariants.check(header);
  }

  @Test
  void removingTheLastEntryDuringAGrowthLeavesAMapThatWorks() {
    GoMap<Integer, Integer> map = GoMap.builder(KeyTypes.integers()).seed(3).hint(52).build();
    Hmap header = map;
    for (int key = 0; key < 53; key++) {
      map.put(key, key);
    }
    assertThat(header.growing()).isTrue();
    // Straight from the cells, so that the growth is still under way: nothing else is written.
    for (int key = 0; key < 53 && header.growing(); key++) {
      map.remove(key);
      Invariants.check(header);
    }
    for (int key = 0; key < 53; key++) {
      map.remove(key);
      map.put(key + 1000, key);
      map.remove(key + 1000);
      Invariants.check(header);
    }
    assertThat(map).isEmpty();
  }

  @Test
  void clearKeepsTheArrayAndEmptiesIt() {
    Structure.fill(map, 2, 0, 30);
    Structure.fill(map, 3, 100, 10);
    BucketArray array = Structure.buckets(h);

    map.clear();

    assertThat(h.buckets).isSameAs(array);
    assertThat(h.count).isZero();
    assertThat((int) h.noverflow).isZero();
    assertThat(h.flags()).isZero();
    assertThat(array.overflowBuckets()).isZero();
    assertThat(array.cells).containsOnlyNulls();
    Invariants.check(h);
    Structure.fill(map, 2, 0, 30);
    assertThat(Structure.chain(array, 2)).containsExactly(2, 8, 9, 10);
    Invariants.check(h);
  }

  @Test
  void clearEndsAGrowth() {
    for (int b : List.of(1, 3, 5)) {
      GoMap<FixedKey, Integer> growing = b == 1 ? GrowTest.sparse() : GrowTest.growing(b);
      Hmap header = growing;
      if (b == 1) {
        Structure.put(growing, FixedKey.at(7, 3, 9000));
        assertThat(header.sameSizeGrow()).isTrue();
      }
      assertThat(header.growing()).isTrue();
      BucketArray array = Structure.buckets(header);

      growing.clear();

      assertThat(header.growing()).isFalse();
      assertThat(header.sameSizeGrow()).isFalse();
      assertThat(header.nevacuate).isZero();
      assertThat(header.buckets).isSameAs(array);
      assertThat(growing).isEmpty();
      Invariants.check(header);
      Structure.fill(growing, 3, 0, 20);
      assertThat(growing).hasSize(20);
      Invariants.check(header);
    }
  }

  @Test
  void clearRemovesWhatNoKeyFinds() {
    GoMap<Double, Integer> floats = GoMap.make(KeyTypes.float64());
    for (int i = 0; i < 20; i++) {
      floats.put(Double.NaN, i);
    }
    floats.remove(Double.NaN);
    assertThat(floats).hasSize(20);

    floats.clear();

    assertThat(floats).isEmpty();
    assertThat(floats.range().next()).isFalse();
    Invariants.check(floats);
  }

  @Test
  void clearingAnEmptyMapTouchesNothing() {
    AtomicInteger draws = new AtomicInteger();
    GoMap<FixedKey, Integer> empty =
        new FixedKeys().builder().random(draws::incrementAndGet).hint(9).build();
    Hmap header = empty;

    empty.clear();

    assertThat(draws).hasValue(1);
    assertThat(Structure.buckets(header).clears()).isZero();
  }

  @Test
  void aRemovalAnswersWithTheElemThatWasThere() {
    Structure.fill(map, 2, 0, 2);
    map.put(FixedKey.at(2, 5), Structure.orNull(null));

    assertThat(Delete.mapdelete(h, FixedKey.at(2, 1))).isEqualTo(1);
    assertThat(Delete.mapdelete(h, FixedKey.at(2, 5))).isNull();
    assertThat(Delete.mapdelete(h, FixedKey.at(2, 1))).isSameAs(Access.ZERO_VAL);
    assertThat(Delete.mapdelete(h, FixedKey.at(2, 0))).isEqualTo(0);
    assertThat(Delete.mapdelete(h, FixedKey.at(2, 0))).isSameAs(Access.ZERO_VAL);
    Invariants.check(h);
  }

  private void delete(int... ids) {
    for (int id : ids) {
      assertThat(map.remove(FixedKey.at(2, id))).isEqualTo(id);
    }
  }

  private List<Integer> tops() {
    return Structure.tops(Structure.buckets(h), 2);
  }
}
