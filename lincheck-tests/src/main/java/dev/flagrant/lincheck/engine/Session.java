package dev.flagrant.lincheck.engine;

import dev.flagrant.testkit.ActorRun;
import dev.flagrant.testkit.MapSubject;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.Slot;
import dev.flagrant.testkit.judge.Judgement;
import dev.flagrant.testkit.judge.TrialJudge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The race that Lincheck is exploring. Lincheck makes the classes of a test by itself, so what they
 * share is static, and there is one session at a time.
 */
final class Session {
  private static @Nullable Session current;

  private final MapSubject subject;
  private final RaceScenario scenario;
  private final int actors;
  final TrialJudge judge;
  final Tally tally;
  final Duration readBound;

  /** The map of the interleaving under way. */
  private @Nullable Map<Integer, Integer> map;

  Session(MapSubject subject, RaceScenario scenario, int actors, Tally tally, Duration readBound) {
    this.subject = subject;
    this.scenario = scenario;
    this.actors = actors;
    this.judge = new TrialJudge(subject, scenario, actors);
    this.tally = tally;
    this.readBound = readBound;
  }

  static Session current() {
    Session present = current;
    if (present == null) {
      throw new IllegalStateException("no race is being explored");
    }
    return present;
  }

  static void begin(@Nullable Session session) {
    current = session;
  }

  /** Operations in the program of an actor. */
  int length(int actor) {
    return scenario.program(new Slot(actor, actors)).size();
  }

  Map<Integer, Integer> newMap() {
    Map<Integer, Integer> fresh = subject.newMap();
    scenario.prepare(fresh);
    map = fresh;
    return fresh;
  }

  /**
   * Judges the interleaving that is over. A race can leave a map that no reader comes back from, so
   * a thread of its own reads it.
   *
   * @return the judgement, or nothing if the map could not be read in time; that thread is left to
   *     itself then
   */
  Optional<Judgement> judge(List<ActorRun> runs) {
    Map<Integer, Integer> last = lastMap();
    return soon(() -> judge.judge(last, runs));
  }

  /** Whether one thread that runs all programs, without Lincheck, leaves nothing to say of it. */
  boolean isCleanInOneThread() {
    return soon(this::judgeInOneThread)
        .filter(judgement -> judgement.outcome() == RaceOutcome.CLEAN)
        .isPresent();
  }

  private Judgement judgeInOneThread() {
    Map<Integer, Integer> fresh = newMap();
    List<ActorRun> runs = judge.newRuns();
    runs.forEach(run -> run.perform(fresh));
    return judge.judge(fresh, runs);
  }

  private Optional<Judgement> soon(Callable<Judgement> work) {
    FutureTask<Judgement> judging = new FutureTask<>(work);
    Thread reader = new Thread(judging, "flagrant: reads the map of an interleaving");
    reader.setDaemon(true);
    reader.start();
    try {
      return Optional.of(judging.get(readBound.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw unchecked(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExplorationException("it was interrupted");
    }
  }

  /** A judge throws nothing that is checked; an error is thrown, not given. */
  private static RuntimeException unchecked(@Nullable Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return (RuntimeException) Objects.requireNonNull(thrown);
  }

  private Map<Integer, Integer> lastMap() {
    Map<Integer, Integer> last = map;
    if (last == null) {
      throw new IllegalStateException("no map has been made");
    }
    return last;
  }
}
