package dev.flagrant.harness.cli;

import dev.flagrant.harness.check.CheckPlan;
import dev.flagrant.harness.hammer.HammerOptions;
import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.Scenarios;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what is run, for how long and by how many threads. */
final class PlanOptions {

  private static final int FEWEST_THREADS = 2;
  private static final int MOST_THREADS = 64;

  /** What the races and controls of all scenarios take together. */
  private static final Duration WHOLE = Duration.ofSeconds(200);

  private static final Duration WHOLE_QUICK = Duration.ofSeconds(36);

  /** What races may take beyond that, where the threads hardly meet. */
  private static final Duration RESERVE = Duration.ofSeconds(60);

  private static final Duration RESERVE_QUICK = Duration.ofSeconds(14);

  private static final Duration HANG = Duration.ofSeconds(10);
  private static final Duration HANG_QUICK = Duration.ofSeconds(3);

  /** A control takes this part of the time of its race. */
  private static final int CONTROL_PART = 4;

  @Option(names = "--quick", description = "Under a minute for all scenarios, not some minutes.")
  private boolean quick;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = Threads.class,
      description = "Threads of each trial, 2 to 64. Default: ${DEFAULT-VALUE}.")
  private long threads = FEWEST_THREADS;

  @Mixin private final ScenarioOptions scenarioOptions = new ScenarioOptions();

  @Option(
      names = "--time",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      description = {
        "Time for the trials of each scenario; a quarter of it for its control.",
        "Default: 7.5, with --quick 1.3; up to twice that where --scenario leaves fewer."
      })
  private @Nullable Duration time;

  @Option(
      names = "--trials",
      paramLabel = "N",
      converter = WholeNumber.Positive.class,
      description =
          "At most so many trials of each scenario, within its time. Default: as many as that"
              + " gives.")
  private long trials = Long.MAX_VALUE;

  @Option(
      names = "--hang",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      description = "A trial not over by then is a HANG. Default: 10, with --quick 3.")
  private @Nullable Duration hang;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = WholeNumber.Any.class,
      description =
          "Draws the threads' delays as an earlier check did, which printed its seed. When each"
              + " thread runs is up to the system, so that the outcomes are not the same.")
  private @Nullable Long seed;

  /** How many threads one trial may have. */
  static final class Threads extends WholeNumber {
    Threads() {
      super(FEWEST_THREADS, MOST_THREADS);
    }
  }

  /** The scenarios that are run. */
  List<RaceScenario> scenarios() throws UsageException {
    return scenarioOptions.chosen();
  }

  /** The plan these options make. */
  CheckPlan plan() throws UsageException {
    List<RaceScenario> chosen = scenarios();
    Duration hangBound = hang == null ? (quick ? HANG_QUICK : HANG) : hang;
    long delays = seed == null ? ThreadLocalRandom.current().nextLong(1_000_000_000) : seed;
    HammerOptions race = race(each(chosen.size()), hangBound, delays);
    return new CheckPlan(chosen, race, race.forControl(CONTROL_PART));
  }

  private HammerOptions race(Duration each, Duration hangBound, long delays) {
    Duration reserve = quick ? RESERVE_QUICK : RESERVE;
    return new HammerOptions(Math.toIntExact(threads), each, reserve, trials, hangBound, delays);
  }

  /** The time of one race, so that all races and controls with their warm-ups take the whole. */
  private Duration each(int scenarios) {
    if (time != null) {
      return time;
    }
    HammerOptions unit = race(Duration.ofSeconds(1), HANG, 0);
    Duration both = unit.usual().plus(unit.forControl(CONTROL_PART).usual());
    Duration whole = quick ? WHOLE_QUICK : WHOLE;
    // A few scenarios alone take less than the whole, but longer each.
    int shares = Math.max(scenarios, Scenarios.all().size() / 2);
    double part = (double) unit.time().toNanos() / both.toNanos();
    return Duration.ofNanos((long) (part * whole.toNanos() / shares));
  }
}
