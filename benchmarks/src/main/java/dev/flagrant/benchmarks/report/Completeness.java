package dev.flagrant.benchmarks.report;

import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.measure.Collector;
import dev.flagrant.benchmarks.measure.Effort;
import dev.flagrant.benchmarks.measure.Jdk;
import dev.flagrant.benchmarks.measure.Microbenchmarks;
import dev.flagrant.benchmarks.measure.Microbenchmarks.Job;
import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.Cell;
import dev.flagrant.benchmarks.model.Latency;
import dev.flagrant.benchmarks.model.MemoryPoint;
import dev.flagrant.benchmarks.model.Platform;
import dev.flagrant.benchmarks.model.ScalePoint;
import dev.flagrant.benchmarks.model.Timing;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a run measured all that a verdict is on, in at least as many processes as a full run
 * takes of each cell, wherever it measured GoMap: a figure of some cells is not the figure of all.
 */
final class Completeness {
  private static final String GO_MAP = Peer.GO_MAP.label();
  private static final String HASH_MAP = Peer.HASH_MAP.label();
  private static final Pattern ALL = Pattern.compile("");

  private final Campaign run;

  Completeness(Campaign run) {
    this.run = run;
  }

  /** Whether GoMap and these others were measured in every cell. */
  boolean ofSpeed(Collection<String> others, Predicate<Platform> where) {
    Ratios ratios = new Ratios(run);
    Set<Platform> platforms = timedOn(cell -> cell.variant().equals(Cell.PLAIN), where);
    List<Cell> cells = comparison();
    return !platforms.isEmpty()
        && platforms.stream()
            .flatMap(platform -> cells.stream().map(cell -> cell.on(platform)))
            .allMatch(
                cell ->
                    isEnough(ratios.of(cell), Effort.FULL.sampling())
                        && others.stream()
                            .map(other -> ratios.counterpart(cell, other))
                            .allMatch(timing -> isEnough(timing, Effort.FULL.sampling())));
  }

  private static List<Cell> comparison() {
    Effort.Selection all = Effort.FULL.selection();
    return cells(
        Microbenchmarks.comparison(
            new Effort.Selection(all.sizes(), all.keys(), all.probes(), List.of(Peer.GO_MAP)),
            List.of(Jdk.current()),
            List.of(Collector.PARALLEL),
            ALL));
  }

  /** Whether both variants of GoMap were measured in every cell of a workload. */
  boolean ofCost(String workload, String variant, String base) {
    Ratios ratios = new Ratios(run);
    List<String> variants = List.of(variant, base);
    Set<Platform> platforms = timedOn(cell -> variants.contains(cell.variant()), any -> true);
    List<Cell> cells =
        cells(
            Microbenchmarks.costOfTheGuards(
                Effort.FULL.guardSizes(),
                List.of(Jdk.current()),
                List.of(Collector.PARALLEL),
                ALL));
    return !platforms.isEmpty()
        && platforms.stream()
            .flatMap(platform -> cells.stream().map(cell -> cell.on(platform)))
            .filter(cell -> cell.workload().equals(workload) && variants.contains(cell.variant()))
            .allMatch(cell -> isEnough(ratios.of(cell), Effort.FULL.guardSampling()));
  }

  private static List<Cell> cells(List<Job> jobs) {
    return jobs.stream().map(Job::cell).toList();
  }

  private static boolean isEnough(Optional<Timing> timing, Effort.Sampling sampling) {
    return timing.filter(each -> each.forks() >= sampling.forks()).isPresent();
  }

  private Set<Platform> timedOn(Predicate<Cell> cells, Predicate<Platform> where) {
    return run.timings().stream()
        .map(Timing::cell)
        .filter(cell -> cell.peer().equals(GO_MAP))
        .filter(cells)
        .map(Cell::platform)
        .filter(where)
        .collect(Collectors.toSet());
  }

  /** Whether GoMap and HashMap were measured at all of these sizes. */
  boolean ofMemory(IntPredicate sizes) {
    List<String> runtimes =
        run.memory().stream()
            .filter(point -> point.peer().equals(GO_MAP))
            .map(MemoryPoint::runtime)
            .distinct()
            .toList();
    return !runtimes.isEmpty()
        && runtimes.stream()
            .allMatch(
                runtime ->
                    Stream.of(GO_MAP, HASH_MAP).allMatch(peer -> ofMemory(peer, runtime, sizes)));
  }

  /** Whether one map was measured at all of these sizes on one JDK. */
  boolean ofMemory(String peer, String runtime, IntPredicate sizes) {
    return run.memory().stream()
        .filter(point -> point.peer().equals(peer) && point.runtime().equals(runtime))
        .map(MemoryPoint::size)
        .collect(Collectors.toSet())
        .containsAll(Effort.FULL.memorySizes().stream().filter(sizes::test).toList());
  }

  /** Whether all repetitions of GoMap and HashMap were measured. */
  boolean ofLatency(boolean scheduled) {
    List<Latency> full =
        run.latencies().stream()
            .filter(one -> one.scheduled() == scheduled)
            .filter(one -> one.entries() == Effort.FULL.latencyEntries())
            .toList();
    Set<Platform> platforms =
        run.latencies().stream()
            .filter(one -> one.peer().equals(GO_MAP) && one.scheduled() == scheduled)
            .map(Latency::platform)
            .collect(Collectors.toSet());
    return !platforms.isEmpty()
        && platforms.stream()
            .allMatch(
                platform ->
                    Stream.of(GO_MAP, HASH_MAP)
                        .allMatch(peer -> repetitions(full, peer, platform)));
  }

  private static boolean repetitions(List<Latency> all, String peer, Platform platform) {
    return all.stream()
            .filter(one -> one.peer().equals(peer) && one.platform().equals(platform))
            .count()
        >= Effort.FULL.latencyRepetitions();
  }

  /** Whether GoMap and HashMap were measured at every size of the very large maps. */
  boolean ofScaling() {
    Set<Platform> platforms =
        run.scaling().stream()
            .filter(point -> point.peer().equals(GO_MAP))
            .map(ScalePoint::platform)
            .collect(Collectors.toSet());
    return !platforms.isEmpty()
        && platforms.stream()
            .allMatch(
                platform ->
                    Stream.of(GO_MAP, HASH_MAP).allMatch(peer -> ofScaling(peer, platform)));
  }

  private boolean ofScaling(String peer, Platform platform) {
    return run.scaling().stream()
        .filter(point -> point.peer().equals(peer) && point.platform().equals(platform))
        .map(ScalePoint::entries)
        .collect(Collectors.toSet())
        .containsAll(Effort.FULL.scaleSteps());
  }
}
