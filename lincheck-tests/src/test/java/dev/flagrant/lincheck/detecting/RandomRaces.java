package dev.flagrant.lincheck.detecting;

import dev.flagrant.testkit.MapOperation;
import dev.flagrant.testkit.MapOperation.Clear;
import dev.flagrant.testkit.MapOperation.Get;
import dev.flagrant.testkit.MapOperation.Iterate;
import dev.flagrant.testkit.MapOperation.Put;
import dev.flagrant.testkit.MapOperation.Remove;
import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Races of random operations: too large to be exhausted; the same seed gives the same race. */
final class RandomRaces {
  /** So many keys fill a bucket: one more makes the map grow. */
  private static final int BUCKET = 8;

  /** What the operations are drawn from. */
  enum Drawn {
    /** Writes only, which is what the guard {@code atomic} promises to notice. */
    WRITES(12),
    /** Lookups and iterations, too. */
    ALL(20);

    private final int sides;

    Drawn(int sides) {
      this.sides = sides;
    }
  }

  private RandomRaces() {}

  /** A race on a map that has one entry, or one bucket full of them. */
  static RaceScenario of(long seed, int operations, Drawn drawn) {
    int entries = new Random(seed).nextBoolean() ? 1 : BUCKET;
    return RaceScenario.named("random race, seed " + seed)
        .entries(entries)
        .role(slot -> program(new Random(31 * seed + slot.actor()), slot, operations, drawn))
        .build();
  }

  private static List<MapOperation> program(Random random, Slot slot, int operations, Drawn drawn) {
    List<MapOperation> program = new ArrayList<>();
    for (int step = 0; step < operations; step++) {
      // Two keys that are there in every map, and two that never are.
      Integer key = random.nextBoolean() ? random.nextInt(2) : BUCKET + random.nextInt(2);
      int die = random.nextInt(drawn.sides);
      MapOperation operation;
      if (die < 6) {
        operation = new Put(key, slot.value(step));
      } else if (die < 11) {
        operation = new Remove(key);
      } else if (die < 12) {
        operation = new Clear();
      } else {
        operation = die < 17 ? new Get(key) : new Iterate();
      }
      program.add(operation);
    }
    return List.copyOf(program);
  }
}
