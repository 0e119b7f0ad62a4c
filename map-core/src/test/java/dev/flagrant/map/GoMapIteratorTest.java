package dev.flagrant.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import dev.flagrant.map.runtime.Invariants;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** Go's iteration: what its steps show, its panics, its reset, and that it makes no garbage. */
class GoMapIteratorTest {
  private static GoMap<Integer, Integer> filled(int size) {
    GoMap<Integer, Integer> map = GoMap.<Integer>builder(KeyTypes.integers()).seed(size).build();
    for (int i = 0; i < size; i++) {
      map.put(i, -i);
    }
    return map;
  }

  @Test
  void itShowsEachEntryOnce() {
    for (int size : new int[] {0, 1, 8, 9, 100, 1000}) {
      GoMap<Integer, Integer> map = filled(size);
      Set<Integer> shown = new HashSet<>();
      GoMapIterator<Integer, Integer> it = map.range();
      while (it.next()) {
        assertThat(shown.add(it.key())).isTrue();
        assertThat(it.elem()).isEqualTo(-it.key());
      }
      assertThat(shown).hasSize(size);
      Invariants.check(map);
    }
  }

  @Test
  void keyAndElemPanicBeforeTheFirstStep() {
    GoMapIterator<Integer, Integer> it = filled(3).range();
    assertPanics(it::key, "MapIter.Key called before Next");
    assertPanics(it::elem, "MapIter.Value called before Next");
    assertThat(it.next()).isTrue();
    assertThat(it.elem()).isEqualTo(-it.key());
  }

  @Test
  void everythingPanicsAfterTheLastStep() {
    for (int size : new int[] {0, 3}) {
      GoMapIterator<Integer, Integer> it = filled(size).range();
      for (int i = 0; i < size; i++) {
        assertThat(it.next()).isTrue();
      }
      assertThat(it.next()).isFalse();
      assertPanics(it::next, "MapIter.Next called on exhausted iterator");
      assertPanics(it::key, "MapIter.Key called on exhausted iterator");
      assertPanics(it::elem, "MapIter.Value called on exhausted iterator");
    }
  }

  private static void assertPanics(Runnable step, String message) {
    assertThatExceptionOfType(GoPanic.class).isThrownBy(step::run).withMessage(message);
  }

  @Test
  void resetBeginsAnewAtAnyTime() {
    GoMap<Integer, Integer> map = filled(20);
    GoMapIterator<Integer, Integer> it = map.range();
    for (int stepsBefore : new int[] {0, 1, 19, 20, 21}) {
      for (int i = 0; i < stepsBefore; i++) {
        assertThat(it.next()).isEqualTo(i < 20);
      }
      it.reset();
      assertPanics(it::key, "MapIter.Key called before Next");
      Set<Integer> shown = new HashSet<>();
      while (it.next()) {
        shown.add(it.key());
      }
      assertThat(shown).isEqualTo(map.keySet());
      it.reset();
    }
    map.clear();
    assertThat(it.next()).isFalse();
    it.reset();
    map.put(5, 6);
    assertThat(it.next()).isTrue();
    assertThat(it.elem()).isEqualTo(6);
    Invariants.check(map);
  }

  @Test
  void elemIsWhatItWasAtTheStepAndTheNextStepSeesWhatWasWritten() {
    GoMap<Integer, Integer> map = filled(2);
    GoMapIterator<Integer, Integer> it = map.range();
    assertThat(it.next()).isTrue();
    int first = it.key();
    map.put(0, 100);
    map.put(1, 100);
    assertThat(it.elem()).isEqualTo(-first);
    assertThat(it.next()).isTrue();
    assertThat(it.elem()).isEqualTo(100);
    Invariants.check(map);
  }

  @Test
  void anIterationBeginsSomewhereElseEachTime() {
    GoMap<Integer, Integer> map = filled(50);
    Set<Integer> firsts = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      GoMapIterator<Integer, Integer> it = map.range();
      assertThat(it.next()).isTrue();
      firsts.add(it.key());
    }
    assertThat(firsts).hasSizeGreaterThan(10);
    Invariants.check(map);
  }

  @Test
  void aStepThatThrewCanBeTakenAgainHoweverOftenStepsThrow() {
    Fragile keys = new Fragile();
    GoMap<Integer, Integer> map = GoMap.<Integer>builder(keys).seed(1).build();
    int size = 0;
    while (size < 105) { // the last of them starts a growth
      map.put(size, size++);
    }
    GoMapIterator<Integer, Integer> it = map.range();
    Set<Integer> shown = new HashSet<>();
    int thrown = 0;
    boolean more = true;
    for (int step = 0; more; step++) {
      keys.broken = step % 2 == 0;
      try {
        more = it.next();
        if (more) {
          assertThat(shown.add(it.key())).isTrue();
        }
      } catch (IllegalStateException e) {
        thrown++;
      }
    }
    keys.broken = false;
    assertThat(thrown).as("steps that hashed and threw").isGreaterThan(size / 2);
    assertThat(shown).hasSize(size);
    Invariants.check(map);
  }

  private static final class Fragile implements KeyType<Integer> {
    boolean broken;

    @Override
    public long hash(Integer key, int seed) {
      if (broken) {
        broken = false;
        throw new IllegalStateException("broken");
      }
      return KeyTypes.mix(key, seed);
    }

    @Override
    public boolean equal(Integer key, Integer stored) {
      return key.equals(stored);
    }
  }

  @Test
  void aStepMakesNoGarbage() {
    GoMap<Integer, Integer> map = filled(100_000);
    GoMapIterator<Integer, Integer> it = map.range();
    assertThat(
            bytesPerStep(
                map.len(),
                () -> {
                  int sum = 0;
                  it.reset();
                  while (it.next()) {
                    sum += it.key().intValue() + it.elem().intValue();
                  }
                  return sum;
                }))
        .isLessThan(1);
    Invariants.check(map);
  }

  /** The entries of the view are objects, and the measure has to see them. */
  @Test
  void theMeasureOfGarbageSeesAnObjectForEachStep() {
    GoMap<Integer, Integer> map = filled(100_000);
    Object[] keep = new Object[64]; // lets no entry be optimised away
    assertThat(
            bytesPerStep(
                map.len(),
                () -> {
                  int sum = 0;
                  for (Map.Entry<Integer, Integer> entry : map.entrySet()) {
                    keep[sum++ & 63] = entry;
                  }
                  return sum;
                }))
        .isGreaterThan(15);
    Invariants.check(map);
  }

  private static double bytesPerStep(int steps, IntSupplier loop) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int sum = 0;
    for (int warming = 0; warming < 5; warming++) {
      sum += loop.getAsInt();
    }
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    sum += loop.getAsInt();
    long after = threads.getThreadAllocatedBytes(thread);
    assertThat(sum).isNotEqualTo(Integer.MIN_VALUE);
    assertThat(before).isPositive();
    return (double) (after - before) / steps;
  }
}
