package dev.flagrant.harness.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import dev.flagrant.lincheck.engine.Explored;
import dev.flagrant.testkit.DetectionSite;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of an exploration: one line for each scenario. */
public final class LincheckTable {

  /** A scenario and what was found of it. */
  public record Row(RaceScenario scenario, Explored explored) {

    /** Whether some interleaving went wrong and nobody was told of a race. */
    public boolean isSilent() {
      return explored.silent() > 0 || explored.unsafe() > 0;
    }

    /** The row as one line. */
    public String line() {
      return "%s: %s interleavings, %s detected, %s silently wrong, %s threw or hung"
          .formatted(
              scenario.name(),
              Numbers.count(explored.interleavings()),
              Numbers.count(explored.count(RaceOutcome.DETECTED)),
              Numbers.count(explored.silent()),
              Numbers.count(explored.unsafe()));
    }
  }

  private LincheckTable() {}

  /** The table of these rows. */
  public static String of(List<Row> rows) {
    List<ColumnData<Row>> columns = new ArrayList<>();
    columns.add(column("scenario", HorizontalAlign.LEFT, row -> row.scenario().name()));
    columns.add(
        column(
            "interleavings",
            HorizontalAlign.RIGHT,
            row -> Numbers.count(row.explored().interleavings())));
    columns.add(
        column("all", HorizontalAlign.LEFT, row -> row.explored().exhausted() ? "yes" : "no"));
    for (RaceOutcome outcome : RaceOutcome.values()) {
      columns.add(
          column(
              outcome.name().replace("_", "_\n"),
              HorizontalAlign.RIGHT,
              row -> Numbers.count(row.explored().count(outcome))));
    }
    columns.add(column("noticed at", HorizontalAlign.LEFT, row -> sites(row.explored())));
    return AsciiTable.builder().border(AsciiTable.NO_BORDERS).data(rows, columns).asString();
  }

  private static String sites(Explored explored) {
    return explored.sites().stream()
        .sorted()
        .map(DetectionSite::toString)
        .collect(Collectors.joining(" "));
  }

  private static ColumnData<Row> column(
      String header, HorizontalAlign align, Function<Row, String> cell) {
    return new Column().header(header).headerAlign(align).dataAlign(align).with(cell);
  }
}
