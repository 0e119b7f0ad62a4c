package dev.flagrant.benchmarks;

import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.measure.Collector;
import dev.flagrant.benchmarks.measure.Effort;
import dev.flagrant.benchmarks.measure.Fingerprint;
import dev.flagrant.benchmarks.measure.GoProgram;
import dev.flagrant.benchmarks.measure.Jdk;
import dev.flagrant.benchmarks.measure.Memory;
import dev.flagrant.benchmarks.measure.Microbenchmarks;
import dev.flagrant.benchmarks.measure.Microbenchmarks.Job;
import dev.flagrant.benchmarks.measure.PutLatency;
import dev.flagrant.benchmarks.measure.Scaling;
import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.Cell;
import dev.flagrant.benchmarks.model.Estimate;
import dev.flagrant.benchmarks.model.Latency;
import dev.flagrant.benchmarks.model.Machine;
import dev.flagrant.benchmarks.model.MemoryPoint;
import dev.flagrant.benchmarks.model.Platform;
import dev.flagrant.benchmarks.model.ResultsFile;
import dev.flagrant.benchmarks.model.ScalePoint;
import dev.flagrant.benchmarks.model.Timing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Carries out a plan step by step. Results are written after every step, and a run that goes on
 * with the results of an earlier one leaves out the steps that those hold.
 */
final class CampaignRun {
  private static final int LATENCY_HEAP_GIB = 6;
  private static final String RESUMED =
      "Measured in several runs with `--resume`. Date and load before are those of the first, load"
          + " after is that of the last.";
  private static final String NO_GO = "Real Go was not run: there is no `go` on the path.";

  private final Plan plan;
  private final Path folder;
  private final Consumer<String> progress;
  private final String code = Fingerprint.ofWhatIsMeasured();
  private final List<Timing> timings = new ArrayList<>();
  private final List<MemoryPoint> memory = new ArrayList<>();
  private final List<Latency> latencies = new ArrayList<>();
  private final List<ScalePoint> scaling = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final List<Step> steps = new ArrayList<>();

  private Machine machine = Machine.here();
  private String date = LocalDate.now(ZoneId.systemDefault()).toString();

  private record Step(String name, Supplier<String> work) {}

  /** A cell, and one process that measures it. */
  private record Measurement(Cell cell, Supplier<Timing> process) {}

  CampaignRun(Plan plan, Path folder, Consumer<String> progress) {
    this.plan = plan;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Takes over what an earlier run has measured.
   *
   * @throws IllegalArgumentException if that cannot stand in one table with what this one will
   */
  void goOnWith(Campaign earlier) {
    if (!earlier.effort().equals(plan.effort().label())) {
      throw new IllegalArgumentException(
          "a " + earlier.effort() + " run, and this is a " + plan.effort().label() + " one");
    }
    if (!machine.isLike(earlier.machine())) {
      throw new IllegalArgumentException(
          "what was measured on another machine: " + earlier.machine().processor());
    }
    if (!code.equals(earlier.code())) {
      throw new IllegalArgumentException(
          "what was measured with another state of the map or of the workloads");
    }
    machine = earlier.machine();
    date = earlier.date();
    timings.addAll(earlier.timings());
    memory.addAll(earlier.memory());
    latencies.addAll(earlier.latencies());
    scaling.addAll(earlier.scaling());
    notes.addAll(earlier.notes());
    notes.add(RESUMED);
  }

  /** Measures all that is still missing. */
  Campaign run() throws IOException {
    boolean wantsGo = plan.parts().stream().anyMatch(Part::hasRealGo);
    Optional<GoProgram> go = wantsGo ? GoProgram.build() : Optional.empty();
    if (go.isPresent()) {
      notes.remove(NO_GO); // of an earlier run
    } else if (wantsGo) {
      if (timings.stream().noneMatch(one -> one.cell().peer().equals(GoProgram.PEER))) {
        notes.add(NO_GO);
      }
      progress.accept("real Go is not run: there is no 'go' on the path");
    }
    try {
      for (Part part : plan.parts()) {
        switch (part) {
          case SPEED -> planSpeed(go);
          case CHECK -> planCheck();
          case MEMORY -> planMemory();
          case LATENCY -> planLatency(go);
          case SCALING -> planScaling(go);
        }
      }
      carryOut();
      while (planMoreProcesses(go)) {
        progress.accept("more processes for the cells whose interval is wide");
        carryOut();
      }
    } finally {
      go.ifPresent(GoProgram::close);
    }
    return campaign();
  }

  /** For cells whose own do not agree; after all others, when what disturbed them may be over. */
  private boolean planMoreProcesses(Optional<GoProgram> go) {
    steps.clear();
    if (plan.parts().contains(Part.SPEED)) {
      planSpeed(go);
    }
    return !steps.isEmpty();
  }

  private void carryOut() throws IOException {
    long begin = System.nanoTime();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      String result = step.work().get();
      double seconds = (System.nanoTime() - begin) / 1e9;
      double left = seconds / (i + 1) * (steps.size() - i - 1);
      progress.accept(
          String.format(
              Locale.ROOT,
              "[%d/%d, %.0f min left] %s: %s",
              i + 1,
              steps.size(),
              Math.ceil(left / 60),
              step.name(),
              result));
      ResultsFile.write(campaign(), folder);
    }
  }

