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
 * The time of each single put while a map grows from empty.
 *
 * <p>It is taken in two ways. Back to back, each put is timed by itself, and a stall is one long
 * put, however many could have been made meanwhile. On a schedule, a put is due every few
 * microseconds, and its time runs from when it was due: a stall is then as many late puts as were
 * due in it, as it is for whoever sends requests at their own pace. Nothing is corrected for
 * coordinated omission, since on a schedule there is none.
 *
 * <p>A third measurement is of no map at all: each put waits until its time is up. What is longer
 * is the system's, and no map that takes as long can be expected to be below that.
 */
public final class PutLatency {
  /**
   * The ways of taking the time: back to back, and on a schedule that leaves several times the time
   * that a put takes on average, so that none is late for want of it.
   */
  public static final List<Long> INTERVALS_NANOS = List.of(0L, 2_000L);

  private static final long HIGHEST = 60_000_000_000L;
  private static final int DIGITS = 3;

  /**
   * A put that takes longer is looked at for a collection; asking for each would cost too much. On
   * a schedule that is the time from the end of the put before: one that is late because others
   * were held up is none to ask about.
   */
  private static final long SUSPICIOUS = 20_000;

  private static final int WARM_UP_ENTRIES = 300_000;
  private static final int WARM_UPS = 6;

  private final CollectionWatch collections = new CollectionWatch();
  private final Histogram all = new Histogram(HIGHEST, DIGITS);
  private final Histogram withoutPauses = new Histogram(HIGHEST, DIGITS);

  private final long intervalNanos;
  private long tookNanos;

  /** What is timed: the put of a number, given when the first began. */
  interface Put {
    void make(int number, long begin);
  }

  /** With an interval as in {@link #measure}. */
  PutLatency(long intervalNanos) {
    this.intervalNanos = intervalNanos;
  }

  /**
   * Measures one repetition in another JVM.
   *
   * @param intervalNanos how often a put is due; 0 for back to back
   */
  public static Latency measure(
      Jdk jdk, Collector collector, int heapGiB, Peer peer, int entries, long intervalNanos) {
    return inAnotherJvm(jdk, collector, heapGiB, peer.name(), entries, intervalNanos);
  }

  /**
   * Measures one repetition of no map, back to back, in another JVM.
   *
   * @param waitNanos how long a put waits
   */
  public static Latency measureNoMap(
      Jdk jdk, Collector collector, int heapGiB, int entries, long waitNanos) {
    return inAnotherJvm(jdk, collector, heapGiB, Latency.NO_MAP, entries, waitNanos);
  }

  private static Latency inAnotherJvm(
      Jdk jdk, Collector collector, int heapGiB, String map, int entries, long nanos) {
    List<String> options = jdk.options(collector, heapGiB << 10);
    return Fork.java(
        jdk,
        options,
        PutLatency.class,
        new TypeReference<>() {},
        map,
        entries,
        nanos,
        collector.label());
  }

  /**
   * In the other JVM: file, peer or {@link Latency#NO_MAP}, entries, interval or wait, name of the
   * collector.
   */
  public static void main(String[] args) throws IOException {
    int entries = Integer.parseInt(args[2]);
    long nanos = Long.parseLong(args[3]);
    Platform platform = new Platform(Jdk.current().label(), args[4]);
    Latency result =
        args[1].equals(Latency.NO_MAP)
            ? ofNoMap(entries, nanos, platform)
            : ofMap(Peer.valueOf(args[1]), entries, nanos, platform);
    ResultsFile.JSON.writeValue(new File(args[0]), result);
  }

  private static Latency ofMap(Peer peer, int entries, long intervalNanos, Platform platform) {
    for (int i = 0; i < WARM_UPS; i++) {
      new PutLatency(intervalNanos).grow(empty(peer), keys(Math.min(WARM_UP_ENTRIES, entries)));
    }
    Object[] keys = keys(entries);
    // Else the first collections of the measurement copy what the preparation left.
    System.gc();
    PutLatency measured = new PutLatency(intervalNanos);
    measured.grow(empty(peer), keys);
    return measured.result(peer.label(), platform);
  }

  private static Latency ofNoMap(int entries, long waitNanos, Platform platform) {
    for (int i = 0; i < WARM_UPS; i++) {
      new PutLatency(0).waitOften(Math.min(WARM_UP_ENTRIES, entries), waitNanos);
    }
    PutLatency measured = new PutLatency(0);
    measured.waitOften(entries, waitNanos);
    return measured.result(Latency.NO_MAP, platform);
  }

  private static BenchMap empty(Peer peer) {
    return peer.create(KeyKind.LONG, Peer.NO_HINT);
  }

  /** Puts keys into an empty map, and takes the time of each. */
  void grow(BenchMap map, Object[] keys) {
    time(keys.length, (i, begin) -> map.put(keys[i], keys[i]));
    if (map.size() != keys.length) {
      throw new IllegalStateException("the map has lost entries");
    }
  }

  /**
   * Takes the time of waiting. The waits end at equal distances, so that all of them together take
   * as long as so many puts do, stalls included: the longer it takes, the more often the system
   * interrupts.
   */
  void waitOften(int times, long waitNanos) {
    time(times, (i, begin) -> waitFor(begin + (i + 1) * waitNanos));
  }

  /** Takes the time of each put. */
  void time(int times, Put put) {
    collections.reset();
    long begin = System.nanoTime();
    long last = begin;
    for (int i = 0; i < times; i++) {
      long before = intervalNanos == 0 ? System.nanoTime() : waitFor(begin + i * intervalNanos);
      put.make(i, begin);
      long end = System.nanoTime();
      long nanos = end - before;
      all.recordValue(Math.min(nanos, HIGHEST));
      long since = intervalNanos == 0 ? before : last;
      boolean collected = end - since >= SUSPICIOUS && collections.happened();
      if (intervalNanos == 0 && !collected) {
        withoutPauses.recordValue(Math.min(nanos, HIGHEST));
      }
      // What asking took is not the next one's.
      last = collected ? System.nanoTime() : end;
    }
    tookNanos = System.nanoTime() - begin;
  }

  /** Returns, at once or when it has come, the time at which a put is due. */
  private static long waitFor(long due) {
    while (System.nanoTime() < due) {
      Thread.onSpinWait();
    }
    return due;
  }

  /** What has been measured. */
  Latency result(String peer, Platform platform) {
    return new Latency(
        peer,
        platform,
        Math.toIntExact(all.getTotalCount()),
        intervalNanos,
        tookNanos / 1e9,
        percentiles(all),
        intervalNanos == 0 ? percentiles(withoutPauses) : Map.of(),
        collections.count(),
        collections.totalMillis(),
        collections.longestMillis(),
        true);
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
