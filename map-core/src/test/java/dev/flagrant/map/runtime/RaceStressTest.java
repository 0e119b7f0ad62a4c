package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.ConcurrentModificationError;
import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import dev.flagrant.map.KeyType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Threads that race on maps see an answer or a {@link ConcurrentModificationError}, nothing else,
 * and come to an end. The system property {@code flagrant.seed} chooses the operations; what the
 * threads make of them is up to the machine.
 */
class RaceStressTest {
  private static final long SEED = Long.getLong("flagrant.seed", 0x5EED);
  private static final int OPERATIONS = 300;

  /** One map and what its threads met. */
  private record Trial(
      GoMap<@Nullable Object, @Nullable Integer> map, KeyKind kind, int range, int prefilled) {}

  @Test
  void twoThreadsOnManyMaps() throws InterruptedException {
    race(2, 4000, 50, RaceStressTest::trial);
  }

  @Test
  void fourThreadsOnManyMaps() throws InterruptedException {
    race(4, 4000, 50, RaceStressTest::trial);
  }

  @Test
  void threeThreadsWhileALargeArrayLosesItsPages() throws InterruptedException {
    race(3, 4000, 5, RaceStressTest::aboutToLoseAPage);
  }

  /** For some time, and longer if the machine is too slow for that many trials. */
  private static void race(
      int threads, long millis, int leastTrials, Function<SplittableRandom, Trial> trials)
      throws InterruptedException {
    CyclicBarrier barrier = new CyclicBarrier(threads + 1);
    AtomicReference<@Nullable Trial> current = new AtomicReference<>();
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    long[] detections = new long[threads];
    List<Thread> racers = new ArrayList<>();
    for (int number = 0; number < threads; number++) {
      int me = number;
      Thread racer =
          new Thread(
              () -> {
                SplittableRandom random = new SplittableRandom(SEED * 31 + me);
                while (await(barrier)) {
                  Trial trial = current.get();
                  if (trial == null) {
                    return;
                  }
                  try {
                    act(trial, random);
                  } catch (ConcurrentModificationError noticed) {
                    detections[me]++;
                  } catch (Throwable e) {
                    failure.compareAndSet(null, e);
                  }
                  if (!await(barrier)) {
                    return;
                  }
                }
              },
              "racer-" + me);
      racer.setDaemon(true); // one that hangs must not keep the process alive
      racer.start();
      racers.add(racer);
    }

    SplittableRandom random = new SplittableRandom(SEED);
    long start = System.nanoTime();
    long least = TimeUnit.MILLISECONDS.toNanos(millis);
    int count = 0;
    while (count < leastTrials || System.nanoTime() - start < least) {
      Trial trial = trials.apply(random);
      current.set(trial);
      meet(barrier, racers, trial);
      meet(barrier, racers, trial);
      count++;
      afterwards(trial, random, failure);
      Throwable thrown = failure.get();
      if (thrown != null) {
        barrier.reset();
        throw new AssertionError(
            "seed " + SEED + ", trial " + count + ", " + describe(trial), thrown);
      }
    }
    current.set(null);
    meet(barrier, racers, null);
    for (Thread racer : racers) {
      racer.join(10_000);
    }
    // On a machine that runs one thread at a time there may be few, but never none.
    assertThat(Arrays.stream(detections).sum()).as("detections with seed %s", SEED).isPositive();
  }

  private static Trial trial(SplittableRandom random) {
    KeyKind[] kinds = KeyKind.values();
    KeyKind kind = kinds[random.nextInt(kinds.length)];
    int range = 1 << random.nextInt(1, 10);
    int prefilled = random.nextBoolean() ? 0 : random.nextInt(range);
    var map = map(kind, random, random.nextInt(3) * 50L);
    for (int i = 0; i < prefilled; i++) {
      map.put(Structure.orNull(kind.key(i)), i);
    }
    return new Trial(map, kind, range, prefilled);
  }

  /** A map that is growing from two pages to four, and has nearly evacuated the first. */
  private static Trial aboutToLoseAPage(SplittableRandom random) {
    KeyKind kind = KeyKind.LONGS;
    var map = map(kind, random, 13L << Page.BITS);
    Hmap h = map;
    int entries = 0;
    while (!h.growing()) {
      map.put(Structure.orNull(kind.key(entries)), entries);
      entries++;
    }
    int left = random.nextInt(100);
    while (h.growing() && h.nevacuate < (1 << Page.BITS) - left) {
      map.remove(Structure.orNull(kind.key(entries + random.nextInt(entries))));
    }
    return new Trial(map, kind, entries, entries);
  }

  private static GoMap<@Nullable Object, @Nullable Integer> map(
      KeyKind kind, SplittableRandom random, long hint) {
    @SuppressWarnings("unchecked") // a kind makes keys of its own type only
    KeyType<Object> type = (KeyType<Object>) kind.type(random.split());
    return GoMap.<@Nullable Object>builder(type).hint(hint).build();
  }

  private static void act(Trial trial, SplittableRandom random) {
    for (int i = 0; i < OPERATIONS; i++) {
      one(trial, random);
    }
  }

  private static void one(Trial trial, SplittableRandom random) {
    GoMap<@Nullable Object, @Nullable Integer> map = trial.map();
    Object key = Structure.orNull(trial.kind().key(random.nextInt(trial.range())));
    switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> map.put(key, 1);
      case 4 -> map.putIfAbsent(key, 2);
      case 5, 6 -> map.remove(key);
      case 7, 8 -> map.lookup(key);
      case 9 -> {
        if (random.nextInt(8) == 0) {
          map.clear();
        } else {
          assertThat(map.size()).isNotNegative();
        }
      }
      case 10 -> {
        GoMapIterator<@Nullable Object, @Nullable Integer> it = map.range();
        for (int steps = random.nextInt(64); steps > 0 && it.next(); steps--) {
          if (random.nextInt(8) == 0) {
            map.delete(it.key());
          }
        }
      }
      default -> map.merge(key, 3, (a, b) -> null);
    }
  }

  /** One thread alone on what the race left behind, which no detection may have marked. */
  private static void afterwards(
      Trial trial, SplittableRandom random, AtomicReference<@Nullable Throwable> failure) {
    try {
      for (int i = 0; i < 50; i++) {
        one(trial, random);
      }
      trial.map().forEach((key, elem) -> {});
    } catch (ConcurrentModificationError dead) {
      assertThat(dead.kind()).isNotNull();
    } catch (Throwable e) {
      failure.compareAndSet(null, e);
    }
  }

  private static boolean await(CyclicBarrier barrier) {
    try {
      barrier.await();
      return true;
    } catch (InterruptedException | BrokenBarrierException e) {
      return false;
    }
  }

  /** The watchdog: a racer that does not come back hangs in the map. */
  private static void meet(CyclicBarrier barrier, List<Thread> racers, @Nullable Trial trial)
      throws InterruptedException {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (TimeoutException | BrokenBarrierException e) {
      StringBuilder stacks = new StringBuilder("a thread hangs, seed " + SEED);
      stacks.append(", ").append(trial == null ? "at the end" : describe(trial));
      for (Thread racer : racers) {
        stacks.append('\n').append(racer.getName()).append(' ').append(racer.getState());
        for (StackTraceElement frame : racer.getStackTrace()) {
          stacks.append("\n\tat ").append(frame);
        }
      }
      throw new AssertionError(stacks.toString(), e);
    }
  }

  private static String describe(Trial trial) {
    return trial.kind() + ", keys below " + trial.range() + ", " + trial.prefilled() + " at first";
  }
}
