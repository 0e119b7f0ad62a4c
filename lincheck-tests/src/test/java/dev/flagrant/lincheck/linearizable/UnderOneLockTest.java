package dev.flagrant.lincheck.linearizable;

import dev.flagrant.lincheck.Checks;
import dev.flagrant.lincheck.GoMapOperations;
import dev.flagrant.map.GoMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Under one lock Go's map is linearizable for any number of threads, and nobody is told of a race.
 */
@Tag("every-guard")
class UnderOneLockTest {
  /** Go's map, every operation of it under one lock. */
  public static final class Locked extends GoMapOperations {
    /** An empty map. */
    public Locked() {
      super(new GoMap<>());
    }
  }

  @Test
  void itIsLinearizableUnderTheModelChecker() {
    Checks.modelChecking(2, 3, 4).check(Locked.class);
    Checks.modelChecking(3, 2, 2).check(Locked.class);
  }

  @Test
  void itIsLinearizableOnRealThreads() {
    Checks.stress(2, 3, 8).check(Locked.class);
    Checks.stress(3, 2, 5).check(Locked.class);
  }
}
