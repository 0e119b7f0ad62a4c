package dev.flagrant.benchmarks.report;

import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.measure.Collector;
import dev.flagrant.benchmarks.measure.GoProgram;
import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.Cell;
import dev.flagrant.benchmarks.model.Estimate;
import dev.flagrant.benchmarks.model.Latency;
import dev.flagrant.benchmarks.model.MemoryPoint;
import dev.flagrant.benchmarks.model.Platform;
import dev.flagrant.benchmarks.model.Timing;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The figures that there are thresholds for. Each is empty where the run did not measure it. */
public enum Metric {
  HASH_MAP_GEOMEAN(
      run -> Ratios.geometricMean(against(run, hashMap())),
      all -> all.ofSpeed(List.of(hashMap()), any -> true)),
  HASH_MAP_WORST_CELL(
      run -> Ratios.worst(against(run, hashMap())),
      all -> all.ofSpeed(List.of(hashMap()), any -> true)),
  LEAST_PEER_GEOMEAN(Metric::leastPeerGeomean, all -> all.ofSpeed(jvmPeers(), any -> true)),
  GO_GEOMEAN(
      run -> Ratios.geometricMean(against(run, GoProgram.PEER)),
      all -> all.ofSpeed(List.of(GoProgram.PEER), any -> true)),
  GO_WORST_CELL_PARALLEL(
      run ->
          Ratios.worst(
              new Ratios(run).all(goMap(), GoProgram.PEER, cell -> isParallel(cell.platform()))),
      all -> all.ofSpeed(List.of(GoProgram.PEER), Metric::isParallel)),
  MEMORY_SWEEP(Metric::sweep, all -> all.ofMemory(Metric::isOfSweep)),
  MEMORY_1000(run -> memory(run, size -> size == 1_000), all -> all.ofMemory(s -> s == 1_000)),
  MEMORY_16(run -> memory(run, size -> size == 16), all -> all.ofMemory(size -> size == 16)),
  MEMORY_0(run -> memory(run, size -> size == 0), all -> all.ofMemory(size -> size == 0)),
  CHECK_COST_HIT(
      run -> checkCost(run, "hit"), all -> all.ofCost("hit", Cell.GO_GUARD, Cell.NO_GUARD)),
  CHECK_COST_UPDATE(
      run -> checkCost(run, "update"), all -> all.ofCost("update", Cell.GO_GUARD, Cell.NO_GUARD)),
  SCHEDULED_PUT_P9999(run -> latency(run, true, "p99.99"), all -> all.ofLatency(true)),
  SCHEDULED_PUT_MAX(run -> latency(run, true, "max"), all -> all.ofLatency(true)),
  SINGLE_PUT_P9999(run -> latency(run, false, "p99.99"), all -> all.ofLatency(false)),
  SINGLE_PUT_MAX(run -> latency(run, false, "max"), all -> all.ofLatency(false)),
  SCALING_RISE(ScalingRise::worst, Completeness::ofScaling);

  /** The least size of the sweep. */
  static final int SWEEP = 500_000;

  private final Function<Campaign, OptionalDouble> formula;
  private final Predicate<Completeness> whole;

  Metric(Function<Campaign, OptionalDouble> formula, Predicate<Completeness> whole) {
    this.formula = formula;
    this.whole = whole;
  }

  /** The figure of a run. */
  public OptionalDouble of(Campaign campaign) {
    return formula.apply(campaign);
  }

  /** Whether a run measured all that the figure is said to be of. */
  public boolean isWhole(Campaign campaign) {
    return whole.test(new Completeness(campaign));
  }

  /** What it was measured on: of memory, latency and scaling, the worst of several counts. */
  public List<String> platforms(Campaign run) {
    Stream<String> platforms =
        switch (this) {
          case MEMORY_SWEEP, MEMORY_1000, MEMORY_16, MEMORY_0 ->
              run.memory().stream()
                  .filter(point -> point.peer().equals(goMap()))
                  .map(MemoryPoint::runtime);
          case SCHEDULED_PUT_P9999, SCHEDULED_PUT_MAX -> grownOn(run, true);
          case SINGLE_PUT_P9999, SINGLE_PUT_MAX -> grownOn(run, false);
          case SCALING_RISE -> ScalingRise.platforms(run).stream().map(Platform::toString);
          case CHECK_COST_HIT, CHECK_COST_UPDATE -> timedOn(run, Cell.GO_GUARD);
          case GO_WORST_CELL_PARALLEL ->
              timedOn(run, Cell.PLAIN).filter(name -> name.endsWith(Collector.PARALLEL.label()));
          case LEAST_PEER_GEOMEAN ->
              jvmPeers().stream().flatMap(peer -> timedOn(run, peer, Cell.PLAIN));
          default -> timedOn(run, Cell.PLAIN);
        };
    return platforms.distinct().toList();
  }

