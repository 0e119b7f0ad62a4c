package dev.flagrant.harness.hammer;

import dev.flagrant.testkit.DetectionSite;
import dev.flagrant.testkit.RaceOutcome;
import java.util.List;
import java.util.Map;

/**
 * How the trials of one scenario ended.
 *
 * @param trials the trials counted: the sum of all outcomes
 * @param overlapping trials in which at least two actors were at work at one time
 * @param outcomes the trials of each of the six outcomes
 * @param sites the DETECTED trials that noticed the race there; a trial may have several
 * @param abandoned the HANGs that left threads behind; the others are iterations without an end
 * @param undecided further trials, whose outcome the judge could not find out
 * @param medianDetectionNanos the median time from the first operation to detection; 0 if none was
 *     detected
 * @param maxDetectionNanos the longest such time
 * @param examples the first trial of each outcome but CLEAN
 */
public record ScenarioResult(
    long trials,
    long overlapping,
    Map<RaceOutcome, Long> outcomes,
    Map<DetectionSite, Long> sites,
    long abandoned,
    long undecided,
    long medianDetectionNanos,
    long maxDetectionNanos,
    List<Example> examples) {

  /** With fewer overlapping trials nothing is shown: the threads hardly met. */
  public static final long OVERLAP_FLOOR = 100;

  /** How many trials ended so. */
  public long count(RaceOutcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }

  /** Whether the time of some detection was taken. */
  public boolean timed() {
    return maxDetectionNanos > 0;
  }

  /** Trials in which the race did harm and nobody was told. */
  public long silentHarm() {
    return outcomes.entrySet().stream()
        .filter(entry -> entry.getKey().isSilentHarm())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Trials in which the map broke as no map may. */
  public long unsafe() {
    return outcomes.entrySet().stream()
        .filter(entry -> entry.getKey().isUnsafe())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Whether the threads met often enough for the counts to mean something. */
  public boolean threadsMet() {
    return overlapping >= OVERLAP_FLOOR;
  }

  /** Whether a trial was not CLEAN. */
  public boolean anyNotClean() {
    return count(RaceOutcome.CLEAN) < trials;
  }

  /** Whether there were trials, and every one of them was judged CLEAN. */
  public boolean allClean() {
    return trials > 0 && undecided == 0 && count(RaceOutcome.CLEAN) == trials;
  }
}
