package dev.flagrant.harness.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import dev.flagrant.harness.check.ScenarioReport;
import dev.flagrant.harness.hammer.ScenarioResult;
import dev.flagrant.testkit.DetectionSite;
import dev.flagrant.testkit.RaceOutcome;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of a check: one line for each scenario. */
final class CheckTable {

  private CheckTable() {}

  static String of(List<ScenarioReport> reports) {
    return AsciiTable.builder()
        .border(AsciiTable.NO_BORDERS)
        .data(
            reports,
            List.of(
                text("scenario", report -> report.scenario().name()),
                number("trials", report -> Numbers.count(report.race().trials())),
                number("overlap", CheckTable::overlap),
                outcome("CLEAN", RaceOutcome.CLEAN),
                outcome("DETECTED", RaceOutcome.DETECTED),
                outcome("LOST_\nUPDATE", RaceOutcome.LOST_UPDATE),
                outcome("TORN", RaceOutcome.TORN),
                outcome("JVM_\nEXCEPTION", RaceOutcome.JVM_EXCEPTION),
                outcome("HANG", RaceOutcome.HANG),
                text("noticed at", report -> sites(report.race())),
                number("us to detection\nmedian / max", report -> times(report.race())),
                text("finding", report -> report.finding().words())))
        .asString();
  }

  /** One scenario in one line. */
  static String line(ScenarioReport report) {
    return "%s: %s trials, %s detected, %s"
        .formatted(
            report.scenario().name(),
            Numbers.count(report.race().trials()),
            Numbers.count(report.race().count(RaceOutcome.DETECTED)),
            report.finding().words());
  }

  private static String overlap(ScenarioReport report) {
    return Numbers.percent(report.race().overlapping(), report.race().trials());
  }

  private static String sites(ScenarioResult race) {
    long detected = race.count(RaceOutcome.DETECTED);
    return race.sites().entrySet().stream()
        .sorted(Map.Entry.<DetectionSite, Long>comparingByValue().reversed())
        .map(site -> site.getKey() + " " + Numbers.percent(site.getValue(), detected))
        .collect(Collectors.joining(" "));
  }

  private static String times(ScenarioResult race) {
    return race.timed()
        ? Numbers.micros(race.medianDetectionNanos())
            + " / "
            + Numbers.micros(race.maxDetectionNanos())
        : "-";
  }

  private static ColumnData<ScenarioReport> outcome(String header, RaceOutcome outcome) {
    return number(header, report -> Numbers.count(report.race().count(outcome)));
  }

  private static ColumnData<ScenarioReport> number(
      String header, Function<ScenarioReport, String> cell) {
    return new Column()
        .header(header)
        .headerAlign(HorizontalAlign.RIGHT)
        .dataAlign(HorizontalAlign.RIGHT)
        .with(cell);
  }

  private static ColumnData<ScenarioReport> text(
      String header, Function<ScenarioReport, String> cell) {
    return new Column()
        .header(header)
        .headerAlign(HorizontalAlign.LEFT)
        .dataAlign(HorizontalAlign.LEFT)
        .with(cell);
  }
}
