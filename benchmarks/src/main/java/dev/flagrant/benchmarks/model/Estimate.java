package dev.flagrant.benchmarks.model;

import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * A median with a distribution-free interval: two order statistics that enclose the true median if
 * the samples are independent. They are the narrowest that do so in at least 95 of 100 cases; with
 * fewer than six samples no two of them do, and the interval is all of the samples.
 *
 * @param median the middle sample, or the mean of the two in the middle
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param coverage in how many of all cases the interval encloses the true median; 0 if there is
 *     none
 */
public record Estimate(double median, double low, double high, double coverage) {
  private static final double TAIL = 0.025;

  /**
   * Of some independent samples.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Estimate of(List<Double> samples) {
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("no samples");
    }
    List<Double> sorted = samples.stream().sorted().toList();
    int n = sorted.size();
    double median = (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    int first = leftOut(n);
    return new Estimate(median, sorted.get(first), sorted.get(n - 1 - first), coverage(n));
  }

  /** How sure the interval of so many samples is, whatever they are distributed like. */
  public static double coverage(int samples) {
    return 1 - 2 * below(samples).cumulativeProbability(leftOut(samples));
  }

  /** How many samples lie outside the interval at each end. */
  private static int leftOut(int samples) {
    int cut = 0;
    // Leaving out one more sample at each end must leave less than a tail outside.
    while (cut < (samples - 1) / 2 && below(samples).cumulativeProbability(cut) <= TAIL) {
      cut++;
    }
    return Math.max(cut - 1, 0);
  }

  /** Of how many samples the true median is above. */
  private static BinomialDistribution below(int samples) {
    return new BinomialDistribution(null, samples, 0.5);
  }

  /** The same interval with another figure in its middle. */
  Estimate around(double other) {
    return new Estimate(other, low, high, coverage);
  }

  /** Whether there is an interval at all. */
  public boolean hasInterval() {
    return coverage > 0;
  }

  /** Half the width of the interval, as a part of the median; 0 if there is none. */
  public double halfWidth() {
    return (high - low) / 2 / median;
  }
}
