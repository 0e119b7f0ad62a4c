package dev.flagrant.benchmarks.model;

import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * A median with a distribution-free interval: the two order statistics that enclose the true median
 * with 95 % confidence if the samples are independent. With fewer than six samples no two of them
 * do, and the interval is all of the samples.
 *
 * @param median the middle sample, or the mean of the two in the middle
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record Estimate(double median, double low, double high) {
  private static final double TAIL = 0.025;

  /**
   * Of some samples.
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
    BinomialDistribution below = new BinomialDistribution(null, n, 0.5);
    int cut = 0;
    // Leaving out one more sample at each end must leave less than a tail outside.
    while (cut < (n - 1) / 2 && below.cumulativeProbability(cut) <= TAIL) {
      cut++;
    }
    int first = Math.max(cut - 1, 0);
    return new Estimate(median, sorted.get(first), sorted.get(n - 1 - first));
  }

  /** Half the width of the interval, as a part of the median. */
  public double halfWidth() {
    return (high - low) / 2 / median;
  }
}
