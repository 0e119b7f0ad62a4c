package dev.flagrant.harness.check;

import dev.flagrant.harness.hammer.Hammer;
import dev.flagrant.harness.hammer.HammerOptions;
import dev.flagrant.harness.hammer.ScenarioResult;
import dev.flagrant.testkit.MapSubject;
import dev.flagrant.testkit.RaceScenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/** Runs every scenario of a plan and its locked control on one map. */
public final class Check {

  /**
   * Trials of the whole check that left threads behind, after which the scenarios that are left are
   * skipped: what those threads do would be taken for the next scenarios'.
   */
  static final long MOST_ABANDONED = 4;

  private final MapSubject subject;
  private final CheckPlan plan;
  private final ProgressListener<? super ScenarioReport> listener;
  private final Hammer hammer;
  private Duration reserve;

  /** A check of this map. */
  public Check(
      MapSubject subject, CheckPlan plan, ProgressListener<? super ScenarioReport> listener) {
    this.subject = subject;
    this.plan = plan;
    this.listener = listener;
    this.hammer = new Hammer(subject);
    this.reserve = plan.race().reserve();
  }

  /** Runs the check; it takes about the plan's time, and ends whatever the map does. */
  public CheckReport run() {
    List<ScenarioReport> reports = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    long abandoned = 0;
    for (RaceScenario scenario : plan.scenarios()) {
      if (abandoned >= MOST_ABANDONED) {
        skipped.add(scenario.name());
        continue;
      }
      ScenarioReport report = run(scenario, reports.size());
      abandoned += report.race().abandoned() + report.control().abandoned();
      reports.add(report);
      listener.end(report);
    }
    return new CheckReport(
        subject.name(), plan, List.copyOf(reports), List.copyOf(skipped), Verdict.of(reports));
  }

  private ScenarioReport run(RaceScenario scenario, int index) {
    int all = plan.scenarios().size();
    listener.begin(scenario.name(), index + 1, all);
    double raceShare = share(plan.race(), plan.control());
    ScenarioResult race = hammer(scenario, plan.race(), scaled(index, 0, raceShare, all));
    ScenarioResult control =
        hammer(scenario.locked(), plan.control(), scaled(index, raceShare, 1 - raceShare, all));
    return new ScenarioReport(scenario, race, control);
  }

  /** Runs a scenario with all of the reserve that is left, and notes what it took of it. */
  private ScenarioResult hammer(
      RaceScenario scenario, HammerOptions options, DoubleConsumer progress) {
    long started = System.nanoTime();
    ScenarioResult result = hammer.run(scenario, options.withReserve(reserve), progress);
    Duration overtime = Duration.ofNanos(System.nanoTime() - started).minus(options.usual());
    if (!overtime.isNegative()) {
      Duration left = reserve.minus(overtime);
      reserve = left.isNegative() ? Duration.ZERO : left;
    }
    return result;
  }

  private static double share(HammerOptions race, HammerOptions control) {
    double raceNanos = race.time().toNanos();
    return raceNanos / (raceNanos + control.time().toNanos());
  }

  private DoubleConsumer scaled(int index, double from, double share, int all) {
    return done -> listener.progress((index + from + share * done) / all);
  }
}