  private Campaign campaign() {
    return new Campaign(
        plan.effort().label(),
        date,
        plan.effort().describe(),
        code,
        machine,
        Machine.here().loadBefore(),
        List.copyOf(timings),
        List.copyOf(memory),
        List.copyOf(latencies),
        List.copyOf(scaling),
        List.copyOf(notes));
  }

  private void planSpeed(Optional<GoProgram> go) {
    Effort.Sampling once = plan.effort().sampling().once();
    List<Job> jobs =
        Microbenchmarks.comparison(plan.selection(), plan.jdks(), plan.collectors(), plan.filter());
    List<Measurement> all = new ArrayList<>(measurements(jobs, once));
    if (go.isPresent()) {
      Platform platform = go.get().platform();
      jobs.stream()
          .map(job -> GoProgram.counterpart(job.cell(), platform))
          .distinct()
          .forEach(cell -> all.add(new Measurement(cell, () -> go.get().time(cell, once))));
    }
    takeTurns(all, this::wanted);
  }

  private int wanted(Cell cell) {
    return timing(cell)
        .filter(timing -> timing.forks() >= plan.forks())
        .map(plan.effort()::wanted)
        .orElse(plan.forks());
  }

  private void planCheck() {
    Effort.Sampling sampling = plan.effort().guardSampling();
    List<Job> jobs =
        Microbenchmarks.costOfTheGuards(
            plan.effort().guardSizes(), plan.jdks(), plan.collectors(), plan.filter());
    takeTurns(measurements(jobs, sampling.once()), cell -> sampling.forks());
  }

  private static List<Measurement> measurements(List<Job> jobs, Effort.Sampling once) {
    Microbenchmarks jmh = new Microbenchmarks(once);
    return jobs.stream().map(job -> new Measurement(job.cell(), () -> jmh.run(job))).toList();
  }

  /**
   * One process of each cell, then one more of each, forwards and backwards: a drift of the machine
   * hits all, and is seen in the intervals.
   */
  private void takeTurns(List<Measurement> all, ToIntFunction<Cell> wanted) {
    List<Measurement> backwards = new ArrayList<>(all);
    Collections.reverse(backwards);
    int most = all.stream().map(Measurement::cell).mapToInt(wanted).max().orElse(0);
    for (int round = 1; round <= most; round++) {
      for (Measurement each : round % 2 == 1 ? all : backwards) {
        int forks = wanted.applyAsInt(each.cell());
        if (forksOf(each.cell()) < round && round <= forks) {
          steps.add(
              new Step(
                  "%s %d/%d".formatted(each.cell().name(), round, forks),
                  () -> add(each.process().get())));
        }
      }
    }
  }

  private int forksOf(Cell cell) {
    return timing(cell).map(Timing::forks).orElse(0);
  }

  private Optional<Timing> timing(Cell cell) {
    return timings.stream().filter(timing -> timing.cell().equals(cell)).findFirst();
  }

  /** Adds a timing, or more samples to one; says what was measured now. */
  private String add(Timing timing) {
    Optional<Timing> earlier = timing(timing.cell());
    if (earlier.isPresent()) {
      timings.set(timings.indexOf(earlier.get()), earlier.get().plus(timing));
    } else {
      timings.add(timing);
    }
    Estimate estimate = timing.estimate();
    return "%.2f ns (%.2f to %.2f)".formatted(estimate.median(), estimate.low(), estimate.high());
  }

