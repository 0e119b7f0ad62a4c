package dev.flagrant.benchmarks.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.Latency;
import dev.flagrant.benchmarks.model.MemoryPoint;
import dev.flagrant.benchmarks.model.ScalePoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The tables of the parts in which one map grows: memory, latency of a put, very large maps. */
final class GrowthTables {
  private static final String HASH_MAP = Peer.HASH_MAP.label();
  private static final String NOT_MEASURED = "-";

  private final Campaign campaign;

  private GrowthTables(Campaign campaign) {
    this.campaign = campaign;
  }

  static String of(Campaign campaign) {
    GrowthTables tables = new GrowthTables(campaign);
    return tables.memory() + tables.latency() + tables.scaling();
  }

  private String memory() {
    List<Integer> small =
        campaign.memory().stream()
            .map(MemoryPoint::size)
            .filter(size -> size < Metric.SWEEP)
            .distinct()
            .sorted()
            .toList();
    List<String> head = new ArrayList<>(List.of("map", "JDK"));
    small.forEach(size -> head.add(size == 0 ? "empty" : "at " + grouped(size)));
    head.addAll(List.of("over the sweep", "beside HashMap"));
    MarkdownTable table = new MarkdownTable(head);
    for (String runtime :
        campaign.memory().stream().map(MemoryPoint::runtime).distinct().toList()) {
      for (String peer : campaign.memory().stream().map(MemoryPoint::peer).distinct().toList()) {
        List<String> cells = new ArrayList<>(List.of(peer, runtime));
        for (int size : small) {
          cells.add(
              shown(Metric.bytesPerEntry(campaign, peer, runtime, entries -> entries == size)));
        }
        double bytes = sweep(peer, runtime);
        cells.addAll(List.of(shown(bytes), shown(bytes / sweep(HASH_MAP, runtime))));
        table.row(cells);
      }
    }
    return table.under(
        "Memory",
        "Bytes per entry without keys and values; of an empty map, its bytes. The sweep is the mean"
            + " over the sizes from 500,000 to 1,100,000.");
  }

  /** NaN where it is not complete. */
  private double sweep(String peer, String runtime) {
    return new Completeness(campaign).ofMemory(peer, runtime, Metric::isOfSweep)
        ? Metric.bytesPerEntry(campaign, peer, runtime, Metric::isOfSweep)
        : Double.NaN;
  }

  private static String shown(@Nullable Long nanos) {
    return nanos == null ? NOT_MEASURED : grouped(nanos);
  }

  private static String shown(double number) {
    return Double.isNaN(number) ? NOT_MEASURED : two(number);
  }

  private String latency() {
    List<String> percentiles = List.of("p50", "p90", "p99", "p99.9", "p99.99", "max");
    List<String> head = new ArrayList<>(List.of("map", "on", "entries", "a put", "what"));
    head.addAll(percentiles);
    head.addAll(List.of("took, s", "collections", "longest, ms", "all, ms"));
    MarkdownTable table = new MarkdownTable(head);
    for (Latency latency : repetitionsTogether()) {
      List<String> all = new ArrayList<>(name(latency, "all puts"));
      List<String> calm = new ArrayList<>(name(latency, "no collection"));
      for (String percentile : percentiles) {
        all.add(shown(latency.all().get(percentile)));
        calm.add(shown(latency.withoutPauses().get(percentile)));
      }
      all.add(two(latency.seconds()));
      all.addAll(
          latency.tellsPauses()
              ? List.of(
                  String.valueOf(latency.pauses()),
                  two(latency.longestPauseMillis()),
                  two(latency.pauseMillis()))
              : List.of(NOT_MEASURED, NOT_MEASURED, NOT_MEASURED));
      calm.addAll(List.of("", "", "", ""));
      table.row(all);
      if (!latency.withoutPauses().isEmpty()) {
        table.row(calm);
      }
    }
    return table.under(
        "Latency of a put while the map grows",
        "Nanoseconds of single puts, each repetition in a process of its own. Back to back, each put"
            + " is timed by itself; in a second row the puts are left out during which a collection"
            + " took place. On a schedule, a put is due every so often, and its time runs from when"
            + " it was due, so that all the puts that a stall holds up are seen to wait; nothing"
            + " needs to be corrected for coordinated omission. Where a column has -, it was not"
            + " measured. A put of \"no map\" only waits, until"
            + " as much time has gone by as a put takes on average in the map that is quickest:"
            + " what is longer than that is the system's, and is in every map's rows, too."
            + systemsPart());
  }

  /** They were measured in turns. */
  private List<Latency> repetitionsTogether() {
    Map<List<?>, List<Latency>> repetitions =
        campaign.latencies().stream()
            .collect(
                groupingBy(
                    one -> List.of(one.intervalNanos(), one.platform(), one.peer()),
                    LinkedHashMap::new,
                    toList()));
    return repetitions.values().stream().flatMap(List::stream).toList();
  }

  /** What no map can be below, as the verdict on it is given. */
  private String systemsPart() {
    OptionalDouble part = Metric.systemsPart(campaign);
    return part.isEmpty()
        ? ""
        : Report.format(
            " Back to back, the p99.99 of no map is %.2f of HashMap's here.", part.getAsDouble());
  }

  private static List<String> name(Latency latency, String what) {
    return List.of(
        latency.peer(),
        latency.platform().toString(),
        grouped(latency.entries()),
        latency.scheduled()
            ? Report.format("every %.1f us", latency.intervalNanos() / 1e3)
            : "back to back",
        what);
  }

  private String scaling() {
    MarkdownTable table = new MarkdownTable("map", "on", "entries", "insert", "hit", "update");
    for (ScalePoint point : campaign.scaling()) {
      table.row(
          point.peer(),
          point.platform().toString(),
          grouped(point.entries()),
          two(point.insert()),
          two(point.hit()),
          two(point.update()));
    }
    return table.under(
        "Very large maps",
        "Nanoseconds per operation on one map of `long` keys. An insert is the mean over all since"
            + " the row before, growth and collections included. One process each"
            + (campaign.heapGiB() == null
                ? ""
                : ", those of the JVM in a heap of " + campaign.heapGiB() + " GiB")
            + "."
            + steepest());
  }

  /** Of each map: how many times as long an operation takes as at the size before, at most. */
  private String steepest() {
    Map<String, List<ScalePoint>> maps =
        campaign.scaling().stream()
            .collect(
                groupingBy(
                    point -> point.peer() + " on " + point.platform(),
                    LinkedHashMap::new,
                    toList()));
    String each =
        maps.entrySet().stream()
            .filter(map -> map.getValue().size() > 1)
            .map(map -> steepest(map.getKey(), map.getValue()))
            .collect(joining(", "));
    return each.isEmpty() ? "" : " The steepest rise from one size to the next was " + each + ".";
  }

  private static String steepest(String map, List<ScalePoint> points) {
    return Report.format(
        "of %s x%.2f for a hit and x%.2f for an update",
        map, steepest(points, ScalePoint::hit), steepest(points, ScalePoint::update));
  }

  private static double steepest(List<ScalePoint> points, ToDoubleFunction<ScalePoint> nanos) {
    return IntStream.range(1, points.size())
        .mapToDouble(
            i -> nanos.applyAsDouble(points.get(i)) / nanos.applyAsDouble(points.get(i - 1)))
        .max()
        .orElse(Double.NaN);
  }

  private static String grouped(long number) {
    return Report.format("%,d", number);
  }

  private static String two(double number) {
    return Report.two(number);
  }
}
