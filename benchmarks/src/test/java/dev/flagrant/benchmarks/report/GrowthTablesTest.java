package dev.flagrant.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.benchmarks.model.Latency;
import dev.flagrant.benchmarks.model.Platform;
import dev.flagrant.benchmarks.model.ScalePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthTablesTest {
  @Test
  void aRiseIsFromOneSizeToTheNextOfOneMapOnOnePlatform() {
    Platform other = new Platform("JDK 25", "g1");
    List<ScalePoint> points =
        List.of(
            new ScalePoint("GoMap", Runs.PARALLEL, 10, 1, 10, 40),
            new ScalePoint("GoMap", Runs.PARALLEL, 20, 1, 15, 42),
            new ScalePoint("GoMap", Runs.PARALLEL, 40, 1, 18, 84),
            new ScalePoint("GoMap", other, 10, 1, 500, 500));
    assertThat(GrowthTables.of(Runs.withScaling(points)))
        .contains("was of GoMap on JDK 17 parallel x1.50 for a hit and x2.00 for an update.");
    assertThat(GrowthTables.of(Runs.withScaling(points.subList(3, 4))))
        .contains("Very large maps")
        .doesNotContain("steepest");
  }

  @Test
  void repetitionsStandTogetherThoughTheyTookTurns() {
    List<Latency> turns = new ArrayList<>();
    for (long nanos : new long[] {111, 222}) {
      turns.add(Runs.latency("GoMap", 0, nanos));
      turns.add(Runs.latency("HashMap", 0, nanos));
    }
    String tables = GrowthTables.of(Runs.withLatencies(Runs.empty("full"), turns));
    assertThat(tables.lines().filter(line -> line.contains("| all puts |")))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("| GoMap ").contains("| 111 |"),
            line -> assertThat(line).startsWith("| GoMap ").contains("| 222 |"),
            line -> assertThat(line).startsWith("| HashMap ").contains("| 111 |"),
            line -> assertThat(line).startsWith("| HashMap ").contains("| 222 |"));
  }

  @ParameterizedTest
  @CsvSource({
    "2000, 0, false, '| 9.50 | - | - | - |'",
    "2000, 0, true, '| 9.50 | 0 | 4.25 | 6.50 |'",
    "2000, 3, false, '| 9.50 | 3 | 4.25 | 6.50 |'",
    "0, 0, false, '| 9.50 | 0 | 4.25 | 6.50 |'",
  })
  void collectionsThatWereNotAskedForAreNotShownAsNone(
      long interval, long pauses, boolean watched, String shown) {
    Map<String, Long> percentiles = Map.of("p50", 50L);
    Latency latency =
        new Latency(
            "GoMap",
            Runs.PARALLEL,
            1_000,
            interval,
            9.5,
            percentiles,
            Map.of(),
            pauses,
            6.5,
            4.25,
            watched);
    assertThat(GrowthTables.of(Runs.withLatency(latency)))
        .contains(shown, "| all puts | 50 | - | - | - | - | - | 9.50 |");
  }
}