  private static Stream<String> timedOn(Campaign run, String variant) {
    return timedOn(run, goMap(), variant);
  }

  private static Stream<String> timedOn(Campaign run, String peer, String variant) {
    return run.timings().stream()
        .map(Timing::cell)
        .filter(cell -> cell.peer().equals(peer) && cell.variant().equals(variant))
        .map(cell -> cell.platform().toString());
  }

  private static Stream<String> grownOn(Campaign run, boolean scheduled) {
    return run.latencies().stream()
        .filter(one -> one.peer().equals(goMap()) && one.scheduled() == scheduled)
        .map(one -> one.platform().toString());
  }

  private static String goMap() {
    return Peer.GO_MAP.label();
  }

  private static String hashMap() {
    return Peer.HASH_MAP.label();
  }

  private static List<String> jvmPeers() {
    return Arrays.stream(Peer.values())
        .filter(peer -> !peer.isGoMap() && peer != Peer.HASH_MAP)
        .map(Peer::label)
        .toList();
  }

  private static boolean isParallel(Platform platform) {
    return platform.collector().equals(Collector.PARALLEL.label());
  }

  /** Whether a map of this size is one of those between one growth and the next. */
  static boolean isOfSweep(int size) {
    return size >= SWEEP;
  }

  private static double[] against(Campaign run, String other) {
    return new Ratios(run).all(goMap(), other, cell -> true);
  }

  private static OptionalDouble leastPeerGeomean(Campaign run) {
    return jvmPeers().stream()
        .map(peer -> Ratios.geometricMean(against(run, peer)))
        .flatMapToDouble(OptionalDouble::stream)
        .min();
  }

  /** Its ends alone are not the sweep: what a map takes depends on how long ago it grew. */
  private static OptionalDouble sweep(Campaign run) {
    Completeness all = new Completeness(run);
    List<String> complete =
        run.memory().stream()
            .map(MemoryPoint::runtime)
            .distinct()
            .filter(runtime -> all.ofMemory(goMap(), runtime, Metric::isOfSweep))
            .filter(runtime -> all.ofMemory(hashMap(), runtime, Metric::isOfSweep))
            .toList();
    return memory(run, complete, Metric::isOfSweep);
  }

  /** Over all JDKs the worst ratio to HashMap of the mean bytes per entry. */
  private static OptionalDouble memory(Campaign run, IntPredicate sizes) {
    return memory(run, run.memory().stream().map(MemoryPoint::runtime).distinct().toList(), sizes);
  }

  private static OptionalDouble memory(Campaign run, List<String> runtimes, IntPredicate sizes) {
    return runtimes.stream()
        .mapToDouble(
            runtime ->
                bytesPerEntry(run, goMap(), runtime, sizes)
                    / bytesPerEntry(run, hashMap(), runtime, sizes))
        .filter(Double::isFinite)
        .max();
  }

  /** NaN where nothing was measured; an empty map counts as one entry. */
  static double bytesPerEntry(Campaign run, String peer, String runtime, IntPredicate sizes) {
    return run.memory().stream()
        .filter(point -> point.peer().equals(peer) && point.runtime().equals(runtime))
        .filter(point -> sizes.test(point.size()))
        .mapToDouble(point -> point.bytes() / Math.max(point.size(), 1))
        .average()
        .orElse(Double.NaN);
  }

  private static OptionalDouble checkCost(Campaign run, String workload) {
    return Ratios.geometricMean(new Ratios(run).costs(workload, Cell.GO_GUARD, Cell.NO_GUARD));
  }

  /** Back to back, p99.99 of no map at all beside HashMap: over all platforms the largest ratio. */
  static OptionalDouble systemsPart(Campaign run) {
    return latency(run, Latency.NO_MAP, false, "p99.99");
  }

  /** Over all platforms the worst ratio to HashMap. */
  private static OptionalDouble latency(Campaign run, boolean scheduled, String percentile) {
    return latency(run, goMap(), scheduled, percentile);
  }

  private static OptionalDouble latency(
      Campaign run, String peer, boolean scheduled, String percentile) {
    return run.latencies().stream()
        .map(Latency::platform)
        .distinct()
        .mapToDouble(
            platform ->
                latency(run, peer, platform, scheduled, percentile)
                    / latency(run, hashMap(), platform, scheduled, percentile))
        .filter(Double::isFinite)
        .max();
  }

  /** Median over the repetitions; NaN where there is none. */
  static double latency(
      Campaign run, String peer, Platform platform, boolean scheduled, String percentile) {
    List<Double> repetitions =
        run.latencies().stream()
            .filter(one -> one.peer().equals(peer) && one.platform().equals(platform))
            .filter(one -> one.scheduled() == scheduled)
            .map(one -> one.all().get(percentile))
            .filter(nanos -> nanos != null)
            .map(Long::doubleValue)
            .toList();
    return repetitions.isEmpty() ? Double.NaN : Estimate.of(repetitions).median();
  }
}
