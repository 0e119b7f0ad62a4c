package dev.flagrant.testkit.judge;

import static dev.flagrant.testkit.RaceOutcome.CLEAN;
import static dev.flagrant.testkit.RaceOutcome.DETECTED;
import static dev.flagrant.testkit.RaceOutcome.HANG;
import static dev.flagrant.testkit.RaceOutcome.JVM_EXCEPTION;
import static dev.flagrant.testkit.RaceOutcome.LOST_UPDATE;
import static dev.flagrant.testkit.RaceOutcome.TORN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.ConcurrentModificationError;
import dev.flagrant.map.ConcurrentModificationError.Kind;
import dev.flagrant.map.ConcurrentModificationError.Site;
import dev.flagrant.map.GoMap;
import dev.flagrant.map.runtime.BrokenStructure;
import dev.flagrant.testkit.ActorRun;
import dev.flagrant.testkit.DetectionSite;
import dev.flagrant.testkit.MapOperation;
import dev.flagrant.testkit.MapSubject;
import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.Traversal;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which of the six outcomes a whole trial has, with what was thrown taken into account. */
class TrialOutcomesTest {

  private static final RaceScenario PUT_AND_GET =
      RaceScenario.named("put/get")
          .entries(1)
          .role(slot -> List.of(new MapOperation.Put(1, slot.value(0))))
          .role(slot -> List.of(new MapOperation.Get(0), new MapOperation.Get(1)))
          .build();

  private final Error atEnd = new ConcurrentModificationError(Kind.WRITES, Site.END, null);

  /** A HashMap that fails in the ways a test asks for. */
  private static class Scripted extends HashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    transient @Nullable Throwable fromPut;
    transient @Nullable Throwable fromGet;

    @Override
    public @Nullable Integer put(Integer key, Integer value) {
      throwIfAsked(fromPut);
      return super.put(key, value);
    }

    @Override
    public @Nullable Integer get(@Nullable Object key) {
      throwIfAsked(fromGet);
      return super.get(key);
    }

