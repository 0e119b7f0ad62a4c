package dev.flagrant.benchmarks;

import dev.flagrant.benchmarks.measure.Effort;
import dev.flagrant.benchmarks.measure.GoProgram;
import dev.flagrant.benchmarks.measure.Microbenchmarks;
import dev.flagrant.benchmarks.measure.Microbenchmarks.Job;
import dev.flagrant.benchmarks.model.Cell;
import dev.flagrant.benchmarks.model.Platform;
import dev.flagrant.benchmarks.model.Timing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * The steps of the parts that consist of cells: speed, and the cost of the check. One process of
 * each cell, then one more of each, forwards and backwards: a drift of the machine hits all, and is
 * seen in the intervals.
 */
final class CellSteps {
  private final Plan plan;
  private final Measured measured;
  private final Optional<GoProgram> go;

  /** A cell, and one process that measures it. */
  private record Measurement(Cell cell, Supplier<Timing> process) {}

  CellSteps(Plan plan, Measured measured, Optional<GoProgram> go) {
    this.plan = plan;
    this.measured = measured;
    this.go = go;
  }

  /** What is still missing of the speed part; of a cell whose processes do not agree, more. */
  List<Step> speed() {
    Effort.Sampling once = plan.effort().sampling().once();
    List<Job> jobs = plan.cells(Part.SPEED);
    List<Measurement> all = new ArrayList<>(measurements(jobs, once));
    if (go.isPresent()) {
      Platform platform = go.get().platform();
      jobs.stream()
          .map(job -> GoProgram.counterpart(job.cell(), platform))
          .distinct()
          .forEach(cell -> all.add(new Measurement(cell, () -> go.get().time(cell, once))));
    }
    return turns(all, this::wanted);
  }

  private int wanted(Cell cell) {
    return measured
        .timing(cell)
        .filter(timing -> timing.forks() >= plan.forks())
        .map(plan.effort()::wanted)
        .orElse(plan.forks());
  }

  /** What is still missing of the cost of the check. */
  List<Step> check() {
    Effort.Sampling sampling = plan.effort().guardSampling();
    return turns(measurements(plan.cells(Part.CHECK), sampling.once()), cell -> sampling.forks());
  }

  private static List<Measurement> measurements(List<Job> jobs, Effort.Sampling once) {
    Microbenchmarks jmh = new Microbenchmarks(once);
    return jobs.stream().map(job -> new Measurement(job.cell(), () -> jmh.run(job))).toList();
  }

  private List<Step> turns(List<Measurement> all, ToIntFunction<Cell> wanted) {
    List<Measurement> backwards = new ArrayList<>(all);
    Collections.reverse(backwards);
    List<Step> steps = new ArrayList<>();
    int most = all.stream().map(Measurement::cell).mapToInt(wanted).max().orElse(0);
    for (int round = 1; round <= most; round++) {
      for (Measurement each : round % 2 == 1 ? all : backwards) {
        int forks = wanted.applyAsInt(each.cell());
        if (measured.forks(each.cell()) < round && round <= forks) {
          steps.add(
              new Step(
                  "%s %d/%d".formatted(each.cell().name(), round, forks),
                  () -> measured.add(each.process().get())));
        }
      }
    }
    return steps;
  }
}
