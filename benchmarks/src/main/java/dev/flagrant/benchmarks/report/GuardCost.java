package dev.flagrant.benchmarks.report;

import static java.util.stream.Collectors.joining;

import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.Cell;
import dev.flagrant.benchmarks.model.Estimate;
import dev.flagrant.benchmarks.model.Timing;
import dev.flagrant.benchmarks.model.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What each guard costs, which two pages show. */
public final class GuardCost {
  /** The page about the windows of the guards, of which one section is written here. */
  static final String PAGE = "detection-limits.md";

  static final String BEGIN = "<!-- begin: ./flagrant bench --report -->";
  static final String END = "<!-- end of the bench -->";

  static final String TITLE = "Cost of the guards";
  private static final String ABOUT =
      "Median ns per operation of GoMap in one thread, half the width of its interval, and beside no"
          + " guard (x1.02 is 2 %% more time); in the last two columns, how many ns more than under"
          + " Go's guard. `iterate` is per entry. The processes of one row took turns; each median is"
          + " of %s of them. ";

  private static final List<String> CLOSING = List.of(Cell.GUARD + "atomic", Cell.GUARD + "stamp");

  private GuardCost() {}

  /** The table, for a terminal; empty if the run did not measure it. */
  public static String shown(Campaign campaign) {
    MarkdownTable table = table(campaign);
    return table.isEmpty() ? "" : table.toString();
  }

  static MarkdownTable table(Campaign campaign) {
    Ratios ratios = new Ratios(campaign);
    List<String> head = new ArrayList<>(List.of("workload/keys/probes/entries"));
    head.addAll(Cell.GUARDED);
    CLOSING.forEach(guard -> head.add(guard.substring(Cell.GUARD.length()) + " more than go"));
    MarkdownTable table = new MarkdownTable(head);
    for (Timing base : campaign.timings()) {
      if (base.cell().variant().equals(Cell.NO_GUARD)) {
        List<String> row = new ArrayList<>();
        row.add(base.cell().row() + " on " + base.cell().platform());
        for (String variant : Cell.GUARDED) {
          row.add(ratios.of(base.cell().with(variant)).map(each -> beside(each, base)).orElse(""));
        }
        for (String guard : CLOSING) {
          row.add(
              more(ratios.of(base.cell().with(guard)), ratios.of(base.cell().with(Cell.GO_GUARD))));
        }
        table.row(row);
      }
    }
    return table;
  }

  /** What the table shows. */
  static String about(Campaign campaign) {
    int[] forks =
        campaign.timings().stream()
            .filter(timing -> Cell.GUARDED.contains(timing.cell().variant()))
            .mapToInt(Timing::forks)
            .distinct()
            .sorted()
            .toArray();
    return forks.length == 0
        ? ""
        : ABOUT.formatted(Arrays.stream(forks).mapToObj(String::valueOf).collect(joining(" or ")))
            + Report.coverage(IntStream.of(forks));
  }

  private static String beside(Timing timing, Timing base) {
    Estimate estimate = timing.estimate();
    String shown = Report.interval(estimate);
    return timing.equals(base)
        ? shown
        : shown + " x" + Report.two(estimate.median() / base.estimate().median());
  }

  private static String more(Optional<Timing> guard, Optional<Timing> go) {
    if (guard.isEmpty() || go.isEmpty()) {
      return "";
    }
    Estimate one = guard.get().estimate();
    Estimate other = go.get().estimate();
    boolean apart = one.low() > other.high() || other.low() > one.high();
    String nanos = Report.format("%+.2f ns", one.median() - other.median());
    if (!one.hasInterval() || !other.hasInterval()) {
      return nanos + " (one process)";
    }
    return apart ? nanos : nanos + " (intervals overlap)";
  }

  /** The section of {@link #PAGE}: under what circumstances, and the table. */
  static String section(Campaign campaign) {
    return Report.circumstances(campaign, about(campaign)) + "\n" + table(campaign);
  }

  /**
   * Replaces the section in the page of a folder, if there is such a page, and if the guards were
   * measured: no run takes away what another one has shown.
   */
  static void writeInto(Path folder, Campaign campaign) throws IOException {
    Path page = folder.resolve(PAGE);
    if (!table(campaign).isEmpty() && Files.exists(page)) {
      WholeFile.write(page, replaced(page, section(campaign)));
    }
  }

  /** Makes sure that the page of a folder has the section, if there is such a page. */
  static void requirePlace(Path folder) throws IOException {
    Path page = folder.resolve(PAGE);
    if (Files.exists(page)) {
      var unused = replaced(page, "");
    }
  }

  private static String replaced(Path page, String section) throws IOException {
    String text = Files.readString(page);
    int from = text.indexOf(BEGIN);
    int to = text.indexOf(END);
    if (from < 0 || to < from) {
      throw new IOException(page + " has no section between " + BEGIN + " and " + END);
    }
    return text.substring(0, from + BEGIN.length()) + "\n" + section + text.substring(to);
  }
}
