package dev.flagrant.testkit.judge;

import dev.flagrant.testkit.ActorRun;
import dev.flagrant.testkit.Detection;
import dev.flagrant.testkit.DetectionSite;
import dev.flagrant.testkit.MapOperation;
import dev.flagrant.testkit.MapSubject;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides how the trials of one scenario on one subject end.
 *
 * <p>A throwable that tells of no race makes a trial JVM_EXCEPTION even if another actor was told:
 * a map that stops the program may not break it as well. Otherwise one detection makes it DETECTED.
 * Otherwise the answers and the end state are judged, and the structure where the subject has a
 * check of it; a broken structure is a LOST_UPDATE.
 *
 * <p>Not thread-safe. Reading the map a trial left can take for ever if the race corrupted it, so
 * an engine watches over {@link #judge} as it does over the actors.
 */
public final class TrialJudge {

  private final MapSubject subject;
  private final List<List<MapOperation>> programs;
  private final HistoryJudge histories;
  private String explanation = "";
  private @Nullable Throwable evidence;
  private @Nullable EndState lastEnd;

  /** A judge of this scenario's trials. */
  public TrialJudge(MapSubject subject, RaceScenario scenario, int actors) {
    this.subject = subject;
    this.programs = scenario.programs(actors);
    this.histories = new HistoryJudge(scenario.initial(), programs);
  }

  /** The runs to be performed in each trial, one for each actor. */
  public List<ActorRun> newRuns() {
    return programs.stream().map(ActorRun::new).toList();
  }

  /**
   * Judges a trial that is over.
   *
   * @param map the map it left, which no other thread uses any more
   * @param runs every actor's run
   * @throws UndecidedException if too many orders would have to be tried
   */
  public Judgement judge(Map<Integer, Integer> map, List<ActorRun> runs) {
    explanation = "";
    evidence = null;
    lastEnd = null;
    Judgement thrown = judgeThrown(runs);
    return thrown != null ? thrown : judgeHistory(map, runs);
  }

  /** Judges a trial that did not begin, as the map threw when one thread prepared it. */
  public Judgement judgePreparation(Throwable thrown) {
    explanation = "";
    lastEnd = null;
    return judgeThrownAlone(thrown, MapOperation.Kind.PUT);
  }

  private @Nullable Judgement judgeThrown(List<ActorRun> runs) {
    EnumSet<DetectionSite> sites = EnumSet.noneOf(DetectionSite.class);
    EnumSet<DetectionSite> echoes = EnumSet.noneOf(DetectionSite.class);
    long released = Long.MAX_VALUE;
    long detected = Long.MAX_VALUE;
    Throwable failure = null;
    for (ActorRun run : runs) {
      released = Math.min(released, run.startedNanos());
      Throwable thrown = run.thrown();
      if (thrown == null) {
        continue;
      }
      Detection detection = subject.detection(thrown, run.interrupted().kind());
      if (detection == null) {
        failure = failure == null ? thrown : failure;
      } else {
        (detection.echo() ? echoes : sites).add(detection.site());
        detected = Math.min(detected, run.endedNanos());
        evidence = evidence == null ? thrown : evidence;
      }
    }
    if (failure != null) {
      return failed(failure);
    }
    if (detected == Long.MAX_VALUE) {
      return null;
    }
    return new Judgement(
        RaceOutcome.DETECTED, sites.isEmpty() ? echoes : sites, detected - released);
  }

  private Judgement judgeHistory(Map<Integer, Integer> map, List<ActorRun> runs) {
    EndState end;
    try {
      end = EndState.read(map, histories.keys());
    } catch (Throwable thrown) { // whatever a corrupted map throws
      return judgeThrownAlone(thrown, MapOperation.Kind.ITERATE);
    }
    RaceOutcome outcome = histories.weigh(runs, end);
    if (outcome == RaceOutcome.CLEAN || outcome == RaceOutcome.TORN) {
      try {
        subject.checkStructure(map);
      } catch (AssertionError
          | RuntimeException broken) { // a check may stumble over what is broken
        evidence = broken;
        explanation = "structure: " + broken.getMessage();
        return Judgement.of(RaceOutcome.LOST_UPDATE);
      }
    }
    lastEnd = end;
    return Judgement.of(outcome);
  }

  private Judgement judgeThrownAlone(Throwable thrown, MapOperation.Kind during) {
    Detection detection = subject.detection(thrown, during);
    if (detection == null) {
      return failed(thrown);
    }
    evidence = thrown;
    return new Judgement(RaceOutcome.DETECTED, EnumSet.of(detection.site()), Judgement.UNTIMED);
  }

  private Judgement failed(Throwable thrown) {
    evidence = thrown;
    explanation = thrown.toString();
    return Judgement.of(RaceOutcome.JVM_EXCEPTION);
  }

  /** The throwable the last judgement rests on, or null if it rests on none. */
  public @Nullable Throwable evidence() {
    return evidence;
  }

  /** Says why the trial judged last is not CLEAN: what was found, and what was to be expected. */
  public String explain(List<ActorRun> runs) {
    if (explanation.isEmpty() && lastEnd != null) {
      explanation = histories.explain(runs, lastEnd);
    }
    return explanation;
  }
}
