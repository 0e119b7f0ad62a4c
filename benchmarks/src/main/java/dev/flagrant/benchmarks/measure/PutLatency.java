package dev.flagrant.benchmarks.measure;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.flagrant.benchmarks.maps.BenchMap;
import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.model.Latency;
import dev.flagrant.benchmarks.model.Platform;
import dev.flagrant.benchmarks.model.ResultsFile;
import dev.flagrant.benchmarks.workload.Numbers;
import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * The time of each single put while a map grows from empty. The puts follow one another without a
 * schedule, so a stall is one long put and nothing is corrected for coordinated omission: the
 * figures are what one caller sees, not what a queue of callers would.
 */
public final class PutLatency {
  private static final long HIGHEST = 60_000_000_000L;
  private static final int DIGITS = 3;

  /** A put that takes longer is looked at for a collection; asking for each would cost too much. */
  private static final long SUSPICIOUS = 20_000;

  private static final int WARM_UP_ENTRIES = 300_000;
  private static final int WARM_UPS = 6;

  private final CollectionWatch collections = new CollectionWatch();
  private final Histogram all = new Histogram(HIGHEST, DIGITS);
  private final Histogram withoutPauses = new Histogram(HIGHEST, DIGITS);

  private PutLatency() {}

  /** Measures one repetition in another JVM. */
  public static Latency measure(Jdk jdk, Collector collector, int heapGiB, Peer peer, int entries) {
    List<String> options = jdk.options(collector, heapGiB << 10);
    return Fork.java(
        jdk,
        options,
        PutLatency.class,
        new TypeReference<>() {},
        peer.name(),
        entries,
        collector.label());
  }

  /** In the other JVM: file, peer, entries, name of the collector. */
  public static void main(String[] args) throws IOException {
    Peer peer = Peer.valueOf(args[1]);
    int entries = Integer.parseInt(args[2]);
    Platform platform = new Platform(Jdk.current().label(), args[3]);
    for (int i = 0; i < WARM_UPS; i++) {
      new PutLatency().grow(peer, keys(Math.min(WARM_UP_ENTRIES, entries)));
    }
    Object[] keys = keys(entries);
    // Else the first collections of the measurement copy what the preparation left.
    System.gc();
    PutLatency measured = new PutLatency();
    measured.grow(peer, keys);
    ResultsFile.JSON.writeValue(new File(args[0]), measured.result(peer, platform, entries));
  }

  private void grow(Peer peer, Object[] keys) {
    BenchMap map = peer.create(KeyKind.LONG, Peer.NO_HINT);
    collections.reset();
    for (Object key : keys) {
      long before = System.nanoTime();
      map.put(key, key);
      long nanos = System.nanoTime() - before;
      all.recordValue(Math.min(nanos, HIGHEST));
      if (nanos < SUSPICIOUS || !collections.happened()) {
        withoutPauses.recordValue(Math.min(nanos, HIGHEST));
      }
    }
    if (map.size() != keys.length) {
      throw new IllegalStateException("the map has lost entries");
    }
  }

  private Latency result(Peer peer, Platform platform, int entries) {
    return new Latency(
        peer.label(),
        platform,
        entries,
        percentiles(all),
        percentiles(withoutPauses),
        collections.count(),
        collections.totalMillis(),
        collections.longestMillis());
  }

  static Map<String, Long> percentiles(Histogram histogram) {
    Map<String, Long> percentiles = new LinkedHashMap<>();
    for (double percentile : new double[] {50, 90, 99, 99.9, 99.99}) {
      String name = "p" + String.valueOf(percentile).replace(".0", "");
      percentiles.put(name, histogram.getValueAtPercentile(percentile));
    }
    percentiles.put("max", histogram.getMaxValue());
    return percentiles;
  }

  private static Object[] keys(int count) {
    Object[] keys = new Object[count];
    for (int i = 0; i < count; i++) {
      keys[i] = KeyKind.LONG.key(Numbers.present(i));
    }
    return keys;
  }
}
