package dev.flagrant.benchmarks;

import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.measure.Collector;
import dev.flagrant.benchmarks.measure.Effort;
import dev.flagrant.benchmarks.measure.GoProgram;
import dev.flagrant.benchmarks.measure.Jdk;
import dev.flagrant.benchmarks.measure.Memory;
import dev.flagrant.benchmarks.measure.PutLatency;
import dev.flagrant.benchmarks.measure.Scaling;
import dev.flagrant.benchmarks.model.Latency;
import dev.flagrant.benchmarks.model.MemoryPoint;
import dev.flagrant.benchmarks.model.Platform;
import dev.flagrant.benchmarks.model.ScalePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The steps of the parts in which one map grows: memory, latency of a put, very large maps. */
final class GrowthSteps {
  private final Plan plan;
  private final Measured measured;
  private final Optional<GoProgram> go;

  GrowthSteps(Plan plan, Measured measured, Optional<GoProgram> go) {
    this.plan = plan;
    this.measured = measured;
    this.go = go;
  }

  /** What is still missing of the memory. */
  List<Step> memory() {
    List<Step> steps = new ArrayList<>();
    for (Jdk jdk : plan.jdks()) {
      for (Peer peer : plan.weighed()) {
        boolean missing =
            measured.memory().stream()
                .noneMatch(
                    point ->
                        point.peer().equals(peer.label()) && point.runtime().equals(jdk.label()));
        if (missing) {
          steps.add(
              new Step(
                  "memory/" + peer.label() + "/" + jdk.label(),
                  () -> {
                    List<MemoryPoint> points =
                        Memory.measure(jdk, peer, KeyKind.LONG, plan.effort().memorySizes());
                    measured.memory().addAll(points);
                    MemoryPoint last = points.get(points.size() - 1);
                    return "%.2f bytes per entry at %,d"
                        .formatted(last.bytes() / last.size(), last.size());
                  }));
        }
      }
    }
    return steps;
  }

  /** What is still missing of the latencies. */
  List<Step> latency() {
    List<Step> steps = new ArrayList<>();
    if (plan.effort() == Effort.FULL && plan.latencyHeapGiB() < Plan.LATENCY_HEAP_GIB) {
      measured.note("The heap of latencies was one of %d GiB.".formatted(plan.latencyHeapGiB()));
    }
    for (long intervalNanos : PutLatency.INTERVALS_NANOS) {
      steps.addAll(latency(intervalNanos));
    }
    return steps;
  }

  /** One repetition of each map, then the next: what disturbs the machine hits all of them. */
  private List<Step> latency(long intervalNanos) {
    List<Step> steps = new ArrayList<>();
    for (int repetition = 1; repetition <= plan.effort().latencyRepetitions(); repetition++) {
      for (Jdk jdk : plan.jdks()) {
        for (Collector collector : plan.collectors()) {
          steps.addAll(latency(repetition, jdk, collector, intervalNanos));
        }
      }
      if (go.isPresent()) {
        GoProgram program = go.get();
        latency(
                repetition,
                GoProgram.PEER,
                program.platform(),
                intervalNanos,
                () -> program.putLatency(entries(), intervalNanos))
            .ifPresent(steps::add);
      }
    }
    return steps;
  }

  private List<Step> latency(int repetition, Jdk jdk, Collector collector, long intervalNanos) {
    List<Step> steps = new ArrayList<>();
    Platform platform = jdk.with(collector);
    int heapGiB = plan.latencyHeapGiB();
    for (Peer peer : plan.grown()) {
      latency(
              repetition,
              peer.label(),
              platform,
              intervalNanos,
              () -> PutLatency.measure(jdk, collector, heapGiB, peer, entries(), intervalNanos))
          .ifPresent(steps::add);
    }
    if (intervalNanos == 0 && !plan.grown().isEmpty()) {
      latency(
              repetition,
              Latency.NO_MAP,
              platform,
              intervalNanos,
              () ->
                  PutLatency.measureNoMap(
                      jdk, collector, heapGiB, entries(), nanosOfAPut(platform)))
          .ifPresent(steps::add);
    }
    return steps;
  }

  private int entries() {
    return plan.effort().latencyEntries();
  }

  /** How long a put back to back took on average, on a platform, in the map that was quickest. */
  private long nanosOfAPut(Platform platform) {
    return measured.latencies().stream()
        .filter(one -> one.platform().equals(platform) && !one.scheduled())
        .filter(one -> !one.peer().equals(Latency.NO_MAP))
        .mapToLong(one -> Math.round(one.seconds() * 1e9 / one.entries()))
        .min()
        .orElseThrow();
  }

  /** A repetition, if there are not so many yet. */
  private Optional<Step> latency(
      int repetition,
      String peer,
      Platform platform,
      long intervalNanos,
      Supplier<Latency> measurement) {
    long present =
        measured.latencies().stream()
            .filter(one -> one.peer().equals(peer) && one.platform().equals(platform))
            .filter(one -> one.intervalNanos() == intervalNanos)
            .count();
    return present >= repetition
        ? Optional.empty()
        : Optional.of(
            new Step(
                "latency/" + peer + "/" + platform + (intervalNanos == 0 ? "" : "/on schedule"),
                () -> {
                  Latency latency = measurement.get();
                  measured.latencies().add(latency);
                  return "ns " + latency.all();
                }));
  }

  /** What is still missing of the very large maps. */
  List<Step> scaling() {
    List<Step> steps = new ArrayList<>();
    List<Integer> sizes = plan.scaleSteps();
    if (sizes.size() < plan.effort().scaleSteps().size()) {
      measured.note(
          "A heap of %d GiB has no room for maps of more than %,d entries."
              .formatted(plan.heapGiB(), sizes.stream().reduce(0, Math::max)));
    }
    Jdk jdk = plan.jdks().get(0);
    Collector collector = plan.collectors().get(0);
    for (Peer peer : plan.grown()) {
      scaling(
              peer.label(),
              jdk.with(collector),
              () -> Scaling.measure(jdk, collector, plan.heapGiB(), peer, sizes))
          .ifPresent(steps::add);
    }
    go.flatMap(program -> scaling(GoProgram.PEER, program.platform(), () -> program.scaling(sizes)))
        .ifPresent(steps::add);
    return steps;
  }

  private Optional<Step> scaling(
      String peer, Platform platform, Supplier<List<ScalePoint>> measurement) {
    boolean present =
        measured.scaling().stream()
            .anyMatch(one -> one.peer().equals(peer) && one.platform().equals(platform));
    if (present || plan.scaleSteps().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Step(
            "scaling/" + peer + "/" + platform,
            () -> {
              List<ScalePoint> points = measurement.get();
              measured.scaling().addAll(points);
              ScalePoint last = points.get(points.size() - 1);
              return "%.1f ns a hit at %,d".formatted(last.hit(), last.entries());
            }));
  }
}
