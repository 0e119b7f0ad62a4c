package dev.flagrant.lincheck.linearizable;

import dev.flagrant.lincheck.Checks;
import dev.flagrant.lincheck.GoMapOperations;
import dev.flagrant.map.GoMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In one thread Go's map answers as any map, and nobody is told of a race. */
@Tag("every-guard")
class OneThreadTest {
  /** Go's map; nobody contends for its lock. */
  public static final class Alone extends GoMapOperations {
    /** An empty map. */
    public Alone() {
      super(new GoMap<>());
    }
  }

  @Test
  void longSequencesAnswerAsTheModel() {
    Checks.stress(1, 200, 10).invocationsPerIteration(5).check(Alone.class);
  }

  @Test
  void theyDoUnderTheModelChecker() {
    Checks.modelChecking(1, 60, 5).invocationsPerIteration(3).check(Alone.class);
  }
}
