package dev.flagrant.stress.race;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.runtime.FlagsLeft;
import dev.flagrant.testkit.ActorRun;
import dev.flagrant.testkit.DetectionSite;
import dev.flagrant.testkit.MapOperation.Kind;
import dev.flagrant.testkit.MapSubject;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.Scenarios;
import dev.flagrant.testkit.SubjectClass;
import dev.flagrant.testkit.UnusableSubjectException;
import dev.flagrant.testkit.judge.Judgement;
import dev.flagrant.testkit.judge.TrialJudge;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What all trials of one test share: the scenario, the map under test and the judge. Safe for use
 * by several threads, as JCStress lets every actor's thread judge a part of the trials.
 */
public final class Trials {

  /** The system property that names the class of the map under test; Go's map without it. */
  public static final String MAP_PROPERTY = "dev.flagrant.stress.map";

  private static final int PAIR = 2;

  private static final MapSubject SUBJECT = subject();

  private final RaceScenario scenario;
  private final FlagsLeft.Operations operations;
  private final ThreadLocal<TrialJudge> judges;

  private Trials(RaceScenario scenario, int actors) {
    this.scenario = scenario;
    this.operations = operations(scenario, actors);
    this.judges = ThreadLocal.withInitial(() -> new TrialJudge(SUBJECT, scenario, actors));
  }

  /** The trials of one of testkit's scenarios. */
  public static Trials of(String scenario) {
    return new Trials(Scenarios.named(scenario), PAIR);
  }

  /** The trials of a scenario with this many actors. */
  public static Trials of(RaceScenario scenario, int actors) {
    return new Trials(scenario, actors);
  }

  /** The trials of the same operations, each under the map's monitor. */
  public static Trials locked(String scenario) {
    return new Trials(Scenarios.named(scenario).locked(), PAIR);
  }

  private static FlagsLeft.Operations operations(RaceScenario scenario, int actors) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    scenario.programs(actors).forEach(program -> program.forEach(each -> kinds.add(each.kind())));
    boolean wrote = kinds.stream().anyMatch(Kind::mutates);
    boolean mayLose = kinds.contains(Kind.CLEAR) || (wrote && !scenario.control());
    return new FlagsLeft.Operations(wrote, kinds.contains(Kind.ITERATE), mayLose);
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
    // Before the judge, who iterates over the map himself.
    String fault = FlagsLeft.unexplained(map, operations);
    return fault.isEmpty() ? word(judges.get().judge(map, runs)) : "FLAGS " + fault;
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
