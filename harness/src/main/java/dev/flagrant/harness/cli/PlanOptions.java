package dev.flagrant.harness.cli;

import dev.flagrant.harness.check.CheckPlan;
import dev.flagrant.harness.hammer.HammerOptions;
import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.Scenarios;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
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

  private static final double MOST_SECONDS = 3_600;
  private static final double NANOS_PER_SECOND = 1e9;

  @Option(names = "--quick", description = "Under a minute for all scenarios, not some minutes.")
  private boolean quick;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of each trial, 2 to 64. Default: ${DEFAULT-VALUE}.")
  private int threads = FEWEST_THREADS;

  @Option(
      names = "--scenario",
      paramLabel = "REGEX",
      description = "Only scenarios whose name contains a match; see --list.")
  private String scenario = "";

  @Option(
      names = "--time",
      paramLabel = "SECONDS",
      description = "Time for the trials of each scenario; a quarter of it for its control.")
  private @Nullable Double seconds;

  @Option(
      names = "--trials",
      paramLabel = "N",
      description = "At most so many trials of each scenario, within its time.")
  private long trials = Long.MAX_VALUE;

  @Option(
      names = "--hang",
      paramLabel = "SECONDS",
      description = "A trial not over by then is a HANG. Default: 10, with --quick 3.")
  private @Nullable Double hangSeconds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Repeats the random delays of an earlier check, which printed its seed.")
  private @Nullable Long seed;

  /** The plan these options make. */
  CheckPlan plan() throws UsageException {
    require(
        threads >= FEWEST_THREADS && threads <= MOST_THREADS,
        "--threads must be from %d to %d, not %d".formatted(FEWEST_THREADS, MOST_THREADS, threads));
    require(trials > 0, "--trials must be above 0, not " + trials);
    List<RaceScenario> chosen = chosen();
    Duration each = each(chosen.size());
    Duration hang =
        hangSeconds == null ? (quick ? HANG_QUICK : HANG) : duration("--hang", hangSeconds);
    long delays = seed == null ? ThreadLocalRandom.current().nextLong(1_000_000_000) : seed;
    HammerOptions race = race(each, hang, delays);
    return new CheckPlan(chosen, race, race.forControl(CONTROL_PART));
  }

  private HammerOptions race(Duration each, Duration hang, long delays) {
    Duration reserve = quick ? RESERVE_QUICK : RESERVE;
    return new HammerOptions(threads, each, reserve, trials, hang, delays);
  }

  private List<RaceScenario> chosen() throws UsageException {
    Pattern pattern;
    try {
      pattern = Pattern.compile(scenario);
    } catch (PatternSyntaxException e) {
      throw new UsageException(
          "--scenario: '%s' is no regular expression: %s".formatted(scenario, e.getDescription()));
    }
    List<RaceScenario> chosen =
        Scenarios.all().stream().filter(each -> pattern.matcher(each.name()).find()).toList();
    require(
        !chosen.isEmpty(),
        "--scenario: no scenario matches '%s'; see flagrant check --list".formatted(scenario));
    return chosen;
  }

  /** The time of one race, so that all races and controls with their warm-ups take the whole. */
  private Duration each(int scenarios) throws UsageException {
    if (seconds != null) {
      return duration("--time", seconds);
    }
    HammerOptions unit = race(Duration.ofSeconds(1), HANG, 0);
    Duration both = unit.usual().plus(unit.forControl(CONTROL_PART).usual());
    Duration whole = quick ? WHOLE_QUICK : WHOLE;
    // A few scenarios alone take less than the whole, but longer each.
    int shares = Math.max(scenarios, Scenarios.all().size() / 2);
    double part = (double) unit.time().toNanos() / both.toNanos();
    return Duration.ofNanos((long) (part * whole.toNanos() / shares));
  }

  private static Duration duration(String option, double value) throws UsageException {
    require(
        value > 0 && value <= MOST_SECONDS,
        "%s must be above 0 and at most %.0f seconds, not %s"
            .formatted(option, MOST_SECONDS, value));
    return Duration.ofNanos((long) (value * NANOS_PER_SECOND));
  }

  private static void require(boolean holds, String message) throws UsageException {
    if (!holds) {
      throw new UsageException(message);
    }
  }
}
