package dev.flagrant.benchmarks.report;

import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.measure.Collector;
import dev.flagrant.benchmarks.measure.Effort;
import dev.flagrant.benchmarks.measure.Fingerprint;
import dev.flagrant.benchmarks.measure.GoProgram;
import dev.flagrant.benchmarks.measure.Jdk;
import dev.flagrant.benchmarks.measure.Microbenchmarks;
import dev.flagrant.benchmarks.measure.Microbenchmarks.Job;
import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.Cell;
import dev.flagrant.benchmarks.model.Latency;
import dev.flagrant.benchmarks.model.Machine;
import dev.flagrant.benchmarks.model.MemoryPoint;
import dev.flagrant.benchmarks.model.Platform;
import dev.flagrant.benchmarks.model.ScalePoint;
import dev.flagrant.benchmarks.model.Timing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Runs made by hand, with figures that can be checked in the head. */
public final class Runs {
  static final Platform PARALLEL = new Platform("JDK 17", "parallel");
  static final Platform GO = new Platform("Go 1.19.8", "");

  private static final List<Collector> COLLECTORS = List.of(Collector.PARALLEL);

  private Runs() {}

  /** The full one, as if it had been measured here and now. */
  public static Campaign ofThisMachine(Map<String, String> jdks) {
    Campaign full = full(4, 32, 0.2);
    return new Campaign(
        full.effort(),
        full.date(),
        full.settings(),
        Fingerprint.ofWhatIsMeasured(),
        Machine.here(),
        full.loadAfter(),
        full.timings(),
        full.memory(),
        full.latencies(),
        full.scaling(),
        full.notes(),
        jdks,
        16);
  }

  /** Nothing was measured. */
  public static Campaign empty(String effort) {
    return of(effort, List.of(), List.of(), List.of(), List.of());
  }

  /**
   * One in which GoMap takes given times where HashMap takes 8 ns, and has given parts of HashMap's
   * memory and latency.
   */
  static Campaign full(double hitNanos, double missNanos, double part) {
    List<Timing> timings = new ArrayList<>();
    timings.add(timing(cell("hit", "GoMap"), hitNanos));
    timings.add(timing(cell("miss", "GoMap"), missNanos));
    for (String workload : List.of("hit", "miss")) {
      timings.add(timing(cell(workload, "HashMap"), 8));
      timings.add(timing(cell(workload, "HPPC"), 16));
      timings.add(timing(cell(workload, "Agrona"), 8));
      timings.add(timing(cell(workload, GoProgram.PEER).on(GO), 12));
    }
    for (String workload : List.of("hit", "update")) {
      timings.add(timing(cell(workload, "GoMap").with("guard=none"), 100));
      timings.add(timing(cell(workload, "GoMap").with("guard=go"), 100 + part));
      timings.add(timing(cell(workload, "GoMap").with("guard=atomic"), 120 + part));
      timings.add(timing(cell(workload, "GoMap").with("guard=stamp"), 300 + part));
      timings.add(timing(cell(workload, "GoMap").with("names-other-thread"), 150));
    }
    List<MemoryPoint> memory = new ArrayList<>();
    for (int size : Effort.FULL.memorySizes()) {
      double bytes = 40 * Math.max(size, 1);
      memory.add(new MemoryPoint("GoMap", "long", "JDK 17", size, bytes * part));
      memory.add(new MemoryPoint("HashMap", "long", "JDK 17", size, bytes));
    }
    List<Latency> latencies =
        List.of(
            latency("GoMap", 0, Math.round(10_000 * part)),
            latency("HashMap", 0, 1_000),
            latency("HashMap", 0, 10_000),
            latency("HashMap", 0, 900_000),
            latency(Latency.NO_MAP, 0, 3_000),
            latency("GoMap", 2_000, Math.round(50_000 * part)),
            latency("HashMap", 2_000, 100_000));
    List<ScalePoint> scaling =
        List.of(
            new ScalePoint("GoMap", PARALLEL, 10_000_000, 90, 50, 60),
            new ScalePoint("GoMap", PARALLEL, 20_000_000, 95, 55, 65));
    return of("full", timings, memory, latencies, scaling);
  }

