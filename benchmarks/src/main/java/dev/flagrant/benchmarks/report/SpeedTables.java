package dev.flagrant.benchmarks.report;

import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.measure.Effort;
import dev.flagrant.benchmarks.measure.GoProgram;
import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.Cell;
import dev.flagrant.benchmarks.model.Platform;
import dev.flagrant.benchmarks.model.Timing;
import dev.flagrant.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables of the speed part. */
final class SpeedTables {
  private static final String HASH_MAP = Peer.HASH_MAP.label();
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

  private SpeedTables(Campaign campaign) {
    this.campaign = campaign;
    this.ratios = new Ratios(campaign);
  }

  static String of(Campaign campaign) {
    SpeedTables tables = new SpeedTables(campaign);
    return tables.measured() + tables.geometricMeans() + tables.workloads();
  }

  /** A part of all cells is no fault; that it is a part must be seen. */
  private String measured() {
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
    return table.under(
        "Cells measured",
        "How many cells of each map: a workload with its keys, probes and entries."
            + widened()
            + "\n"
            + Report.coverage(plain().mapToInt(Timing::forks)));
  }

  private String widened() {
    int fewest = plain().mapToInt(Timing::forks).min().orElse(0);
    long more = plain().filter(timing -> timing.forks() > fewest).count();
    return more == 0
        ? ""
        : "\nIn more than %d processes: %d of these %d. The interval is wider than ±10 %% of: %d."
            .formatted(fewest, more, plain().count(), plain().filter(Effort::isWide).count());
  }

  private String geometricMeans() {
    List<Platform> platforms = platforms();
    List<String> head =
        new ArrayList<>(
            List.of("map", "beside HashMap", "GoMap beside it", "slowest cell of GoMap"));
    platforms.forEach(platform -> head.add("GoMap beside it on " + platform));
    MarkdownTable table = new MarkdownTable(head);
    for (String peer : distinct(timing -> timing.cell().peer())) {
      double[] goMap = ratios.all(Peer.GO_MAP.label(), peer, cell -> true);
      // Go runs on one platform, so it is asked from the side of HashMap, which runs on all.
      OptionalDouble beside =
          peer.equals(GoProgram.PEER)
              ? inverse(Ratios.geometricMean(ratios.all(HASH_MAP, peer, cell -> true)))
              : Ratios.geometricMean(ratios.all(peer, HASH_MAP, cell -> true));
      List<String> cells =
          new ArrayList<>(
              List.of(
                  peer, two(beside), two(Ratios.geometricMean(goMap)), two(Ratios.worst(goMap))));
      for (Platform platform : platforms) {
        double[] there =
            ratios.all(Peer.GO_MAP.label(), peer, cell -> cell.platform().equals(platform));
        cells.add(two(Ratios.geometricMean(there)));
      }
      table.row(cells);
    }
    return table.under(
        "Geometric means",
        "Over all cells that both maps were measured in; 2.00 is half the time.");
  }

  private String workloads() {
    StringBuilder text = new StringBuilder();
    List<String> peers = distinct(timing -> timing.cell().peer());
    for (Platform platform : platforms()) {
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
      text.append(
          table.under(
              "Workloads on " + platform,
              "Median ns per operation, half the width of its interval, and beside HashMap."));
    }
    return text.toString();
  }

  /** Those of the JVM. */
  private List<Platform> platforms() {
    return plain()
        .map(Timing::cell)
        .filter(cell -> !cell.peer().equals(GoProgram.PEER))
        .map(Cell::platform)
        .distinct()
        .toList();
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
            .map(other -> " x" + Report.two(other.estimate().median() / median))
            .orElse("");
    return Report.interval(timing.get().estimate()) + beside;
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
}
