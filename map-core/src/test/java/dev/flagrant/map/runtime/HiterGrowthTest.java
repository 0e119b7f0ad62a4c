package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Iterations over a map that grows, or that is cleared, before they end. */
class HiterGrowthTest {
  private final AtomicLong draw = new AtomicLong();

  @Test
  void anIterationThatBeganBeforeAGrowthKeepsTheOrderOfTheOldArray() {
    GoMap<FixedKey, Integer> map = full(3);
    GoMapIterator<FixedKey, Integer> it = map.range();
    assertThat(it.next()).isTrue();
    List<Integer> before = Structure.ids(full(3).range());

    Structure.put(map, FixedKey.at(0, 900));
    assertThat(((Hmap) map).growing()).isTrue();
    List<Integer> during = new ArrayList<>(List.of(it.key().id()));
    for (int step = 0; step < 20; step++) {
      assertThat(it.next()).isTrue();
      during.add(it.key().id());
      map.delete(FixedKey.at(step, 999)); // evacuates behind and before the iteration
    }
    during.addAll(Structure.ids(it));

    assertThat(during).isEqualTo(before);
    Invariants.check(map);
  }

  @Test
  void whatIsEvacuatedIsLookedUpInTheMapAsItIsNow() {
    GoMap<FixedKey, Integer> map = full(3);
    GoMapIterator<FixedKey, Integer> it = map.range();
    assertThat(it.next()).isTrue();
    assertThat(it.key().id()).isZero();
    Structure.put(map, FixedKey.at(0, 900));
    Structure.finishGrowth(map);

    map.put(FixedKey.at(8, 8), -8); // updated
    map.delete(FixedKey.at(16, 16)); // removed
    map.delete(FixedKey.at(24, 24)); // removed and put in again
    map.put(FixedKey.at(24, 24), -24);

    List<Integer> elems = new ArrayList<>();
    while (it.next()) {
      elems.add(it.elem());
    }
    assertThat(elems).startsWith(-8, -24, 32).hasSize(50);
    Invariants.check(map);
  }

  @Test
  void anUpdatedKeyIsShownAsItIsStoredNow() {
    GoMap<FixedKey, Integer> map =
        new FixedKeys().withKeyUpdate().builder().random(draw::get).hint(13).build();
    FixedKey original = Structure.put(map, FixedKey.at(0, 0));
    for (int id = 1; id < 13; id++) {
      Structure.put(map, FixedKey.at(id, id));
    }
    GoMapIterator<FixedKey, Integer> it = map.range();
    draw.set(1);
    assertThat(it.next()).isTrue();
    Structure.put(map, FixedKey.at(0, 900));
    Structure.finishGrowth(map);
    FixedKey update = FixedKey.at(0, 0);
    map.put(update, 5);

    boolean shown = false;
    while (it.next()) {
      if (it.key().equals(original)) {
        assertThat(it.key()).isSameAs(update);
        shown = true;
      }
    }
    assertThat(shown).isTrue();
    Invariants.check(map);
  }

