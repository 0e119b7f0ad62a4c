package dev.flagrant.benchmarks.report;

import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.measure.GoProgram;
import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.Cell;
import dev.flagrant.benchmarks.model.Latency;
import dev.flagrant.benchmarks.model.MemoryPoint;
import dev.flagrant.benchmarks.model.Platform;
import dev.flagrant.benchmarks.model.ScalePoint;
import dev.flagrant.benchmarks.model.Timing;
import dev.flagrant.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** The tables of a page; a table without rows is left out. */
final class Tables {
  private static final String HASH_MAP = Peer.HASH_MAP.label();
  private static final int SWEEP = 500_000;
  private static final List<String> WORKLOADS =
      Stream.of(Workload.values()).map(Workload::label).toList();

  /** The order of the rows, in whatever order they were measured. */
  private static final Comparator<Cell> ROWS =
      Comparator.comparing(Cell::keys)
          .thenComparing(Cell::size)
          .thenComparing(cell -> WORKLOADS.indexOf(cell.workload()))
          .thenComparing(Cell::probes);

  private final Campaign campaign;
  private final Ratios ratios;
  private final StringBuilder text = new StringBuilder();

  private Tables(Campaign campaign) {
    this.campaign = campaign;
    this.ratios = new Ratios(campaign);
  }

  static String of(Campaign campaign) {
    Tables tables = new Tables(campaign);
    tables.measured();
    tables.geometricMeans();
    tables.workloads();
    tables.check();
    tables.memory();
    tables.latency();
    tables.scaling();
    return tables.text.toString();
  }

  private void section(String title, String about, MarkdownTable table) {
    if (!table.isEmpty()) {
      text.append("\n### %s\n\n%s\n\n%s".formatted(title, about, table));
    }
  }

  /** A part of all cells is no fault; that it is a part must be seen. */
  private void measured() {
    List<String> peers = distinct(timing -> timing.cell().peer());
    List<String> head = new ArrayList<>(List.of("on"));
    head.addAll(peers);
    MarkdownTable table = new MarkdownTable(head);
    for (String platform : distinct(timing -> timing.cell().platform().toString())) {
      List<String> cells = new ArrayList<>(List.of(platform));
      for (String peer : peers) {
        long count =
            plain()
                .map(Timing::cell)
                .filter(cell -> cell.peer().equals(peer))
                .filter(cell -> cell.platform().toString().equals(platform))
                .count();
        cells.add(count == 0 ? "" : Long.toString(count));
      }
      table.row(cells);
    }
    section(
        "Cells measured",
        "How many cells of each map: a workload with its keys, probes and entries." + widened(),
        table);
  }

  private String widened() {
    int fewest = plain().mapToInt(Timing::forks).min().orElse(0);
    long more = plain().filter(timing -> timing.forks() > fewest).count();
    return more == 0
        ? ""
        : "\nIn more than %d processes: %d of these %d.".formatted(fewest, more, plain().count());
  }

  private void geometricMeans() {
    MarkdownTable table =
        new MarkdownTable("map", "beside HashMap", "GoMap beside it", "slowest cell of GoMap");
    for (String peer : distinct(timing -> timing.cell().peer())) {
      double[] goMap = ratios.all(Peer.GO_MAP.label(), peer, cell -> true);
      // Go runs on one platform, so it is asked from the side of HashMap, which runs on all.
      OptionalDouble beside =
          peer.equals(GoProgram.PEER)
              ? inverse(Ratios.geometricMean(ratios.all(HASH_MAP, peer, cell -> true)))
              : Ratios.geometricMean(ratios.all(peer, HASH_MAP, cell -> true));
      table.row(peer, two(beside), two(Ratios.geometricMean(goMap)), two(Ratios.worst(goMap)));
    }
    section(
        "Geometric means",
        "Over all cells that both maps were measured in; 2.00 is half the time.",
        table);
  }

  private void workloads() {
    List<String> peers = distinct(timing -> timing.cell().peer());
    List<Platform> platforms =
        plain()
            .filter(timing -> !timing.cell().peer().equals(GoProgram.PEER))
            .map(timing -> timing.cell().platform())
            .distinct()
            .toList();
    for (Platform platform : platforms) {
      List<String> head = new ArrayList<>(List.of("workload/keys/probes/entries"));
      head.addAll(peers);
      MarkdownTable table = new MarkdownTable(head);
      for (String row : plain().map(Timing::cell).sorted(ROWS).map(Cell::row).distinct().toList()) {
        Optional<Cell> any =
            plain()
                .map(Timing::cell)
                .filter(cell -> cell.row().equals(row) && cell.platform().equals(platform))
                .findFirst();
        if (any.isPresent()) {
          List<String> cells = new ArrayList<>(List.of(row));
          peers.forEach(peer -> cells.add(time(any.get(), peer)));
          table.row(cells);
        }
      }
      section(
          "Workloads on " + platform,
          "Median ns per operation, half the width of its interval, and beside HashMap.",
          table);
    }
  }

