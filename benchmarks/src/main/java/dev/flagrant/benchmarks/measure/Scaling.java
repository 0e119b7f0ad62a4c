package dev.flagrant.benchmarks.measure;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.flagrant.benchmarks.maps.BenchMap;
import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.model.Estimate;
import dev.flagrant.benchmarks.model.Platform;
import dev.flagrant.benchmarks.model.ResultsFile;
import dev.flagrant.benchmarks.model.ScalePoint;
import dev.flagrant.benchmarks.workload.Numbers;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The speed of one map that grows very large. Keys are made in chunks outside the measured time,
 * for there is no memory for a second copy of all of them.
 */
public final class Scaling {
  private static final int CHUNK = 1 << 18;
  private static final int REPETITIONS = 9;

  private final BenchMap map;
  private final Object[] chunk = new Object[CHUNK];
  private final Numbers order = new Numbers(3);

  private Scaling(BenchMap map) {
    this.map = map;
  }

  /** Measures one peer in another JVM. */
  public static List<ScalePoint> measure(
      Jdk jdk, Collector collector, int heapGiB, Peer peer, List<Integer> steps) {
    Stream<Object> arguments =
        Stream.concat(Stream.of(peer.name(), collector.label()), steps.stream());
    return Fork.java(
        jdk,
        jdk.options(collector, heapGiB << 10),
        Scaling.class,
        new TypeReference<>() {},
        arguments.toArray());
  }

  /** In the other JVM: file, peer, name of the collector, rising numbers of entries. */
  public static void main(String[] args) throws IOException {
    Peer peer = Peer.valueOf(args[1]);
    Platform platform = new Platform(Jdk.current().label(), args[2]);
    List<ScalePoint> points = new ArrayList<>();
    // Compiles all that is measured, before it is.
    new Scaling(peer.create(KeyKind.LONG, Peer.NO_HINT)).point(peer, platform, 4 * CHUNK);
    Scaling scaling = new Scaling(peer.create(KeyKind.LONG, Peer.NO_HINT));
    for (String step : Arrays.asList(args).subList(3, args.length)) {
      points.add(scaling.point(peer, platform, Integer.parseInt(step)));
    }
    ResultsFile.JSON.writeValue(new File(args[0]), points);
  }

  private ScalePoint point(Peer peer, Platform platform, int entries) {
    double insert = insertUpTo(entries);
    List<Double> hits = new ArrayList<>();
    List<Double> updates = new ArrayList<>();
    for (int i = 0; i < REPETITIONS; i++) {
      drawProbes();
      hits.add(hits() / (double) CHUNK);
      drawProbes();
      updates.add(puts(CHUNK) / (double) CHUNK);
    }
    if (map.size() != entries) {
      throw new IllegalStateException(
          "the map has %d entries, not %d".formatted(map.size(), entries));
    }
    return new ScalePoint(
        peer.label(),
        platform,
        entries,
        insert,
        Estimate.of(hits).median(),
        Estimate.of(updates).median());
  }

  /** Mean nanoseconds of an insert. */
  private double insertUpTo(int entries) {
    int before = map.size();
    long nanos = 0;
    for (int from = before; from < entries; from += CHUNK) {
      int count = Math.min(CHUNK, entries - from);
      for (int i = 0; i < count; i++) {
        chunk[i] = KeyKind.LONG.key(Numbers.present(from + i));
      }
      nanos += puts(count);
    }
    return nanos / (double) (entries - before);
  }

  private void drawProbes() {
    for (int i = 0; i < CHUNK; i++) {
      chunk[i] = KeyKind.LONG.key(Numbers.present(order.below(map.size())));
    }
  }

  private long puts(int count) {
    long begin = System.nanoTime();
    for (int i = 0; i < count; i++) {
      map.put(chunk[i], chunk[i]);
    }
    return System.nanoTime() - begin;
  }

  private long hits() {
    int found = 0;
    long begin = System.nanoTime();
    for (Object key : chunk) {
      if (map.get(key) != null) {
        found++;
      }
    }
    long nanos = System.nanoTime() - begin;
    if (found != CHUNK) {
      throw new IllegalStateException("the map has lost entries");
    }
    return nanos;
  }
}