  private void planMemory() {
    for (Jdk jdk : plan.jdks()) {
      for (Peer peer : plan.peers()) {
        boolean missing =
            memory.stream()
                .noneMatch(
                    point ->
                        point.peer().equals(peer.label()) && point.runtime().equals(jdk.label()));
        if (missing && peer != Peer.GO_MAP_RANGE) {
          steps.add(
              new Step(
                  "memory/" + peer.label() + "/" + jdk.label(),
                  () -> {
                    List<MemoryPoint> points =
                        Memory.measure(jdk, peer, KeyKind.LONG, plan.effort().memorySizes());
                    memory.addAll(points);
                    MemoryPoint last = points.get(points.size() - 1);
                    return "%.2f bytes per entry at %,d"
                        .formatted(last.bytes() / last.size(), last.size());
                  }));
        }
      }
    }
  }

  private void planLatency(Optional<GoProgram> go) {
    for (long intervalNanos : PutLatency.INTERVALS_NANOS) {
      planLatency(go, intervalNanos);
    }
  }

  private void planLatency(Optional<GoProgram> go, long intervalNanos) {
    int entries = plan.effort().latencyEntries();
    for (Jdk jdk : plan.jdks()) {
      for (Collector collector : plan.collectors()) {
        for (Peer peer : plan.grown()) {
          planLatency(
              peer.label(),
              jdk.with(collector),
              intervalNanos,
              () ->
                  PutLatency.measure(
                      jdk, collector, LATENCY_HEAP_GIB, peer, entries, intervalNanos));
        }
        if (intervalNanos == 0) {
          Platform platform = jdk.with(collector);
          planLatency(
              Latency.NO_MAP,
              platform,
              intervalNanos,
              () ->
                  PutLatency.measureNoMap(
                      jdk, collector, LATENCY_HEAP_GIB, entries, nanosOfAPut(platform)));
        }
      }
    }
    go.ifPresent(
        program ->
            planLatency(
                GoProgram.PEER,
                program.platform(),
                intervalNanos,
                () -> program.putLatency(entries, intervalNanos)));
  }

  /** How long a put back to back took on average, on a platform, in the map that was quickest. */
  private long nanosOfAPut(Platform platform) {
    return latencies.stream()
        .filter(one -> one.platform().equals(platform) && !one.scheduled())
        .filter(one -> !one.peer().equals(Latency.NO_MAP))
        .mapToLong(one -> Math.round(one.seconds() * 1e9 / one.entries()))
        .min()
        .orElseThrow();
  }

  private void planLatency(
      String peer, Platform platform, long intervalNanos, Supplier<Latency> measurement) {
    long present =
        latencies.stream()
            .filter(one -> one.peer().equals(peer) && one.platform().equals(platform))
            .filter(one -> one.intervalNanos() == intervalNanos)
            .count();
    for (long i = present; i < plan.effort().latencyRepetitions(); i++) {
      steps.add(
          new Step(
              "latency/" + peer + "/" + platform + (intervalNanos == 0 ? "" : "/on schedule"),
              () -> {
                Latency latency = measurement.get();
                latencies.add(latency);
                return "ns " + latency.all();
              }));
    }
  }

  private void planScaling(Optional<GoProgram> go) {
    List<Integer> sizes = plan.scaleSteps();
    if (sizes.size() < plan.effort().scaleSteps().size()) {
      notes.add(
          "A heap of %d GiB has no room for maps of more than %,d entries."
              .formatted(plan.heapGiB(), sizes.stream().reduce(0, Math::max)));
    }
    Jdk jdk = plan.jdks().get(0);
    Collector collector = plan.collectors().get(0);
    for (Peer peer : plan.grown()) {
      planScaling(
          peer.label(),
          jdk.with(collector),
          () -> Scaling.measure(jdk, collector, plan.heapGiB(), peer, sizes));
    }
    go.ifPresent(
        program -> planScaling(GoProgram.PEER, program.platform(), () -> program.scaling(sizes)));
  }

  private void planScaling(String peer, Platform platform, Supplier<List<ScalePoint>> measurement) {
    boolean present =
        scaling.stream()
            .anyMatch(one -> one.peer().equals(peer) && one.platform().equals(platform));
    if (!present && !plan.scaleSteps().isEmpty()) {
      steps.add(
          new Step(
              "scaling/" + peer + "/" + platform,
              () -> {
                List<ScalePoint> points = measurement.get();
                scaling.addAll(points);
                ScalePoint last = points.get(points.size() - 1);
                return "%.1f ns a hit at %,d".formatted(last.hit(), last.entries());
              }));
    }
  }
}
