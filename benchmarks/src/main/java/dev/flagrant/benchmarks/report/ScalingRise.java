package dev.flagrant.benchmarks.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.Estimate;
import dev.flagrant.benchmarks.model.Platform;
import dev.flagrant.benchmarks.model.ScalePoint;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How much longer an operation of GoMap takes in a larger map than in a smaller one, beyond what
 * HashMap's does: a cliff is where this is large. All pairs of sizes count, for a cliff may have
 * several steps; and one that both maps have is the machine's.
 */
final class ScalingRise {
  private static final List<ToDoubleFunction<ScalePoint>> OPERATIONS =
      List.of(ScalePoint::hit, ScalePoint::update, ScalePoint::insert);

  private final Campaign run;

  private ScalingRise(Campaign run) {
    this.run = run;
  }

  /** The largest over all operations, pairs of sizes and platforms. */
  static OptionalDouble worst(Campaign campaign) {
    ScalingRise rise = new ScalingRise(campaign);
    return platforms(campaign).stream()
        .flatMapToDouble(
            platform -> OPERATIONS.stream().flatMapToDouble(nanos -> rise.all(platform, nanos)))
        .max();
  }

  /** Where both maps were measured. */
  static List<Platform> platforms(Campaign run) {
    return run.scaling().stream()
        .map(ScalePoint::platform)
        .distinct()
        .filter(
            platform ->
                Stream.of(Peer.GO_MAP, Peer.HASH_MAP)
                    .allMatch(peer -> isOf(run.scaling(), peer, platform)))
        .toList();
  }

  private static boolean isOf(List<ScalePoint> points, Peer peer, Platform platform) {
    return points.stream().anyMatch(point -> isOf(point, peer, platform));
  }

  private static boolean isOf(ScalePoint point, Peer peer, Platform platform) {
    return point.peer().equals(peer.label()) && point.platform().equals(platform);
  }

  /** Of one operation, for every pair of sizes of both maps. */
  private DoubleStream all(Platform platform, ToDoubleFunction<ScalePoint> nanos) {
    SortedMap<Integer, Double> goMap = medians(Peer.GO_MAP, platform, nanos);
    SortedMap<Integer, Double> hashMap = medians(Peer.HASH_MAP, platform, nanos);
    goMap.keySet().retainAll(hashMap.keySet());
    hashMap.keySet().retainAll(goMap.keySet());
    return goMap.keySet().stream()
        .flatMapToDouble(
            smaller ->
                goMap.tailMap(smaller + 1).keySet().stream()
                    .mapToDouble(
                        larger ->
                            ratio(goMap, smaller, larger)
                                / Math.max(1, ratio(hashMap, smaller, larger))));
  }

  private static double ratio(SortedMap<Integer, Double> nanos, int smaller, int larger) {
    return nanos.getOrDefault(larger, Double.NaN) / nanos.getOrDefault(smaller, Double.NaN);
  }

  /** By size, of the processes that measured it. */
  private SortedMap<Integer, Double> medians(
      Peer peer, Platform platform, ToDoubleFunction<ScalePoint> nanos) {
    SortedMap<Integer, Double> medians = new TreeMap<>();
    run.scaling().stream()
        .filter(point -> isOf(point, peer, platform))
        .collect(groupingBy(ScalePoint::entries, mapping(nanos::applyAsDouble, toList())))
        .forEach((size, samples) -> medians.put(size, Estimate.of(samples).median()));
    return medians;
  }
}