    private static void throwIfAsked(@Nullable Throwable thrown) {
      if (thrown instanceof RuntimeException exception) {
        throw exception;
      }
      if (thrown instanceof Error error) {
        throw error;
      }
    }
  }

  private final Scripted map = new Scripted();
  private final MapSubject subject = MapSubject.of("scripted", () -> map);
  private TrialJudge judge = new TrialJudge(subject, PUT_AND_GET, 2);
  private final List<ActorRun> runs = judge.newRuns();

  private Judgement trial() {
    PUT_AND_GET.prepare(map);
    return performAndJudge(UnaryOperator.identity());
  }

  private Judgement performAndJudge(UnaryOperator<Map<Integer, Integer>> left) {
    runs.forEach(run -> run.perform(map));
    return judge.judge(left.apply(map), runs);
  }

  @Test
  void anUndisturbedTrialIsClean() {
    assertThat(trial()).isEqualTo(Judgement.of(CLEAN));
    assertThat(judge.evidence()).isNull();
  }

  @Test
  void aDetectionOfOneActorIsEnough() {
    PUT_AND_GET.prepare(map);
    map.fromPut = atEnd;
    Judgement judgement = performAndJudge(UnaryOperator.identity());
    assertThat(judgement.outcome()).isEqualTo(DETECTED);
    assertThat(judgement.sites()).containsExactly(DetectionSite.END);
    assertThat(judgement.detectionNanos()).isPositive();
    assertThat(judge.evidence()).isSameAs(atEnd);
  }

  @Test
  void bothSitesOfTwoDetectionsAreTold() {
    PUT_AND_GET.prepare(map);
    map.fromPut = atEnd;
    map.fromGet = new ConcurrentModificationException();
    assertThat(performAndJudge(UnaryOperator.identity()).sites())
        .containsExactlyInAnyOrder(DetectionSite.END, DetectionSite.READ);
  }

  @Test
  void theEchoOfADeadMapIsNoSecondSite() {
    PUT_AND_GET.prepare(map);
    map.fromPut = atEnd;
    map.fromGet = new ConcurrentModificationError(Kind.READ_AND_WRITE, Site.READ, atEnd);
    Judgement judgement = performAndJudge(UnaryOperator.identity());
    assertThat(judgement.sites()).containsExactly(DetectionSite.END);
  }

  @Test
  void aThrowableThatTellsOfNoRaceIsAJvmException() {
    PUT_AND_GET.prepare(map);
    map.fromGet = new NullPointerException("broken");
    assertThat(performAndJudge(UnaryOperator.identity()).outcome()).isEqualTo(JVM_EXCEPTION);
    assertThat(judge.explain(runs)).isEqualTo("java.lang.NullPointerException: broken");
    assertThat(judge.evidence()).isSameAs(map.fromGet);
  }

  @Test
  void aDetectionDoesNotExcuseAJvmException() {
    PUT_AND_GET.prepare(map);
    map.fromPut = atEnd;
    map.fromGet = new StackOverflowError();
    assertThat(performAndJudge(UnaryOperator.identity()).outcome()).isEqualTo(JVM_EXCEPTION);
  }

  @Test
  void whatTheEndStateReadingMeetsCounts() {
    PUT_AND_GET.prepare(map);
    Judgement thrown =
        performAndJudge(
            left -> {
              map.fromGet = new ClassCastException("tree");
              return left;
            });
    assertThat(thrown.outcome()).isEqualTo(JVM_EXCEPTION);
  }

  @Test
  void aDetectionByTheEndStateReadingIsUntimed() {
    PUT_AND_GET.prepare(map);
    Judgement late =
        performAndJudge(
            left -> {
              map.fromGet = atEnd;
              return left;
            });
    assertThat(late.outcome()).isEqualTo(DETECTED);
    assertThat(late.detectionNanos()).isEqualTo(Judgement.UNTIMED);
    assertThat(late.sites()).containsExactly(DetectionSite.END);
  }

  @Test
  void aLostEntryIsALostUpdate() {
    PUT_AND_GET.prepare(map);
    Judgement lost =
        performAndJudge(
            left -> {
              left.remove(0);
              return left;
            });
    assertThat(lost.outcome()).isEqualTo(LOST_UPDATE);
    assertThat(judge.explain(runs)).isEqualTo("key 0 ends with nothing, expected 0");
  }

  @Test
  void anAnswerFromNowhereIsTorn() {
    PUT_AND_GET.prepare(map);
    Judgement torn =
        performAndJudge(
            left -> {
              runs.get(1).answer(0, 77);
              return left;
            });
    assertThat(torn.outcome()).isEqualTo(TORN);
    assertThat(judge.explain(runs)).isEqualTo("no order gives thread 1: get(0) = 77");
  }

  @Test
  void anIterationWithoutEndIsAHang() {
    RaceScenario iterate =
        RaceScenario.named("iterate")
            .entries(1)
            .role(slot -> List.of(new MapOperation.Iterate()))
            .build();
    judge = new TrialJudge(subject, iterate, 2);
    List<ActorRun> iterations = judge.newRuns();
    iterate.prepare(map);
    iterations.forEach(run -> run.perform(map));
    assertThat(judge.judge(map, iterations).outcome()).isEqualTo(CLEAN);
    Map<Integer, Integer> circle = new Circle();
    iterations.get(0).answer(0, Traversal.of(circle));
    assertThat(judge.judge(map, iterations).outcome()).isEqualTo(HANG);
  }

  @Test
  void aBrokenStructureIsALostUpdateEvenIfNothingElseShowsIt() {
    MapSubject strict =
        subject.withStructure(
            left -> {
              throw new AssertionError("bucket 0 has no end");
            });
    judge = new TrialJudge(strict, PUT_AND_GET, 2);
    assertThat(trial().outcome()).isEqualTo(LOST_UPDATE);
    assertThat(judge.explain(runs)).isEqualTo("structure: bucket 0 has no end");
  }

  @Test
  void aGoMapWhoseStructureIsBrokenIsALostUpdateThoughItsAnswersAreRight() {
    TrialJudge ofGoMaps =
        new TrialJudge(MapSubject.of("GoMap", GoMap<Integer, Integer>::new), PUT_AND_GET, 2);
    List<ActorRun> onGoMap = ofGoMaps.newRuns();
    GoMap<Integer, Integer> goMap = new GoMap<>();
    PUT_AND_GET.prepare(goMap);
    onGoMap.forEach(run -> run.perform(goMap));
    assertThat(ofGoMaps.judge(goMap, onGoMap)).isEqualTo(Judgement.of(CLEAN));

    BrokenStructure.countAnOverflowBucket(goMap);
    assertThat(ofGoMaps.judge(goMap, onGoMap)).isEqualTo(Judgement.of(LOST_UPDATE));
    assertThat(ofGoMaps.explain(onGoMap)).startsWith("structure: ").contains("noverflow is 1");
  }
}