  private String time(Cell row, String peer) {
    Optional<Timing> timing = ratios.counterpart(row, peer);
    if (timing.isEmpty()) {
      return "";
    }
    double median = timing.get().estimate().median();
    String beside =
        ratios
            .of(row.of(HASH_MAP))
            .map(other -> " x" + two(other.estimate().median() / median))
            .orElse("");
    return Report.interval(timing.get().estimate()) + beside;
  }

  private void check() {
    section(GuardCost.TITLE, GuardCost.about(campaign), GuardCost.table(campaign));
  }

  private void memory() {
    List<Integer> small =
        campaign.memory().stream()
            .map(MemoryPoint::size)
            .filter(size -> size < SWEEP)
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
          cells.add(two(Metric.bytesPerEntry(campaign, peer, runtime, entries -> entries == size)));
        }
        IntPredicate sweep = entries -> entries >= SWEEP;
        double bytes = Metric.bytesPerEntry(campaign, peer, runtime, sweep);
        double hashMap = Metric.bytesPerEntry(campaign, HASH_MAP, runtime, sweep);
        cells.addAll(List.of(two(bytes), two(bytes / hashMap)));
        table.row(cells);
      }
    }
    section(
        "Memory",
        "Bytes per entry without keys and values; of an empty map, its bytes. The sweep is the mean"
            + " over the sizes from 500,000 to 1,100,000.",
        table);
  }

  private void latency() {
    List<String> percentiles = List.of("p50", "p90", "p99", "p99.9", "p99.99", "max");
    List<String> head = new ArrayList<>(List.of("map", "on", "entries", "a put", "what"));
    head.addAll(percentiles);
    head.addAll(List.of("took, s", "collections", "longest, ms", "all, ms"));
    MarkdownTable table = new MarkdownTable(head);
    for (Latency latency : campaign.latencies()) {
      List<String> all = new ArrayList<>(name(latency, "all puts"));
      List<String> calm = new ArrayList<>(name(latency, "no collection"));
      for (String percentile : percentiles) {
        all.add(grouped(latency.all().getOrDefault(percentile, 0L)));
        calm.add(grouped(latency.withoutPauses().getOrDefault(percentile, 0L)));
      }
      all.addAll(
          List.of(
              two(latency.seconds()),
              String.valueOf(latency.pauses()),
              two(latency.longestPauseMillis()),
              two(latency.pauseMillis())));
      calm.addAll(List.of("", "", "", ""));
      table.row(all);
      if (!latency.withoutPauses().isEmpty()) {
        table.row(calm);
      }
    }
    section(
        "Latency of a put while the map grows",
        "Nanoseconds of single puts, each repetition in a process of its own. Back to back, each put"
            + " is timed by itself; in a second row the puts are left out during which a collection"
            + " took place. On a schedule, a put is due every so often, and its time runs from when"
            + " it was due, so that all the puts that a stall holds up are seen to wait; nothing"
            + " needs to be corrected for coordinated omission. A put of \"no map\" only waits, until"
            + " as much time has gone by as a put takes on average in the map that is quickest:"
            + " what is longer than that is the system's, and is in every map's rows, too."
            + systemsPart(),
        table);
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

  private void scaling() {
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
    section(
        "Very large maps",
        "Nanoseconds per operation on one map of `long` keys. An insert is the mean over all since"
            + " the row before, growth and collections included.",
        table);
  }

  private Stream<Timing> plain() {
    return campaign.timings().stream().filter(timing -> timing.cell().variant().equals(Cell.PLAIN));
  }

  private List<String> distinct(Function<Timing, String> what) {
    return plain().map(what).distinct().toList();
  }

  private static OptionalDouble inverse(OptionalDouble ratio) {
    return ratio.isPresent() ? OptionalDouble.of(1 / ratio.getAsDouble()) : ratio;
  }

  private static String two(OptionalDouble number) {
    return number.isPresent() ? Report.two(number.getAsDouble()) : "";
  }

  private static String grouped(long number) {
    return Report.format("%,d", number);
  }

  private static String two(double number) {
    return Report.two(number);
  }
}
