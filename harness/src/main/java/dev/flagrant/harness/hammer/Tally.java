package dev.flagrant.harness.hammer;

import dev.flagrant.testkit.DetectionSite;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.judge.Judgement;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** Counts how the trials of one scenario ended. Thread-safe. */
final class Tally {

  private static final long LONGEST_DETECTION_NANOS = 60_000_000_000L;
  private static final int SIGNIFICANT_DIGITS = 3;

  private final Map<RaceOutcome, Long> outcomes = new EnumMap<>(RaceOutcome.class);
  private final Map<DetectionSite, Long> sites = new EnumMap<>(DetectionSite.class);
  private final Map<RaceOutcome, Example> examples = new LinkedHashMap<>();
  private final Histogram detectionNanos =
      new Histogram(LONGEST_DETECTION_NANOS, SIGNIFICANT_DIGITS);
  private long trials;
  private long overlapping;
  private long abandoned;
  private long undecided;

  Tally() {
    for (RaceOutcome outcome : RaceOutcome.values()) {
      outcomes.put(outcome, 0L);
    }
  }

  /**
   * Counts a trial.
   *
   * @param overlap whether at least two actors were at work at one time
   * @param example asked for only if the outcome is not CLEAN and is the first of its kind
   */
  synchronized void add(Judgement judgement, boolean overlap, Supplier<Example> example) {
    RaceOutcome outcome = judgement.outcome();
    trials++;
    overlapping += overlap ? 1 : 0;
    outcomes.merge(outcome, 1L, Long::sum);
    judgement.sites().forEach(site -> sites.merge(site, 1L, Long::sum));
    if (judgement.detectionNanos() != Judgement.UNTIMED) {
      detectionNanos.recordValue(
          Math.max(0, Math.min(judgement.detectionNanos(), LONGEST_DETECTION_NANOS)));
    }
    if (outcome != RaceOutcome.CLEAN && !examples.containsKey(outcome)) {
      examples.put(outcome, example.get());
    }
  }

  /** Counts a trial that is not over, and whose threads were left to themselves. */
  synchronized void addHang(Example example) {
    trials++;
    abandoned++;
    outcomes.merge(RaceOutcome.HANG, 1L, Long::sum);
    examples.putIfAbsent(RaceOutcome.HANG, example);
  }

  /** Counts a trial of which nobody can say how it ended. */
  synchronized void addUndecided() {
    undecided++;
  }

  synchronized long trials() {
    return trials;
  }

  synchronized long overlapping() {
    return overlapping;
  }

  /** What has been counted so far. */
  synchronized ScenarioResult result() {
    return new ScenarioResult(
        trials,
        overlapping,
        new EnumMap<>(outcomes),
        new EnumMap<>(sites),
        abandoned,
        undecided,
        detectionNanos.getTotalCount() == 0 ? 0 : detectionNanos.getValueAtPercentile(50),
        detectionNanos.getMaxValue(),
        List.copyOf(examples.values()));
  }
}
