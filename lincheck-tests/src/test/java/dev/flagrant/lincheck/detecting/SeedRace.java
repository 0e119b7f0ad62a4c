package dev.flagrant.lincheck.detecting;

import dev.flagrant.lincheck.engine.Explored;
import dev.flagrant.lincheck.engine.Grain;
import dev.flagrant.lincheck.engine.ModelChecker;

/** An update against a clear, on the flags of this JVM; the exit status tells. */
public final class SeedRace {
  private static final int LIMIT = 150_000;
  private static final int SILENTLY_WRONG = 1;

  private SeedRace() {}

  /** Exits with 0 if every interleaving is detected or linearizable. */
  public static void main(String[] arguments) {
    Explored explored =
        new ModelChecker(Grain.CELLS, LIMIT)
            .explore(
                SmallRaces.GO_MAP, SmallRaces.UPDATE_CLEAR, 2, SmallRaces::detectedOrLinearizable);
    System.out.printf(
        "compared: %d interleavings, %s%n", explored.interleavings(), explored.counts());
    System.exit(explored.trace().isEmpty() ? 0 : SILENTLY_WRONG);
  }
}
