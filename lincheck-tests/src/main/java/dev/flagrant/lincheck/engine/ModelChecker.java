package dev.flagrant.lincheck.engine;

import dev.flagrant.testkit.MapOperation;
import dev.flagrant.testkit.MapSubject;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.util.LoggingLevel;

/**
 * Explores the interleavings of a race on a real map with Lincheck.
 *
 * @param grain where threads are switched
 * @param limit interleavings after which it stops
 */
public record ModelChecker(Grain grain, int limit) {

  /**
   * Rounds of one loop after which Lincheck takes it for endless. By its own bound, 50, a walk over
   * the empty cells of a table is endless.
   */
  private static final int LOOP_BOUND = 10_000;

  /** Calls of one method by itself after which Lincheck takes it for endless; its own bound: 20. */
  private static final int RECURSION_BOUND = 1_000;

  /** The title of Lincheck's report on a deadlock, a livelock or an invocation out of time. */
  private static final String HUNG = "= The execution has hung";

  /**
   * Explores a race.
   *
   * @param accepted outcomes after which the exploration goes on; at the first other one it stops
   * @throws ExplorationException if the map cannot be prepared, or Lincheck fails for another
   *     reason than an outcome
   */
  public Explored explore(
      MapSubject subject, RaceScenario scenario, int actors, Predicate<RaceOutcome> accepted) {
    Tally tally = new Tally(accepted);
    ModelCheckingOptions options =
        grain
            .applyTo(new ModelCheckingOptions())
            .iterations(0)
            .addCustomScenario(lincheckScenario(scenario, actors))
            .invocationsPerIteration(limit)
            .verifier(JudgingVerifier.class)
            .loopBound(LOOP_BOUND)
            .recursionBound(RECURSION_BOUND)
            .minimizeFailedScenario(false)
            .logLevel(LoggingLevel.ERROR);
    String trace = "";
    Session session = new Session(subject, scenario, actors, tally);
    requirePreparable(session);
    Session.begin(session);
    try {
      options.check(RacedMap.class);
    } catch (LincheckAssertionError found) {
      trace = String.valueOf(found.getMessage());
      if (!tally.rejected) {
        requireHung(trace);
        tally.addHang();
      }
    } finally {
      Session.begin(null);
    }
    return new Explored(
        tally.interleavings,
        trace.isEmpty() && tally.interleavings < limit,
        Map.copyOf(tally.counts),
        Set.copyOf(tally.sites),
        trace,
        tally.explanation);
  }

  /** Out of Lincheck the throwable would come wrapped, and with a stack of Lincheck's. */
  private static void requirePreparable(Session session) {
    try {
      session.newMap();
    } catch (RuntimeException | Error thrown) {
      throw new ExplorationException("it throws while one thread prepares it: " + thrown);
    }
  }

  /** Every other failure is one of Lincheck's own, and says nothing of the map. */
  static void requireHung(String report) {
    if (!report.contains(HUNG)) {
      throw new ExplorationException("Lincheck gives up: " + report.strip());
    }
  }

  private static ExecutionScenario lincheckScenario(RaceScenario scenario, int actors) {
    Method perform;
    try {
      perform = RacedMap.class.getMethod("perform", MapOperation.class);
    } catch (NoSuchMethodException e) {
      throw new LinkageError("RacedMap has no perform", e);
    }
    List<List<Actor>> threads =
        scenario.programs(actors).stream()
            .map(
                program ->
                    program.stream()
                        .map(operation -> new Actor(perform, List.of(operation)))
                        .toList())
            .toList();
    return new ExecutionScenario(List.of(), threads, List.of(), null);
  }
}
