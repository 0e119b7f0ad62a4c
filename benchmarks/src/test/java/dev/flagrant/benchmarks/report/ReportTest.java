package dev.flagrant.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.ResultsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void everyTableShowsWhatWasMeasured() throws IOException {
    Report.write(Runs.full(4, 32, 0.2), folder);
    assertThat(Files.readString(folder.resolve(Report.NAME)))
        .contains("| hit/long/equal/16 | 4.00 ±1244 % x2.00 | 8.00 ±622 % x1.00 |")
        .contains("### Cells measured", "| JDK 17 parallel |")
        .contains("| HashMap | 1.00 | 0.71 | 0.25 |")
        .contains("| Go | 0.67 | 1.06 | 0.38 |")
        .contains("150.00 ±33 % x1.50")
        .contains("| GoMap | JDK 17 | 8.00 | 8.00 | 8.00 | 8.00 | 0.20 |")
        .contains("| 3 | 4.25 | 6.50 |")
        .contains("Back to back, the p99.99 of no map is 0.30 of HashMap's here.")
        .contains("| GoMap | JDK 17 parallel | 20,000,000 | 95.00 | 55.00 | 65.00 |")
        .contains("was of GoMap on JDK 17 parallel x1.10 for a hit and x1.08 for an update.")
        .contains("- a note", "Code `0123456789ab`.")
        .doesNotContain("a look, not a result", "not idle");
  }

  @Test
  void aMachineThatWasNotIdleIsSaidToHaveNotBeen() {
    assertThat(Report.circumstances(Runs.withLoad(0.5), "")).doesNotContain("not idle");
    assertThat(Report.circumstances(Runs.withLoad(0.51), ""))
        .contains("**The machine was not idle");
  }

  @Test
  void verdictsNameThePlatforms() {
    assertThat(Report.verdicts(Runs.complete(32, 0.2)))
        .contains("at 16 entries, HashMap = 1 | <= 1.00 | 0.200 | JDK 17 | met |")
        .contains("back to back: p99.99, HashMap = 1 | <= 0.20 | 0.200 | JDK 17 parallel | met |")
        .contains("slowest cell, HashMap = 1 | >= 0.50 | 0.250 | JDK 17 parallel | **not met** |");
    assertThat(Report.verdicts(Runs.full(4, 32, 0.2)))
        .contains(
            "slowest cell, HashMap = 1 | >= 0.50 | 0.250 | JDK 17 parallel | measured in part |");
  }

  @Test
  void plotsAreWrittenAndShown() throws IOException {
    Report.write(Runs.full(4, 32, 0.2), folder);
    String page = Files.readString(folder.resolve(Report.NAME));
    for (String plot : new String[] {"speed", "memory", "latency", "scaling-hit"}) {
      String name = "performance-" + plot + ".svg";
      assertThat(page).contains("(" + name + ")");
      assertThat(Files.readString(folder.resolve(name))).contains("<svg", "</svg>");
    }
  }

  @Test
  void aPlatformWithFewerMapsThanAnotherIsPlottedToo() throws IOException {
    Report.write(Runs.onTwoPlatforms(), folder);
    assertThat(Files.readString(folder.resolve(Report.NAME)))
        .contains("(performance-speed.svg)", "on JDK 25 g1", "on JDK 17 parallel");
  }

  @Test
  void theMeanOverAllPlatformsHidesNoneOfThem() throws IOException {
    Report.write(Runs.onTwoPlatforms(), folder);
    assertThat(Files.readString(folder.resolve(Report.NAME)))
        .contains("| GoMap beside it on JDK 25 g1 | GoMap beside it on JDK 17 parallel |")
        .contains("| HashMap | 1.00 | 0.79 | 0.25 | 1.00 | 0.71 |")
        .contains("| Agrona | 1.00 | 0.71 | 0.25 |  | 0.71 |");
  }

  @Test
  void aShortRunIsNotTakenForAResult() throws IOException {
    Report.write(Runs.empty("quick"), folder);
    assertThat(Files.readString(folder.resolve(Report.NAME)))
        .contains("**This was a quick run: a look, not a result.** The full run is pending.")
        .contains("not measured")
        .doesNotContain("| met |", ".svg)");
  }

  @Test
  void resultsSurviveTheirFile() throws IOException {
    Campaign campaign = Runs.full(4, 32, 0.2);
    ResultsFile.write(campaign, folder);
    assertThat(ResultsFile.read(folder)).isEqualTo(campaign);
  }

  @Test
  void thePageAboutTheLimitsIsGivenWhatTheGuardsCost() throws IOException {
    Path page = folder.resolve(GuardCost.PAGE);
    String around = "before\n%s\n%s%s\nafter\n";
    String before = around.formatted(GuardCost.BEGIN, "of another run\n", GuardCost.END);
    Files.writeString(page, before);
    Path sameFile = Files.createLink(folder.resolve("link"), page);
    Campaign campaign = Runs.full(4, 32, 0.2);
    Report.write(campaign, folder);
    assertThat(sameFile).as("replaced, and not rewritten").hasContent(before);
    assertThat(Files.readString(page))
        .isEqualTo(around.formatted(GuardCost.BEGIN, GuardCost.section(campaign), GuardCost.END))
        .contains("2026-01-01; a processor, 2 cores", "each median is of 3 of them", "- a note")
        .contains("| hit/long/equal/16 on JDK 17 parallel | 100.00 ±50 % | 100.20 ±50 % x1.00 |")
        .contains("| +20.00 ns (intervals overlap) | +200.00 ns |");
  }

  @Test
  void aRunWithoutTheGuardsLeavesWhatAnotherOneShowed() throws IOException {
    Path page = folder.resolve(GuardCost.PAGE);
    String before = GuardCost.BEGIN + "\nof another run\n" + GuardCost.END;
    Files.writeString(page, before);
    Report.write(Runs.empty("full"), folder);
    assertThat(page).hasContent(before);
    assertThat(GuardCost.shown(Runs.empty("full"))).isEmpty();
  }

  @Test
  void aPageThatHasNoPlaceForTheGuardsIsRefused() throws IOException {
    Report.requirePlace(folder);
    Files.writeString(folder.resolve(GuardCost.PAGE), "no such place");
    assertThatThrownBy(() -> Report.requirePlace(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has no section between");
  }

  @Test
  void thePagesInTheDocsAreWhatTheResultsBesideThemSay() throws IOException {
    Path docs = Path.of("..", "docs");
    Files.copy(docs.resolve(GuardCost.PAGE), folder.resolve(GuardCost.PAGE));
    Campaign campaign = ResultsFile.read(docs);
    Report.write(campaign, folder);
    String advice = "if this program has changed: ./flagrant bench --report docs";
    for (String name : List.of(Report.NAME, GuardCost.PAGE)) {
      assertThat(folder.resolve(name)).as(advice).hasSameBinaryContentAs(docs.resolve(name));
    }
    for (String plot :
        List.of("speed", "memory", "latency", "scaling-hit", "scaling-update", "scaling-insert")) {
      String name = "performance-" + plot + ".svg";
      assertThat(dataOf(folder.resolve(name))).as(advice).isEqualTo(dataOf(docs.resolve(name)));
    }
    assertThat(campaign.effort()).isEqualTo("full");
  }

  private static String dataOf(Path plot) throws IOException {
    String last = Files.readAllLines(plot).stream().reduce((before, after) -> after).orElse("");
    assertThat(last).matches("<!-- data [0-9a-f]{8} -->");
    return last;
  }

  @Test
  void aPlotNamesItsData() throws IOException {
    Path plot = folder.resolve("performance-speed.svg");
    Report.write(Runs.full(4, 32, 0.2), folder);
    String data = dataOf(plot);
    Report.write(Runs.full(4, 32, 0.2), folder);
    assertThat(dataOf(plot)).isEqualTo(data);
    Report.write(Runs.full(5, 32, 0.2), folder);
    assertThat(dataOf(plot)).isNotEqualTo(data);
  }

  @Test
  void numbersAreWrittenTheSameInEveryLanguage() throws IOException {
    Campaign campaign = Runs.full(4, 32, 0.2);
    Report.write(campaign, folder);
    String expected = Files.readString(folder.resolve(Report.NAME));
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      Report.write(campaign, folder);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(folder.resolve(Report.NAME)).hasContent(expected);
  }

  @Test
  void rowsAreInOrderWhateverWasMeasuredFirst() throws IOException {
    Report.write(Runs.withALateSmallMap(), folder);
    String page = Files.readString(folder.resolve(Report.NAME));
    assertThat(page.indexOf("| hit/long/equal/8 |"))
        .isPositive()
        .isLessThan(page.indexOf("| hit/long/equal/16 |"));
  }
}
