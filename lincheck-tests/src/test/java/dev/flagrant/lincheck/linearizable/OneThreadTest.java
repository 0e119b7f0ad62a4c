package dev.flagrant.lincheck.linearizable;

import dev.flagrant.lincheck.Checks;
import dev.flagrant.lincheck.WholeMapOperations;
import dev.flagrant.map.GoMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In one thread Go's map answers as any map, and nobody is told of a race. */
@Tag("every-guard")
class OneThreadTest {
  /** Go's map, as it is. */
  public static final class Alone extends WholeMapOperations {
    /** An empty map. */
    public Alone() {
      super(new GoMap<>());
    }
  }

  @Test
  void longSequencesAnswerAsTheModel() {
    Checks.stress(1, 60, 20).invocationsPerIteration(10).check(Alone.class);
  }

  @Test
  void theyDoUnderTheModelChecker() {
    Checks.modelChecking(1, 40, 10).invocationsPerIteration(5).check(Alone.class);
  }
}
