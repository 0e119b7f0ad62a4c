package dev.flagrant.conformance.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * What happens in one round; all of it follows from the seed, but not how the threads interleave.
 *
 * @param seed of this round
 * @param kind of keys
 * @param size entries that the map has before the race
 * @param hint that the map is made with
 * @param millis how long the race goes on if nothing is detected
 * @param parts for each thread the few operations that it repeats in random order
 */
record RoundPlan(
    long seed, KeyKind kind, int size, long hint, int millis, List<List<Operation>> parts) {
  private static final List<KeyKind> KINDS = List.of(KeyKind.values());
  private static final int[] SIZES = {0, 1, 8, 50, 400, 3000};
  private static final int MAX_THREADS = 4;
  private static final int MAX_OPERATIONS_OF_THREAD = 5;
  private static final int MAX_MILLIS = 8;

  static RoundPlan of(long seed, List<Operation> operations) {
    SplittableRandom random = new SplittableRandom(seed);
    KeyKind kind = KINDS.get(random.nextInt(KINDS.size()));
    int size = SIZES[random.nextInt(SIZES.length)];
    long hint = random.nextInt(3) == 0 ? random.nextInt(2 * size + 1) : 0;
    int millis = random.nextInt(1, MAX_MILLIS + 1);
    int threads = random.nextInt(2, MAX_THREADS + 1);
    List<List<Operation>> parts =
        Stream.generate(() -> part(operations, random)).limit(threads).toList();
    return new RoundPlan(seed, kind, size, hint, millis, parts);
  }

  private static List<Operation> part(List<Operation> operations, SplittableRandom random) {
    List<Operation> part = new ArrayList<>();
    int count = random.nextInt(1, MAX_OPERATIONS_OF_THREAD + 1);
    for (int i = 0; i < count; i++) {
      part.add(operations.get(random.nextInt(operations.size())));
    }
    return part;
  }

  /** The keys that are used: so many that the map can more than double, and grow on the way. */
  int keys() {
    return 3 * size + 4;
  }

  @Override
  public String toString() {
    return "round seed %d: %s keys, %d entries, hint %d, threads %s"
        .formatted(
            seed,
            kind,
            size,
            hint,
            parts.stream().map(part -> part.stream().map(Operation::name).toList()).toList());
  }
}
