package dev.flagrant.stress.race;

import dev.flagrant.map.GoMap;
import dev.flagrant.testkit.ActorRun;
import dev.flagrant.testkit.DetectionSite;
import dev.flagrant.testkit.MapSubject;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.Scenarios;
import dev.flagrant.testkit.SubjectClass;
import dev.flagrant.testkit.UnusableSubjectException;
import dev.flagrant.testkit.judge.Judgement;
import dev.flagrant.testkit.judge.TrialJudge;
import java.util.List;
import java.util.Map;

/**
 * What all trials of one test share: the scenario, the map under test and the judge. Safe for use
 * by several threads, as JCStress lets every actor's thread judge a part of the trials.
 */
public final class Trials {

  /** The system property that names the class of the map under test; Go's map without it. */
  public static final String MAP_PROPERTY = "dev.flagrant.stress.map";

  private static final int ACTORS = 2;

  private static final MapSubject SUBJECT = subject();

  private final RaceScenario scenario;
  private final ThreadLocal<TrialJudge> judges;

  private Trials(RaceScenario scenario) {
    this.scenario = scenario;
    this.judges = ThreadLocal.withInitial(() -> new TrialJudge(SUBJECT, scenario, ACTORS));
  }

  /** The trials of one of testkit's scenarios. */
  public static Trials of(String scenario) {
    return new Trials(Scenarios.named(scenario));
  }

  /** The trials of the same operations, each under the map's monitor. */
  public static Trials locked(String scenario) {
    return new Trials(Scenarios.named(scenario).locked());
  }

  Map<Integer, Integer> newMap() {
    Map<Integer, Integer> map = SUBJECT.newMap();
    scenario.prepare(map);
    return map;
  }

  List<ActorRun> newRuns() {
    return judges.get().newRuns();
  }

  String outcome(Map<Integer, Integer> map, List<ActorRun> runs) {
    return word(judges.get().judge(map, runs));
  }

  /** An outcome as JCStress counts it: {@code CLEAN}, {@code DETECTED END+READ}. */
  private static String word(Judgement judgement) {
    if (judgement.outcome() != RaceOutcome.DETECTED) {
      return judgement.outcome().name();
    }
    StringBuilder word = new StringBuilder(RaceOutcome.DETECTED.name());
    char separator = ' ';
    for (DetectionSite site : judgement.sites()) {
      word.append(separator).append(site.name());
      separator = '+';
    }
    return word.toString();
  }

  private static MapSubject subject() {
    String name = System.getProperty(MAP_PROPERTY, GoMap.class.getName());
    if (name.equals(GoMap.class.getName())) {
      return MapSubject.of(name, GoMap::new);
    }
    try {
      return SubjectClass.find(name, Trials.class.getClassLoader());
    } catch (UnusableSubjectException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
