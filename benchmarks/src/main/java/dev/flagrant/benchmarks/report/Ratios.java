package dev.flagrant.benchmarks.report;

import dev.flagrant.benchmarks.measure.GoProgram;
import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.Cell;
import dev.flagrant.benchmarks.model.Timing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.apache.commons.math3.stat.StatUtils;

/** How fast maps are beside one another: 2 means that half the time is needed. */
final class Ratios {
  private final Map<Cell, Timing> timings = new LinkedHashMap<>();

  Ratios(Campaign campaign) {
    for (Timing timing : campaign.timings()) {
      timings.put(timing.cell(), timing);
    }
  }

  /** The time of a cell. */
  Optional<Timing> of(Cell cell) {
    return Optional.ofNullable(timings.get(cell));
  }

  /** The cell that a cell is compared with, if it was measured. */
  Optional<Timing> counterpart(Cell cell, String other) {
    if (!other.equals(GoProgram.PEER)) {
      return of(cell.of(other));
    }
    return timings.values().stream()
        .filter(timing -> timing.cell().peer().equals(other))
        .filter(timing -> timing.cell().row().equals(cell.row()))
        .findFirst();
  }

  /** How fast a cell is beside the same one of another peer. */
  OptionalDouble ratio(Cell cell, String other) {
    Optional<Timing> own = of(cell);
    Optional<Timing> theirs = counterpart(cell, other);
    return own.isPresent() && theirs.isPresent()
        ? OptionalDouble.of(median(theirs.get()) / median(own.get()))
        : OptionalDouble.empty();
  }

  /** The ratios of all cells of a peer that both were measured in. */
  double[] all(String peer, String other, Predicate<Cell> where) {
    return timings.keySet().stream()
        .filter(cell -> cell.peer().equals(peer) && cell.variant().equals(Cell.PLAIN))
        .filter(where)
        .map(cell -> ratio(cell, other))
        .flatMapToDouble(OptionalDouble::stream)
        .toArray();
  }

  /** How much more time a variant takes than another: 1.02 is two per cent. */
  double[] costs(String workload, String variant, String base) {
    return timings.values().stream()
        .filter(timing -> timing.cell().workload().equals(workload))
        .filter(timing -> timing.cell().variant().equals(variant))
        .map(timing -> of(timing.cell().with(base)).map(other -> median(timing) / median(other)))
        .flatMap(Optional::stream)
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  static OptionalDouble geometricMean(double[] ratios) {
    return ratios.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(StatUtils.geometricMean(ratios));
  }

  static OptionalDouble worst(double[] ratios) {
    return ratios.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(StatUtils.min(ratios));
  }

  private static double median(Timing timing) {
    return timing.estimate().median();
  }
}
