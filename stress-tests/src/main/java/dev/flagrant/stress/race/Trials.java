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
import java.util.StringTokenizer;

/**
 * What all trials of one test share: the scenario, the map under test and the judge. Safe for use
 * by several threads, as JCStress lets every actor's thread judge a part of the trials.
 */
public final class Trials {

  /** The system property that names the class of the map under test; Go's map without it. */
  public static final String MAP_PROPERTY = "dev.flagrant.stress.map";

  /** The system property that names, between commas, further throwables that tell of a race. */
  public static final String DETECTS_PROPERTY = "dev.flagrant.stress.detects";

  private static final int PAIR = 2;

  private static final String GO_MAP = GoMap.class.getName();
  private static final String MAP = System.getProperty(MAP_PROPERTY, GO_MAP);
  private static final MapSubject SUBJECT = subject(MAP, System.getProperty(DETECTS_PROPERTY, ""));

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

  RaceScenario scenario() {
    return scenario;
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
    return fault.isEmpty()
        ? word(judges.get().judge(map, runs), MAP.equals(GO_MAP))
        : "FLAGS " + fault;
  }

  /**
   * An outcome as JCStress counts it: {@code CLEAN}, {@code DETECTED END+READ}.
   *
   * @param sites whether the sites of a detection are told; of another map than Go's they are no
   *     more than a guess from the operation that was cut short
   */
  static String word(Judgement judgement, boolean sites) {
    if (judgement.outcome() != RaceOutcome.DETECTED || !sites) {
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

  static MapSubject subject(String map, String detects) {
    ClassLoader loader = Trials.class.getClassLoader();
    try {
      MapSubject subject =
          map.equals(GO_MAP) ? MapSubject.of(map, GoMap::new) : SubjectClass.find(map, loader);
      StringTokenizer names = new StringTokenizer(detects, ",");
      while (names.hasMoreTokens()) {
        Class<?> type = Class.forName(names.nextToken(), false, loader);
        subject = subject.detecting(type.asSubclass(Throwable.class));
      }
      return subject;
    } catch (UnusableSubjectException | ClassNotFoundException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
