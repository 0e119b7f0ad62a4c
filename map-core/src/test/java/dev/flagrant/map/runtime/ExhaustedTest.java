package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagrant.map.GoMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Writes that the stack or the memory is not enough for: the error passes through, nobody is told
 * of a race, no entry is lost, and the map works on.
 */
class ExhaustedTest {
  private static final int SMALLEST_STACK = 200_000;
  private static final int LARGEST_STACK = 300_000;

  @Test
  void anInsertionThatRunsOutOfStackIsNoRaceAndLosesNothing() throws InterruptedException {
    recurse(Insertions::new, 300);
  }

  @Test
  void aRemovalThatRunsOutOfStackIsNoRaceAndRemovesAllOfAnEntryOrNothing()
      throws InterruptedException {
    recurse(Removals::new, 60);
  }

  /**
   * Recursions that write a key a step, until the stack ends: in a call that the map makes as often
   * as in any other. With stacks of many sizes, and code in every state of compilation.
   */
  private static void recurse(Supplier<Recursion> kind, int rounds) throws InterruptedException {
    int diedInTheMap = 0;
    for (int round = 0; round < rounds; round++) {
      Recursion recursion = kind.get();
      long stack = SMALLEST_STACK + (LARGEST_STACK - SMALLEST_STACK) * (long) round / rounds;
      Thread thread = new Thread(null, recursion, "deep", stack);
      thread.start();
      thread.join();
      if (recursion.failure != null) {
        throw new AssertionError("round " + round, recursion.failure);
      }
      diedInTheMap += recursion.diedInTheMap ? 1 : 0;
    }
    assertThat(diedInTheMap).as("rounds whose stack ended in the map").isGreaterThan(rounds / 10);
  }

  private abstract static class Recursion implements Runnable {
    final GoMap<Integer, Integer> map = new GoMap<>();
    int next;
    private boolean diedInTheMap;
    private @Nullable Throwable failure;

    @SuppressWarnings("InfiniteRecursion") // that is what it is for
    private void step() {
      write(next);
      next++;
      step();
    }

    abstract void write(int key);

    /** All keys of the steps up to the last have been written, and that of the last may be. */
    abstract void requireAll();

    @Override
    public void run() {
      try {
        step();
      } catch (StackOverflowError e) {
        StackTraceElement[] trace = e.getStackTrace();
        diedInTheMap = trace.length > 0 && trace[0].getClassName().startsWith("dev.flagrant.map.r");
        try {
          requireAll();
          write(next); // which also makes good what was left half done
          next++;
          Invariants.check(map);
          requireAll();
        } catch (Throwable wrong) {
          failure = wrong;
        }
      } catch (Throwable wrong) {
        failure = wrong;
      }
    }

    /** Requires that the keys from one up to another are there. */
    final void require(int from, int to) {
      Set<Integer> shown = new HashSet<>(map.keySet());
      assertThat(shown).hasSize(map.size());
      for (int key = from; key < to; key++) {
        if (!shown.contains(key) || !Integer.valueOf(key).equals(map.get(key))) {
          throw new AssertionError(key + " of " + next + " is lost, or not where it is shown");
        }
      }
    }
  }

  private static final class Insertions extends Recursion {
    @Override
    void write(int key) {
      map.put(key, key);
    }

    @Override
    void requireAll() {
      assertThat(map.size()).isBetween(next, next + 1);
      require(0, next);
    }
  }

  /** From a map with chains, in which a growth is under way at first. */
  private static final class Removals extends Recursion {
    private static final int ENTRIES = 106_600;

    Removals() {
      for (int key = 0; key < ENTRIES; key++) {
        map.put(key, key);
      }
    }

    @Override
    void write(int key) {
      map.remove(key);
    }

    @Override
    void requireAll() {
      assertThat(next).isLessThan(ENTRIES - 1);
      assertThat(map.size()).isBetween(ENTRIES - next - 1, ENTRIES - next);
      require(next + 1, ENTRIES);
      for (int key = 0; key < next; key++) {
        assertThat(map.containsKey(key)).isFalse();
      }
    }
  }

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
