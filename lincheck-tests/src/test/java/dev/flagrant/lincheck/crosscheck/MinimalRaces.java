package dev.flagrant.lincheck.crosscheck;

import dev.flagrant.lincheck.engine.Grain;
import dev.flagrant.lincheck.protocol.MinimalRace;
import dev.flagrant.lincheck.protocol.Outcome;
import dev.flagrant.lincheck.protocol.Outcome.End;
import dev.flagrant.map.ConcurrentModificationError;
import dev.flagrant.map.runtime.TwoCells;
import dev.flagrant.testkit.DetectionSite;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.kotlinx.lincheck.execution.ResultWithClock;
import org.jetbrains.kotlinx.lincheck.util.ExceptionResult;
import org.jetbrains.kotlinx.lincheck.util.ValueResult;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.verifier.Verifier;
import org.jetbrains.lincheck.util.LoggingLevel;
import org.jspecify.annotations.Nullable;

/** The minimal races under the guard of this JVM, run by Lincheck. */
public final class MinimalRaces {
  private static @Nullable TwoCells last;
  private static MinimalRace race = MinimalRace.WRITE_WRITE;
  private static Set<Outcome> outcomes = new HashSet<>();
  private static int interleavings;

  private final TwoCells cells = published(new TwoCells());

  /** As Lincheck makes it, for each interleaving. */
  public MinimalRaces() {}

  private static TwoCells published(TwoCells fresh) {
    last = fresh;
    return fresh;
  }

  /** A write of one cell. */
  @Operation
  public int increment() {
    return cells.increment();
  }

  /** A write of both cells. */
  @Operation
  public int setBoth() {
    cells.setBoth();
    return 0;
  }

  /** A lookup. */
  @Operation
  public int read() {
    return cells.read();
  }

  /** An iteration of one step. */
  @Operation
  public int iterate() {
    return cells.iterate();
  }

  /** How many interleavings the last exploration ran. */
  static int interleavings() {
    return interleavings;
  }

  /**
   * The outcomes of the first interleavings.
   *
   * @param limit how many; if there are fewer, these are all outcomes there are
   */
  static Set<Outcome> explore(MinimalRace wanted, int limit) throws NoSuchMethodException {
    race = wanted;
    outcomes = new HashSet<>();
    interleavings = 0;
    List<List<Actor>> threads =
        switch (wanted) {
          case WRITE_WRITE -> List.of(actor("increment"), actor("increment"));
          case READ_WRITE -> List.of(actor("read"), actor("setBoth"));
          case ITERATE_WRITE -> List.of(actor("iterate"), actor("setBoth"));
        };
    Grain.seeingAtomicUpdates(new ModelCheckingOptions())
        .iterations(0)
        .addCustomScenario(new ExecutionScenario(List.of(), threads, List.of(), null))
        .invocationsPerIteration(limit)
        .verifier(Collecting.class)
        .minimizeFailedScenario(false)
        .logLevel(LoggingLevel.ERROR)
        .check(MinimalRaces.class);
    return outcomes;
  }

  private static List<Actor> actor(String name) throws NoSuchMethodException {
    Method method = MinimalRaces.class.getMethod(name);
    return List.of(new Actor(method, List.of()));
  }

  /** Accepts and collects everything. */
  public static final class Collecting implements Verifier {
    /** As Lincheck makes it. */
    public Collecting(Class<?> unused) {}

    @Override
    public boolean verifyResults(ExecutionScenario scenario, ExecutionResult result) {
      interleavings++;
      TwoCells map = last;
      if (map == null) {
        throw new IllegalStateException("no map has been made");
      }
      List<End> ends = new ArrayList<>();
      for (List<ResultWithClock> thread : result.getParallelResultsWithClock()) {
        ends.add(end(thread.get(0), ends.size()));
      }
      outcomes.add(new Outcome(ends, List.of(map.first(), map.second()), map.iteratorRemembered()));
      return true;
    }

    private static End end(ResultWithClock result, int thread) {
      if (result.getResult() instanceof ExceptionResult thrown) {
        if (thrown.getThrowable() instanceof ConcurrentModificationError error) {
          return new End(DetectionSite.valueOf(error.site().name()), List.of());
        }
        throw new AssertionError("not a detection", thrown.getThrowable());
      }
      int answer =
          result.getResult() instanceof ValueResult value && value.getValue() instanceof Integer it
              ? it
              : 0;
      if (race == MinimalRace.WRITE_WRITE) {
        return new End(null, List.of(answer));
      }
      return new End(null, thread == 0 ? List.of(answer / 10, answer % 10) : List.of());
    }
  }
}
