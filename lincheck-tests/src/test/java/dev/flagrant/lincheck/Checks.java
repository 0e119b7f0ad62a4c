package dev.flagrant.lincheck;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.util.LoggingLevel;

/** How the tests of this module use Lincheck. */
public final class Checks {
  private Checks() {}

  /** Random scenarios, switched by the model checker, against the model. */
  public static ModelCheckingOptions modelChecking(int threads, int operations, int scenarios) {
    return new ModelCheckingOptions()
        .iterations(scenarios)
        .threads(threads)
        .actorsPerThread(operations)
        .actorsBefore(2)
        .actorsAfter(1)
        .invocationsPerIteration(300)
        .sequentialSpecification(MapModel.class)
        .logLevel(LoggingLevel.ERROR);
  }

  /** Random scenarios, on real threads, against the model. */
  public static StressOptions stress(int threads, int operations, int scenarios) {
    return new StressOptions()
        .iterations(scenarios)
        .threads(threads)
        .actorsPerThread(operations)
        .actorsBefore(2)
        .actorsAfter(1)
        .invocationsPerIteration(300)
        .sequentialSpecification(MapModel.class)
        .logLevel(LoggingLevel.ERROR);
  }
}
