package dev.flagrant.harness.check;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.flagrant.harness.hammer.Budget;
import dev.flagrant.harness.hammer.HammerOptions;
import dev.flagrant.harness.report.NoProgress;
import dev.flagrant.harness.subjects.BadMaps;
import dev.flagrant.harness.subjects.NeedsTwoProcessors;
import dev.flagrant.testkit.MapSubject;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.Scenarios;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whole checks, and the check of the check: known-bad maps must not pass. */
class CheckTest {

  private static CheckReport check(
      Supplier<? extends Map<Integer, Integer>> map, HammerOptions race, String... scenarios) {
    List<RaceScenario> chosen = List.of(scenarios).stream().map(Scenarios::named).toList();
    CheckPlan plan = new CheckPlan(chosen, race, race.forControl(4));
    return new Check(MapSubject.of("map", map), plan, new NoProgress<>()).run();
  }

  @Test
  void aMapThatCriesOfRacesUnderALockIsBroken() {
    CheckReport report =
        check(BadMaps.CriesAtGets::new, Budget.ofTrials(2_000), "put/get", "get/get");
    assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.BROKEN);
    assertThat(Expectation.ANY.isMetBy(report.verdict())).isFalse();
  }

  @Test
  @NeedsTwoProcessors
  void aMapThatCriesWhereThreadsOnlyReadIsAFalseAlarm() {
    CheckReport report = check(BadMaps.CriesAtReaders::new, Budget.ofMillis(500), "get/get");
    assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.FALSE_ALARM);
  }

  @Test
  void aMapThatForgetsIsBroken() {
    CheckReport report =
        check(BadMaps.Forgetful::new, Budget.ofTrials(400), "put/put different buckets");
    assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.BROKEN);
  }

  @Test
  @NeedsTwoProcessors
  @SuppressWarnings("JdkObsolete") // a real map of this kind
  void hashtableIsPartlyFailFastAsOnlyItsIteratorsComplain() {
    CheckReport report =
        check(
            Hashtable::new, Budget.ofMillis(500), "put/put same key", "put/iterate while growing");
    assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.PARTLY_FAIL_FAST);
  }

  @Test
  @NeedsTwoProcessors
  void aMapThatHangsEverywhereEndsTheCheckEarly() {
    CheckReport report =
        check(
            BadMaps.Deadlocking::new,
            Budget.impatient(300),
            "put/put same key",
            "put/put same bucket",
            "put/put different buckets",
            "put/put across a growth",
            "put/put while growing");
    assertThat(report.verdict()).isEqualTo(Verdict.UNSAFE);
    assertThat(report.skipped()).isNotEmpty();
    assertThat(report.scenarios().size() + report.skipped().size()).isEqualTo(5);
  }

  @Test
  @NeedsTwoProcessors
  void hangsThatLeaveNoThreadEndNothingEarly() {
    CheckReport report =
        check(
            BadMaps.Circular::new,
            Budget.ofMillis(300),
            "put/put same key",
            "put/put same bucket",
            "put/put different buckets");
    assertThat(report.scenarios())
        .as("%s", report)
        .hasSize(3)
        .first(as(type(ScenarioReport.class)))
        .extracting(scenario -> scenario.race().count(RaceOutcome.HANG))
        .matches(hangs -> hangs >= Check.MOST_ABANDONED);
    assertThat(report.skipped()).isEmpty();
  }

  @Test
  void theListenerIsToldOfEveryScenario() {
    List<String> told = new ArrayList<>();
    List<Double> progress = new ArrayList<>();
    ProgressListener<ScenarioReport> listener =
        new ProgressListener<>() {
          @Override
          public void begin(String scenario, int number, int of) {
            told.add(number + "/" + of + " " + scenario);
          }

          @Override
          public void progress(double done) {
            progress.add(done);
          }

          @Override
          public void end(ScenarioReport report) {
            told.add("end " + report.scenario().name());
          }

          @Override
          public void close() {}
        };
    HammerOptions few = Budget.ofTrials(50);
    List<RaceScenario> two = List.of(Scenarios.named("get/get"), Scenarios.named("put/get"));
    new Check(
            MapSubject.of("map", ConcurrentHashMap::new),
            new CheckPlan(two, few, few.forControl(4)),
            listener)
        .run();
    assertThat(told).containsExactly("1/2 get/get", "end get/get", "2/2 put/get", "end put/get");
    assertThat(progress).isSorted().last().isEqualTo(1.0);
  }
}