  /**
   * One in which everything was measured that there is a verdict on: GoMap takes given times where
   * HashMap takes 8 ns, and has given parts of HashMap's memory and latency.
   */
  static Campaign complete(double nanos, double part) {
    List<Timing> timings = new ArrayList<>();
    for (Job job : jobs()) {
      Cell cell = job.cell().on(PARALLEL);
      timings.add(timing(cell, job.peer() == Peer.GO_MAP ? nanos : 8));
      if (job.peer() == Peer.GO_MAP) {
        timings.add(timing(cell.of(GoProgram.PEER).on(GO), 12));
      }
    }
    Microbenchmarks.costOfTheGuards(
            Effort.FULL.guardSizes(), List.of(Jdk.current()), COLLECTORS, Pattern.compile(""))
        .forEach(
            job -> {
              double more = job.cell().variant().equals(Cell.NO_GUARD) ? 0 : part;
              timings.add(
                  new Timing(job.cell().on(PARALLEL), 10, Collections.nCopies(20, 100.0 + more)));
            });
    List<Latency> latencies = new ArrayList<>();
    for (long interval : new long[] {0, 2_000}) {
      for (int i = 0; i < Effort.FULL.latencyRepetitions(); i++) {
        latencies.add(fullLatency("HashMap", interval, 10_000));
        latencies.add(fullLatency("GoMap", interval, Math.round(10_000 * part)));
      }
    }
    return of("full", timings, full(8, 8, part).memory(), latencies, rising(part));
  }

  /** Very large maps: HashMap's times stay, and GoMap's last ones are longer by a part. */
  private static List<ScalePoint> rising(double part) {
    List<ScalePoint> points = new ArrayList<>();
    List<Integer> sizes = Effort.FULL.scaleSteps();
    for (int size : sizes) {
      double last = size == sizes.get(sizes.size() - 1) ? 1 + part : 1;
      points.add(new ScalePoint("GoMap", PARALLEL, size, 90 * last, 50 * last, 60 * last));
      points.add(new ScalePoint("HashMap", PARALLEL, size, 80, 40, 70));
    }
    return points;
  }

  private static List<Job> jobs() {
    List<Peer> peers =
        Arrays.stream(Peer.values())
            .filter(peer -> peer == Peer.GO_MAP || !peer.isGoMap())
            .toList();
    Effort.Selection all = Effort.FULL.selection();
    return Microbenchmarks.comparison(
        new Effort.Selection(all.sizes(), all.keys(), all.probes(), peers),
        List.of(Jdk.current()),
        COLLECTORS,
        Pattern.compile(""));
  }

  private static Latency fullLatency(String peer, long interval, long nanos) {
    return latency(peer, Effort.FULL.latencyEntries(), interval, nanos, PARALLEL);
  }

  /** A run with other timings. */
  static Campaign withTimings(Campaign run, List<Timing> timings) {
    return of(run.effort(), timings, run.memory(), run.latencies(), run.scaling());
  }

  /** A run with other points of the memory. */
  static Campaign withMemory(Campaign run, List<MemoryPoint> memory) {
    return of(run.effort(), run.timings(), memory, run.latencies(), run.scaling());
  }

  /** A run with other latencies. */
  static Campaign withLatencies(Campaign run, List<Latency> latencies) {
    return of(run.effort(), run.timings(), run.memory(), latencies, run.scaling());
  }

  /** The full one, and before it a platform with GoMap and HashMap only. */
  static Campaign onTwoPlatforms() {
    Campaign full = full(4, 32, 0.2);
    Platform first = new Platform("JDK 25", "g1");
    List<Timing> timings = new ArrayList<>();
    timings.add(timing(cell("hit", "GoMap").on(first), 8));
    timings.add(timing(cell("hit", "HashMap").on(first), 8));
    timings.addAll(full.timings());
    return of("full", timings, full.memory(), full.latencies(), full.scaling());
  }

