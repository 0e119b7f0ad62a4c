package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Writes that the memory is not enough for: the error passes through, nobody is told of a race, no
 * entry is lost, and the map works on.
 */
class ExhaustedTest {
  /** After so many overflow buckets, no array of runs is long enough for another one. */
  private static final int NO_ROOM = Integer.MAX_VALUE - 64;

  /** Buckets of the new array that the 20 keys of one old bucket go to, in turn. */
  private enum Division {
    ALL_TO_X(3, 3),
    ALL_TO_Y(11, 11),
    MOST_TO_X(3, 3, 11),
    MOST_TO_Y(11, 11, 3);

    final int[] buckets;

    Division(int... buckets) {
      this.buckets = buckets;
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEvacuationThatRunsOutOfMemoryIsUndone(Division division) {
    GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(52).build();
    for (int id = 0; id < 20; id++) {
      Structure.put(map, FixedKey.at(division.buckets[id % division.buckets.length], id));
    }
    Structure.fill(map, 6, 100, 33);
    Hmap h = map;
    assertThat(h.growing()).isTrue();
    BucketArray array = Structure.buckets(h);
    List<Integer> before = Structure.tops(Structure.old(h), 3);
    int taken = array.overflowBuckets();

    array.taken = NO_ROOM;
    assertThatThrownBy(() -> map.put(FixedKey.at(3, 999), 999))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(array.overflowBuckets()).as("nothing was handed out").isEqualTo(NO_ROOM);
    array.taken = taken;

    assertThat(Structure.tops(Structure.old(h), 3)).isEqualTo(before);
    assertThat(Structure.ids(map.range())).containsExactlyInAnyOrderElementsOf(ids(53));
    Structure.put(map, FixedKey.at(3, 53));
    Structure.finishGrowth(map);
    Invariants.check(h);
    assertThat(Structure.ids(map.range())).containsExactlyInAnyOrderElementsOf(ids(54));
  }

  /** An evacuation gives NaNs new tophashes; the iteration goes by those that were there. */
  @Test
  void nansWhoseEvacuationRunsOutOfMemoryAreShownOnceByTheIterationUnderWay() {
    FixedKeys keys = new FixedKeys().notReflexive();
    GoMap<FixedKey, Integer> map = keys.builder().hint(52).build();
    for (int id = 0; id < 20; id++) {
      map.put(FixedKey.nan(3, 40 + id, id), id); // the even ones to x, and so on with new tophashes
    }
    Structure.fill(map, 6, 100, 33);
    Hmap h = map;
    assertThat(h.growing()).isTrue();
    List<Integer> shown = new ArrayList<>();
    GoMapIterator<FixedKey, Integer> it = map.range();
    while (shown.isEmpty() || shown.get(shown.size() - 1) >= 0) {
      assertThat(it.next()).isTrue();
      shown.add(it.key().id());
    }
    BucketArray array = Structure.buckets(h);
    List<Integer> before = Structure.tops(Structure.old(h), 3);
    AtomicInteger drawn = new AtomicInteger();
    keys.nanHashes = () -> (long) (100 + drawn.getAndIncrement() / 3) << 56;
    int taken = array.overflowBuckets();

    array.taken = NO_ROOM;
    assertThatThrownBy(() -> map.delete(FixedKey.at(3, 999))).isInstanceOf(OutOfMemoryError.class);
    array.taken = taken;

    assertThat(drawn).as("hashes that came to nothing").hasValue(20);
    assertThat(Structure.tops(Structure.old(h), 3)).isEqualTo(before);
    Structure.finishGrowth(map);
    Invariants.check(h);
    shown.addAll(Structure.ids(it));
    assertThat(shown).hasSize(53).doesNotHaveDuplicates();
  }

  @Test
  void anEvacuationThatIsBrokenOffCallsForNoGrowth() {
    boolean[] refuses = {false};
    AtomicInteger drawn = new AtomicInteger();
    LongSupplier random =
        () -> {
          if (refuses[0] && drawn.incrementAndGet() == 2) {
            throw new OutOfMemoryError("for the test");
          }
          return 0;
        };
    GoMap<FixedKey, Integer> map =
        GoMap.<FixedKey>builder(new FixedKeys()).random(random).hint(212_992).build();
    Structure.fill(map, 3, 0, 25);
    for (int id = 25; id < 212_993; id++) {
      Structure.put(map, FixedKey.at(8 + id % 32_000, id));
    }
    Hmap h = map;
    BucketArray array = Structure.buckets(h);
    assertThat(h.growing()).isTrue();
    assertThat(array.b).as("from here on overflow buckets are counted by chance").isEqualTo(16);
    int maxCount = array.maxCount();
    char noverflow = h.noverflow;
    char oneToGo = (1 << 15) - 1;
    h.noverflow = oneToGo;
    refuses[0] = true;

    assertThatThrownBy(() -> map.delete(FixedKey.at(3, 999))).hasMessage("for the test");

    refuses[0] = false;
    assertThat(drawn).as("overflow buckets chained, the last in vain").hasValue(2);
    assertThat(h.noverflow).isEqualTo(oneToGo);
    assertThat(array.maxCount()).isEqualTo(maxCount);
    h.noverflow = noverflow;
    Structure.finishGrowth(map);
    Invariants.check(h);
    assertThat(map).hasSize(212_993);
  }

  /** The ids of a map of so many entries. */
  private static List<Integer> ids(int count) {
    return IntStream.range(0, count).map(id -> id < 20 || id == 53 ? id : id + 80).boxed().toList();
  }

  @Test
  void aChainThatCannotBeLengthenedIsAsItWas() {
    GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(52).build();
    Structure.fill(map, 3, 0, 8);
    BucketArray array = Structure.buckets(map);

    array.taken = NO_ROOM;
    assertThatThrownBy(() -> map.put(FixedKey.at(3, 8), 8)).isInstanceOf(OutOfMemoryError.class);
    array.taken = 0;

    Invariants.check(map);
    Structure.put(map, FixedKey.at(3, 9));
    Invariants.check(map);
    assertThat(Structure.ids(map.range())).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 9);
  }
}