  /** The entries of an old bucket that is not evacuated belong to two new buckets. */
  @Test
  void anIterationThatBeginsDuringAGrowthShowsTheNewBucketsFilledOrNot() {
    for (int start = 0; start < 16; start++) {
      GoMap<FixedKey, Integer> map = full(3);
      Structure.put(map, FixedKey.at(0, 900));
      Hmap h = map;
      assertThat(Structure.old(h).evacuated(2)).isFalse();
      draw.set(start);

      List<Integer> expected = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        int bucket = (start + i) % 16;
        IntStream.range(0, 52).filter(id -> id % 16 == bucket).forEach(expected::add);
        if (bucket == 0) {
          expected.add(900);
        }
      }
      assertThat(Structure.ids(map.range())).isEqualTo(expected);
      Invariants.check(h);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 9, 17, 33})
  void anIterationThatBeginsDuringAGrowthShowsAllWhenTheGrowthGoesOn(int stepsBetween) {
    for (int start = 0; start < 128; start++) {
      GoMap<FixedKey, Integer> map = full(3);
      Structure.put(map, FixedKey.at(0, 900));
      draw.set(start);
      GoMapIterator<FixedKey, Integer> it = map.range();
      List<Integer> shown = new ArrayList<>();
      for (int step = 0; it.next(); step++) {
        shown.add(it.key().id());
        if (step >= stepsBetween) {
          map.delete(FixedKey.at(7 - step, 999));
        }
      }
      assertThat(shown).hasSize(53).doesNotHaveDuplicates();
      Invariants.check(map);
    }
  }

  @Test
  void nansAreShownOnceWhateverTheirNewHashesAre() {
    for (int start = 0; start < 64; start++) {
      FixedKeys keys = new FixedKeys().notReflexive();
      AtomicLong hash = new AtomicLong(start * 31L);
      keys.nanHashes = () -> hash.addAndGet(0x0737_0000_0000_0005L);
      GoMap<FixedKey, Integer> map = keys.builder().random(draw::get).hint(52).build();
      for (int id = 0; id < 53; id++) {
        Structure.put(map, FixedKey.nan(id, id, id));
      }
      Hmap h = map;
      assertThat(h.growing()).isTrue();
      draw.set(start);
      GoMapIterator<FixedKey, Integer> it = map.range();
      List<Integer> shown = new ArrayList<>();
      for (int step = 0; it.next(); step++) {
        shown.add(it.key().id());
        assertThat(it.elem()).isEqualTo(it.key().id());
        if (step % 5 == start % 5) {
          map.delete(FixedKey.at(step, 999));
          Invariants.check(h);
        }
      }
      assertThat(shown).hasSize(53).doesNotHaveDuplicates();
    }
  }

  /**
   * The step before left the iteration in the middle of an old bucket, whose entries divide over
   * two new buckets. What they are divided by must not change with the growth that is under way
   * now.
   */
  @Test
  void anIterationInAnOldBucketShowsNothingTwiceWhenAGrowthToTheSameSizeFollows() {
    GoMap<FixedKey, Integer> map = full(2);
    Hmap h = map;
    Structure.put(map, FixedKey.at(0, 900)); // grows to 2^3; 0 and 1 are evacuated, 2 and 3 are not
    draw.set(2);
    GoMapIterator<FixedKey, Integer> it = map.range();
    assertThat(it.next()).isTrue();
    List<Integer> shown = new ArrayList<>(List.of(it.key().id()));
    assertThat(it.key()).isEqualTo(FixedKey.at(2, 2));
    Structure.finishGrowth(map);
    sameSizeGrowth(map, 1000);
    assertThat(h.sameSizeGrow()).isTrue();

    shown.addAll(Structure.ids(it));

    assertThat(shown).doesNotHaveDuplicates().contains(2, 6, 10, 14, 18, 22);
    Invariants.check(h);
  }

  @Test
  void anIterationInAnOldBucketLosesNoNanWhenItsGrowthToTheSameSizeEnds() {
    GoMap<FixedKey, Integer> map =
        new FixedKeys().notReflexive().builder().random(draw::get).hint(52).build();
    Hmap h = map;
    for (int id = 0; id < 6; id++) {
      Structure.put(map, FixedKey.nan(6, 20 + id, id));
    }
    sameSizeGrowth(map, 1000);
    assertThat(h.sameSizeGrow()).isTrue();
    assertThat(Structure.old(h).evacuated(6)).isFalse();
    draw.set(6);
    GoMapIterator<FixedKey, Integer> it = map.range();
    assertThat(it.next()).isTrue();
    assertThat(it.key().id()).isEqualTo(-1);

    Structure.finishGrowth(map);

    assertThat(Structure.ids(it)).contains(-2, -3, -4, -5, -6).doesNotHaveDuplicates();
    Invariants.check(h);
  }

  @Test
  void twoGrowthsToTheSameSizeLoseNothing() {
    for (int start = 0; start < 8; start++) {
      GoMap<FixedKey, Integer> map = new FixedKeys().builder().random(draw::get).hint(52).build();
      Hmap h = map;
      for (int id = 0; id < 16; id++) {
        Structure.put(map, FixedKey.at(id % 8, id));
      }
      draw.set(start);
      GoMapIterator<FixedKey, Integer> it = map.range();
      assertThat(it.next()).isTrue();
      List<Integer> shown = new ArrayList<>(List.of(it.key().id()));

      sameSizeGrowth(map, 1000);
      Structure.finishGrowth(map);
      sameSizeGrowth(map, 2000);
      assertThat(h.sameSizeGrow()).isTrue();

      for (int step = 0; it.next(); step++) {
        shown.add(it.key().id());
        map.delete(FixedKey.at(step, 999));
      }
      assertThat(shown)
          .doesNotHaveDuplicates()
          .containsAll(IntStream.range(0, 16).boxed().toList());
      Invariants.check(h);
    }
  }

  // ---- Cleared meanwhile ----

  @Test
  void aClearBeforeAnIterationDoesNotEndItWhenTheMapGrows() {
    GoMap<FixedKey, Integer> map = full(3);
    map.clear();
    for (int id = 0; id < 52; id++) {
      Structure.put(map, FixedKey.at(id, id));
    }
    GoMapIterator<FixedKey, Integer> it = map.range();
    assertThat(it.next()).isTrue();

    Structure.put(map, FixedKey.at(0, 900));

    assertThat(Structure.ids(it)).hasSize(51);
    Invariants.check(map);
  }

  @Test
  void nothingIsShownOfAMapThatWasEmptiedEntryByEntryAfterAGrowth() {
    GoMap<FixedKey, Integer> map = full(3);
    GoMapIterator<FixedKey, Integer> it = map.range();
    assertThat(it.next()).isTrue();
    Structure.put(map, FixedKey.at(0, 900));
    Structure.finishGrowth(map);

    for (int id = 0; id < 52; id++) {
      map.delete(FixedKey.at(id, id));
    }
    map.delete(FixedKey.at(0, 900));

    assertThat(map).isEmpty();
    assertThat(it.next()).isFalse();
    Invariants.check(map);
  }

  @Test
  void nothingIsShownAfterAClear() {
    GoMap<FixedKey, Integer> map = full(3);
    GoMapIterator<FixedKey, Integer> it = map.range();
    assertThat(it.next()).isTrue();

    map.clear();

    assertThat(it.next()).isFalse();
    Invariants.check(map);
  }

  @Test
  void nothingIsShownAfterAClearDuringAGrowth() {
    for (boolean before : new boolean[] {true, false}) {
      GoMap<FixedKey, Integer> map = full(3);
      GoMapIterator<FixedKey, Integer> it = map.range();
      if (before) {
        assertThat(it.next()).isTrue();
      }
      Structure.put(map, FixedKey.at(0, 900));
      draw.set(5);
      assertThat(it.next()).isTrue();

      map.clear();

      assertThat(it.next()).as("%s", before).isFalse();
      Invariants.check(map);
    }
  }

  @Test
  void anIterationOverAnArrayThatWasReplacedAndThenClearedEnds() {
    GoMap<FixedKey, Integer> map = full(3);
    GoMapIterator<FixedKey, Integer> it = map.range();
    assertThat(it.next()).isTrue();
    Structure.put(map, FixedKey.at(0, 900));
    Structure.finishGrowth(map);

    map.clear();
    Structure.fill(map, 3, 0, 6);

    assertThat(it.next()).isFalse();
    Invariants.check(map);
  }

  @Test
  void anIterationGoesOnWithWhatIsPutIntoTheClearedArray() {
    GoMap<FixedKey, Integer> map = full(3);
    GoMapIterator<FixedKey, Integer> it = map.range();
    assertThat(it.next()).isTrue();

    map.clear();
    Structure.fill(map, 3, 100, 6);

    assertThat(Structure.ids(it)).containsExactly(100, 101, 102, 103, 104, 105);
    Invariants.check(map);
  }

  /** The overflow bucket it stands in has become that of a chain still ahead. */
  @Test
  void anIterationInAnOverflowBucketShowsNothingTwiceAfterAClear() {
    GoMap<FixedKey, Integer> map = new FixedKeys().builder().random(draw::get).hint(52).build();
    Structure.fill(map, 2, 0, 12);
    draw.set(2);
    GoMapIterator<FixedKey, Integer> it = map.range();
    for (int id = 0; id < 9; id++) {
      assertThat(it.next()).isTrue();
      assertThat(it.key().id()).isEqualTo(id);
    }

    map.clear();
    Structure.fill(map, 5, 100, 12);

    assertThat(Structure.ids(it))
        .containsExactlyElementsOf(IntStream.range(100, 112).boxed().toList());
    Invariants.check(map);
  }

  @Test
  void anIterationInAnOldBucketShowsNothingOfItAfterAClear() {
    GoMap<FixedKey, Integer> map = full(3);
    Structure.put(map, FixedKey.at(0, 900));
    draw.set(3);
    GoMapIterator<FixedKey, Integer> it = map.range();
    assertThat(it.next()).isTrue();
    assertThat(it.key().id()).isEqualTo(3);

    map.clear();
    Structure.fill(map, 4, 100, 2);

    assertThat(Structure.ids(it)).containsExactly(100, 101);
    Invariants.check(map);
  }

  /** 2^b buckets as full as they may be, evenly; the random numbers are the field's. */
  private GoMap<FixedKey, Integer> full(int b) {
    int fits = 13 << (b - 1);
    GoMap<FixedKey, Integer> map = new FixedKeys().builder().random(draw::get).hint(fits).build();
    for (int id = 0; id < fits; id++) {
      Structure.put(map, FixedKey.at(id, id));
    }
    return map;
  }

  /** Fills and drains one bucket after the other until that starts a growth to the same size. */
  private static void sameSizeGrowth(GoMap<FixedKey, Integer> map, int firstId) {
    Hmap h = map;
    int size = Structure.buckets(h).size();
    int id = firstId;
    for (long bucket = 0; !h.growing(); bucket++) {
      int from = id;
      while (!h.growing() && id < from + 17) {
        Structure.put(map, FixedKey.at(bucket % size, id++));
      }
      for (int gone = from; gone < id && !h.growing(); gone++) {
        map.delete(FixedKey.at(bucket % size, gone));
      }
    }
  }
}
