package dev.flagrant.benchmarks.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The samples of a cell.
 *
 * @param cell which
 * @param forks the processes they come from
 * @param samples nanoseconds per operation, one of each measured iteration, process after process
 */
public record Timing(Cell cell, int forks, List<Double> samples) {
  /** Refuses what cannot have been measured. */
  public Timing {
    Objects.requireNonNull(cell, "cell");
    samples = Lacking.nothing(samples, "samples");
    if (forks < 1 || samples.isEmpty()) {
      throw new IllegalArgumentException(cell.name() + " has no samples");
    }
  }

  /** These samples and those of more processes. */
  public Timing plus(Timing more) {
    List<Double> all = new ArrayList<>(samples);
    all.addAll(more.samples);
    return new Timing(cell, forks + more.forks, all);
  }

  /**
   * The median of all samples, and an interval from the medians of the processes. The samples of
   * one process are like one another, and many of them say no more than a few; what the next
   * process will be like, only others can tell. One process alone has no interval, nor have samples
   * of which nobody knows from which process they are.
   */
  public Estimate estimate() {
    double median = Estimate.of(samples).median();
    return samples.size() % forks == 0
        ? Estimate.of(medians()).around(median)
        : new Estimate(median, median, median, 0);
  }

  /** Of each process; they stand one after the other, each with as many samples. */
  private List<Double> medians() {
    int each = samples.size() / forks;
    return IntStream.range(0, forks)
        .mapToObj(fork -> samples.subList(fork * each, (fork + 1) * each))
        .map(process -> Estimate.of(process).median())
        .toList();
  }
}
