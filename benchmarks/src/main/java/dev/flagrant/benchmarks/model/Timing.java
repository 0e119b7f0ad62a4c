package dev.flagrant.benchmarks.model;

import java.util.List;

/**
 * The samples of a cell.
 *
 * @param cell which
 * @param forks the processes they come from
 * @param samples nanoseconds per operation, one of each measured iteration
 */
public record Timing(Cell cell, int forks, List<Double> samples) {
  /** Median and interval of the samples. */
  public Estimate estimate() {
    return Estimate.of(samples);
  }
}
