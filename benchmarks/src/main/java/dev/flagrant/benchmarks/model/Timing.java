package dev.flagrant.benchmarks.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The samples of a cell.
 *
 * @param cell which
 * @param forks the processes they come from
 * @param samples nanoseconds per operation, one of each measured iteration
 */
public record Timing(Cell cell, int forks, List<Double> samples) {
  /** These samples and those of more processes. */
  public Timing plus(Timing more) {
    List<Double> all = new ArrayList<>(samples);
    all.addAll(more.samples);
    return new Timing(cell, forks + more.forks, List.copyOf(all));
  }

  /** Median and interval of the samples. */
  public Estimate estimate() {
    return Estimate.of(samples);
  }
}
