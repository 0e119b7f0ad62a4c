package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of an iteration over a map that is not written to meanwhile. */
class HiterTest {
  private final AtomicLong draw = new AtomicLong();
  private final FixedKeys keys = new FixedKeys();
  private final GoMap<FixedKey, Integer> map = keys.builder().random(draw::get).hint(26).build();

  @AfterEach
  void theMapIsSound() {
    Invariants.check(map);
  }

  /** Four buckets: the two low bits of a draw are the bucket, the next three the cell. */
  @ParameterizedTest
  @CsvSource({"0, 0, 0", "1, 1, 0", "3, 3, 0", "4, 0, 1", "30, 2, 7", "31, 3, 7", "32, 0, 0"})
  void aDrawDecidesWhereAnIterationBeginsAndWithWhichCell(long drawn, int start, int offset) {
    for (int id = 0; id < 26; id++) {
      Structure.put(map, FixedKey.at(id % 4, id));
    }
    draw.set(drawn);

    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 8; j++) {
        int id = (j + offset) % 8 * 4 + (i + start) % 4;
        if (id < 26) {
          expected.add(id);
        }
      }
    }
    assertThat(Structure.ids(map.range())).isEqualTo(expected);
  }

  @Test
  void theLow32BitsOfADrawCountAndTheSignDoesNotHurt() {
    for (int id = 0; id < 26; id++) {
      Structure.put(map, FixedKey.at(id % 4, id));
    }
    draw.set(0xFFFF_FFFF_0000_0006L);
    List<Integer> six = Structure.ids(map.range());
    draw.set(6);
    assertThat(Structure.ids(map.range())).isEqualTo(six);
    draw.set(-1);
    assertThat(Structure.ids(map.range())).startsWith(3, 7, 11).doesNotHaveDuplicates().hasSize(26);
  }

  @Test
  void aChainIsShownBucketByBucketEachFromTheSameCell() {
    Structure.fill(map, 2, 0, 20);
    Structure.fill(map, 3, 100, 2);
    draw.set(3 << 2 | 2);

    assertThat(Structure.ids(map.range()))
        .containsExactly(
            3, 4, 5, 6, 7, 0, 1, 2, 11, 12, 13, 14, 15, 8, 9, 10, 19, 16, 17, 18, 100, 101);
  }

  @Test
  void emptyCellsAreSkipped() {
    Structure.fill(map, 1, 0, 20);
    for (int id = 0; id < 20; id++) {
      if (id % 7 != 3) {
        map.delete(FixedKey.at(1, id));
      }
    }

    assertThat(Structure.ids(map.range())).containsExactly(3, 10, 17);
  }

  @Test
  void everyIterationDrawsAnew() {
    for (int id = 0; id < 26; id++) {
      Structure.put(map, FixedKey.at(id % 4, id));
    }
    Set<List<Integer>> orders = new HashSet<>();
    GoMapIterator<FixedKey, Integer> it = map.range();
    for (int i = 0; i < 32; i++) {
      draw.set(i);
      it.reset();
      orders.add(Structure.ids(it));
    }
    // Four buckets times eight cells; no bucket has more than seven entries, so that the last cell
    // begins as the first one does.
    assertThat(orders).hasSize(28);
  }

  @Test
  void anIteratorThatIsResetHalfWayShowsEverything() {
    Structure.fill(map, 1, 0, 20);
    GoMapIterator<FixedKey, Integer> it = map.range();
    for (int step = 0; step < 13; step++) {
      assertThat(it.next()).isTrue();
    }

    it.reset();

    assertThat(Structure.ids(it)).hasSize(20).doesNotHaveDuplicates();
    map.clear();
    it.reset();
    assertThat(it.next()).isFalse();
  }

  @Test
  void anEmptyMapIsNotMarkedAndDrawsNothing() {
    AtomicLong draws = new AtomicLong();
    GoMap<FixedKey, Integer> empty = keys.builder().random(draws::incrementAndGet).hint(9).build();
    Hmap h = empty;
    draws.set(0);

    assertThat(empty.range().next()).isFalse();
    assertThat(GoMap.nil().range().next()).isFalse();

    assertThat(h.flags()).isZero();
    assertThat(draws).hasValue(0);
  }

  @Test
  void anIterationMarksTheMapWhenItBegins() {
    Hmap h = map;
    Structure.fill(map, 1, 0, 1);
    GoMapIterator<FixedKey, Integer> it = map.range();
    assertThat(h.flags()).isZero();

    assertThat(it.next()).isTrue();

    assertThat(h.flags()).isEqualTo(Flags.ITERATOR | Flags.OLD_ITERATOR);
    assertThat(it.next()).isFalse();
    assertThat(h.flags()).as("nothing takes the marks away but growth").isEqualTo(3);
  }

  @Test
  void theElemShownIsThatOfTheStep() {
    Structure.fill(map, 1, 0, 2);
    GoMapIterator<FixedKey, Integer> it = map.range();
    assertThat(it.next()).isTrue();
    FixedKey first = it.key();

    map.put(first, -1);
    assertThat(it.elem()).isEqualTo(first.id());
    map.put(FixedKey.at(1, 1 - first.id()), -2);

    assertThat(it.next()).isTrue();
    assertThat(it.elem()).isEqualTo(-2);
  }

  @Test
  void anEntryRemovedAheadIsNotShownAndOneAddedAheadIs() {
    Structure.fill(map, 1, 0, 6);
    GoMapIterator<FixedKey, Integer> it = map.range();
    assertThat(it.next()).isTrue();
    assertThat(it.key().id()).isZero();

    map.delete(FixedKey.at(1, 0));
    map.delete(FixedKey.at(1, 3));
    Structure.put(map, FixedKey.at(1, 50)); // cell 0, passed already
    Structure.put(map, FixedKey.at(1, 51)); // cell 3
    Structure.put(map, FixedKey.at(3, 52));
    Structure.put(map, FixedKey.at(0, 53)); // ahead too, as bucket 0 comes first

    assertThat(Structure.ids(it)).containsExactly(1, 2, 51, 4, 5, 52);
    Invariants.check(map);
  }

  @Test
  void twoIterationsDoNotDisturbEachOther() {
    for (int id = 0; id < 26; id++) {
      Structure.put(map, FixedKey.at(id % 4, id));
    }
    GoMapIterator<FixedKey, Integer> outer = map.range();
    List<Integer> shown = new ArrayList<>();
    while (outer.next()) {
      shown.add(outer.key().id());
      draw.addAndGet(5);
      assertThat(Structure.ids(map.range())).hasSize(26).doesNotHaveDuplicates();
    }
    assertThat(shown).hasSize(26).doesNotHaveDuplicates();
  }

  @Test
  void whatDoesNotEqualItselfIsShown() {
    GoMap<FixedKey, Integer> nans = new FixedKeys().notReflexive().map();
    for (int id = 0; id < 100; id++) {
      Structure.put(nans, FixedKey.nan(id & 15, id, id));
    }
    assertThat(Structure.ids(nans.range())).hasSize(100).doesNotHaveDuplicates();
    Invariants.check(nans);
  }
}