  /** The full one, in which GoMap is worse on another platform: of HashMap's 9/10 of all. */
  static Campaign worseOnAnotherPlatform() {
    Campaign full = full(4, 32, 0.2);
    List<MemoryPoint> memory = new ArrayList<>(full.memory());
    full.memory().stream()
        .filter(point -> point.peer().equals("HashMap"))
        .forEach(
            point -> {
              memory.add(on25(point, "HashMap", point.bytes()));
              memory.add(on25(point, "GoMap", point.bytes() * 0.9));
            });
    Platform other = new Platform("JDK 25", "g1");
    List<Latency> latencies = new ArrayList<>(full.latencies());
    for (long interval : new long[] {0, 2_000}) {
      latencies.add(latency("HashMap", interval, 10_000, other));
      latencies.add(latency("GoMap", interval, 9_000, other));
    }
    return of("full", full.timings(), memory, latencies, full.scaling());
  }

  private static MemoryPoint on25(MemoryPoint point, String peer, double bytes) {
    return new MemoryPoint(peer, point.keys(), "JDK 25", point.size(), bytes);
  }

  /** The full one without one size of the sweep of GoMap. */
  static Campaign withAGapInTheSweep() {
    Campaign full = full(4, 32, 0.2);
    List<MemoryPoint> memory =
        full.memory().stream()
            .filter(point -> !(point.peer().equals("GoMap") && point.size() == 800_000))
            .toList();
    return of("full", full.timings(), memory, full.latencies(), full.scaling());
  }

  /** The full one, and after it a smaller map. */
  static Campaign withALateSmallMap() {
    Campaign full = full(4, 32, 0.2);
    List<Timing> timings = new ArrayList<>(full.timings());
    timings.add(timing(new Cell("hit", "long", "equal", 8, "GoMap", PARALLEL, Cell.PLAIN), 5));
    return of("full", timings, full.memory(), full.latencies(), full.scaling());
  }

  /** With nothing but very large maps. */
  static Campaign withScaling(List<ScalePoint> scaling) {
    return of("full", List.of(), List.of(), List.of(), scaling);
  }

  /** With nothing but one latency. */
  static Campaign withLatency(Latency latency) {
    return of("full", List.of(), List.of(), List.of(latency), List.of());
  }

  static Cell cell(String workload, String peer) {
    return new Cell(workload, "long", "equal", 16, peer, PARALLEL, Cell.PLAIN);
  }

  private static Timing timing(Cell cell, double nanos) {
    return new Timing(cell, 3, List.of(nanos - 0.5, nanos, nanos + 99));
  }

  static Latency latency(String peer, long interval, long nanos) {
    return latency(peer, interval, nanos, PARALLEL);
  }

  private static Latency latency(String peer, long interval, long nanos, Platform platform) {
    return latency(peer, 1_000, interval, nanos, platform);
  }

  private static Latency latency(
      String peer, int entries, long interval, long nanos, Platform platform) {
    Map<String, Long> percentiles = Map.of("p50", 50L, "p99.99", nanos, "max", 2 * nanos);
    return new Latency(
        peer, platform, entries, interval, 1.5, percentiles, percentiles, 3, 6.5, 4.25, true);
  }

  /** Nothing was measured, on a machine with some load before. */
  static Campaign withLoad(double load) {
    return of(
        "full",
        new Machine("a processor", 2, 24, "Linux amd64", load),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Campaign of(
      String effort,
      List<Timing> timings,
      List<MemoryPoint> memory,
      List<Latency> latencies,
      List<ScalePoint> scaling) {
    Machine machine = new Machine("a processor", 2, 24, "Linux amd64", 0.1);
    return of(effort, machine, timings, memory, latencies, scaling);
  }

  private static Campaign of(
      String effort,
      Machine machine,
      List<Timing> timings,
      List<MemoryPoint> memory,
      List<Latency> latencies,
      List<ScalePoint> scaling) {
    return new Campaign(
        effort,
        "2026-01-01",
        "settings",
        "0123456789ab",
        machine,
        1.0,
        timings,
        memory,
        latencies,
        scaling,
        List.of("a note"),
        null,
        null);
  }
}
