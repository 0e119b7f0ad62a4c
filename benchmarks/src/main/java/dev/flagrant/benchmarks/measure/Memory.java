package dev.flagrant.benchmarks.measure;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.flagrant.benchmarks.maps.BenchMap;
import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.model.MemoryPoint;
import dev.flagrant.benchmarks.model.ResultsFile;
import dev.flagrant.benchmarks.workload.Numbers;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jol.info.GraphStats;

/**
 * The memory of maps, by walking over all objects with JOL. Counted is what a map holds for itself
 * alone: not its keys and values, and not what another map of the same kind shares with it.
 */
public final class Memory {
  /** Small maps of random seeds differ in their overflow buckets, so the mean of a crowd counts. */
  private static final int SMALL = 1_000;

  private static final int CROWD = 64;

  private Memory() {}

  /** Measures one peer in another JVM, growing one map from size to size. */
  public static List<MemoryPoint> measure(Jdk jdk, Peer peer, KeyKind keys, List<Integer> sizes) {
    List<String> options = new ArrayList<>(jdk.options(Collector.PARALLEL));
    // JOL reads addresses and field offsets; these let it, and keep it from saying so.
    options.addAll(
        List.of(
            "-Xmx4g",
            "-Djdk.attach.allowAttachSelf=true",
            "-Djol.magicFieldOffset=true",
            "-XX:+EnableDynamicAgentLoading"));
    Stream<Object> arguments = Stream.concat(Stream.of(peer.name(), keys.name()), sizes.stream());
    return Fork.java(jdk, options, Memory.class, new TypeReference<>() {}, arguments.toArray());
  }

  /** In the other JVM: file, peer, kind of keys, rising sizes. */
  public static void main(String[] args) throws IOException {
    Peer peer = Peer.valueOf(args[1]);
    KeyKind keys = KeyKind.valueOf(args[2]);
    List<Integer> sizes = Arrays.stream(args).skip(3).map(Integer::valueOf).toList();
    ResultsFile.JSON.writeValue(new File(args[0]), points(peer, keys, sizes));
  }

  static List<MemoryPoint> points(Peer peer, KeyKind kind, List<Integer> sizes) {
    List<MemoryPoint> points = new ArrayList<>();
    BenchMap[] large = maps(peer, kind, 1);
    Object[] keys = new Object[Math.max(SMALL, sizes.get(sizes.size() - 1))];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = kind.key(Numbers.present(i));
    }
    for (int size : sizes) {
      BenchMap[] maps = size <= SMALL ? maps(peer, kind, CROWD) : large;
      for (BenchMap map : maps) {
        for (int i = map.size(); i < size; i++) {
          map.put(keys[i], keys[i]);
        }
      }
      points.add(
          new MemoryPoint(
              peer.label(),
              kind.name().toLowerCase(Locale.ROOT),
              Jdk.current().label(),
              size,
              bytesOfTheirOwn(maps, maps(peer, kind, 1)[0], keys) / (double) maps.length));
    }
    return points;
  }

  private static BenchMap[] maps(Peer peer, KeyKind kind, int count) {
    return Stream.generate(() -> peer.create(kind, Peer.NO_HINT))
        .limit(count)
        .toArray(BenchMap[]::new);
  }

  private static long bytesOfTheirOwn(BenchMap[] maps, BenchMap other, Object[] keys) {
    Object[] shared = {keys, other.unwrap()};
    Object[] all =
        Stream.concat(Arrays.stream(shared), Arrays.stream(maps).map(BenchMap::unwrap)).toArray();
    return GraphStats.parseInstance(all).totalSize() - GraphStats.parseInstance(shared).totalSize();
  }
}
