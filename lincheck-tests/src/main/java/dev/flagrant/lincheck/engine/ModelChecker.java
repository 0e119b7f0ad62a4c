package dev.flagrant.lincheck.engine;

import dev.flagrant.testkit.MapOperation;
import dev.flagrant.testkit.MapSubject;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;
import java.lang.reflect.Method;
import java.time.Duration;
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
 * @param readBound how long it may take to read and judge the map that an interleaving left;
 *     Lincheck watches over the operations only
 */
public record ModelChecker(Grain grain, int limit, Duration readBound) {

  private static final Duration USUAL_READ_BOUND = Duration.ofSeconds(10);

  /**
   * Rounds of one loop after which Lincheck takes it for endless. By its own bound, 50, a walk over
   * the empty cells of a table is endless.
   */
  private static final int LOOP_BOUND = 10_000;

  /** Calls of one method by itself after which Lincheck takes it for endless; its own bound: 20. */
  private static final int RECURSION_BOUND = 1_000;

  /** In Lincheck's exceptions on an interleaving that goes differently the second time. */
  private static final String NOT_DETERMINISTIC = "non-deterministic";

  /** The title of Lincheck's report on a deadlock, a livelock or an invocation out of time. */
  private static final String HUNG = "= The execution has hung";

  /** A checker that gives a map ten seconds to be read. */
  public ModelChecker(Grain grain, int limit) {
    this(grain, limit, USUAL_READ_BOUND);
  }

  /**
   * Explores a race.
   *
   * @param accepted outcomes after which the exploration goes on; at the first other one it stops
   * @throws ExplorationException if the map cannot be prepared, does not do the same each time, or
   *     Lincheck fails for another reason than an outcome
   */
  public Explored explore(
      MapSubject subject, RaceScenario scenario, int actors, Predicate<RaceOutcome> accepted) {
    Session session = new Session(subject, scenario, actors, new Tally(accepted), readBound);
    return explore(session, programs(scenario, actors), limit);
  }

  /**
   * Makes sure that a map on which one thread does all of a race, one program after the other, is
   * as sound under Lincheck as it is without. Lincheck gives objects other identity hashes, for
   * example, and a map that goes by them finds nothing.
   *
   * @throws ExplorationException if it is not: what the race would show then is not the map's
   */
  public void requireSameAlone(MapSubject subject, RaceScenario scenario, int actors) {
    Tally tally = new Tally(outcome -> true);
    Session session = new Session(subject, scenario, actors, tally, readBound);
    List<Actor> all = programs(scenario, actors).stream().flatMap(List::stream).toList();
    Explored alone = explore(session, List.of(all), 1);
    if (alone.count(RaceOutcome.CLEAN) < alone.interleavings() && session.isCleanInOneThread()) {
      throw new ExplorationException(
          "it does not do alone, under Lincheck, what it does without it");
    }
  }

  private Explored explore(Session session, List<List<Actor>> threads, int limit) {
    Tally tally = session.tally;
    ModelCheckingOptions options =
        grain
            .applyTo(new ModelCheckingOptions())
            .iterations(0)
            .addCustomScenario(new ExecutionScenario(List.of(), threads, List.of(), null))
            .invocationsPerIteration(limit)
            .verifier(JudgingVerifier.class)
            .loopBound(LOOP_BOUND)
            .recursionBound(RECURSION_BOUND)
            .minimizeFailedScenario(false)
            .logLevel(LoggingLevel.ERROR);
    String trace = "";
    requirePreparable(session);
    Session.begin(session);
    try {
      options.check(RacedMap.class);
    } catch (LincheckAssertionError found) {
      trace = String.valueOf(found.getMessage());
      if (!tally.rejected) {
        requireHung(trace);
        tally.addHang("");
      }
    } catch (IllegalStateException thrown) {
      requireDifferent(thrown);
      throw new ExplorationException("the same interleaving went differently the second time");
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

  /** Every other one is a fault of Lincheck's or of ours, and is not to be hidden. */
  static void requireDifferent(IllegalStateException thrown) {
    if (!String.valueOf(thrown.getMessage()).contains(NOT_DETERMINISTIC)) {
      throw thrown;
    }
  }

  private static List<List<Actor>> programs(RaceScenario scenario, int actors) {
    Method perform;
    try {
      perform = RacedMap.class.getMethod("perform", MapOperation.class);
    } catch (NoSuchMethodException e) {
      throw new LinkageError("RacedMap has no perform", e);
    }
    return scenario.programs(actors).stream()
        .map(
            program ->
                program.stream().map(operation -> new Actor(perform, List.of(operation))).toList())
        .toList();
  }
}
