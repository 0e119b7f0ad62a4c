package dev.flagrant.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.report.Threshold.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each threshold is met by a run that is good, missed by one that is bad, and by no absent one. */
class ThresholdTest {
  private static final Campaign GOOD = Runs.full(4, 4, 0.2);
  private static final Campaign BAD = Runs.full(80, 80, 3);

  @ParameterizedTest
  @EnumSource
  void everyMetricHasAThresholdThatCanBeMetAndMissed(Metric metric) {
    Threshold threshold =
        Threshold.all().stream().filter(each -> each.metric() == metric).findFirst().orElseThrow();
    assertThat(threshold.judge(GOOD)).isEqualTo(Outcome.MET);
    assertThat(threshold.judge(BAD)).isEqualTo(Outcome.NOT_MET);
    assertThat(threshold.judge(Runs.empty("full"))).isEqualTo(Outcome.NOT_MEASURED);
  }

  @Test
  void theLimitItselfIsGood() {
    Campaign level = Runs.full(8, 8, 0.45);
    for (Threshold threshold : Threshold.all()) {
      if (threshold.metric() == Metric.HASH_MAP_GEOMEAN
          || threshold.metric() == Metric.MEMORY_SWEEP) {
        assertThat(threshold.judge(level)).as(threshold.says()).isEqualTo(Outcome.MET);
      }
    }
    assertThat(Metric.HASH_MAP_GEOMEAN.of(level)).hasValue(1);
  }

  @Test
  void figuresAreThoseOfTheHead() {
    Campaign run = Runs.full(4, 32, 0.2);
    assertThat(Metric.HASH_MAP_GEOMEAN.of(run).getAsDouble()).isCloseTo(0.7071, within(1e-4));
    assertThat(Metric.HASH_MAP_WORST_CELL.of(run)).hasValue(0.25);
    // The faster of the two peers is as fast as HashMap, the slower half as fast.
    assertThat(Metric.LEAST_PEER_GEOMEAN.of(run).getAsDouble()).isCloseTo(0.7071, within(1e-4));
    assertThat(Metric.GO_WORST_CELL_PARALLEL.of(run)).hasValue(0.375);
    assertThat(Metric.MEMORY_SWEEP.of(run).getAsDouble()).isCloseTo(0.2, within(1e-9));
    assertThat(Metric.CHECK_COST_UPDATE.of(run).getAsDouble()).isCloseTo(1.002, within(1e-9));
    // The median repetition of HashMap has 10,000 ns, neither the best nor the worst.
    assertThat(Metric.SINGLE_PUT_P9999.of(run).getAsDouble()).isCloseTo(0.2, within(1e-9));
    // The two ways of taking a put's time are kept apart.
    assertThat(Metric.SCHEDULED_PUT_P9999.of(run).getAsDouble()).isCloseTo(0.1, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"MEMORY_.*", "(SCHEDULED|SINGLE)_PUT_.*"},
      mode = EnumSource.Mode.MATCH_ANY)
  void theWorstPlatformCountsAndAllAreNamed(Metric metric) {
    Campaign run = Runs.worseOnAnotherPlatform();
    assertThat(metric.of(run).getAsDouble()).isCloseTo(0.9, within(1e-9));
    assertThat(metric.platforms(run))
        .containsExactlyElementsOf(
            metric.name().startsWith("MEMORY")
                ? List.of("JDK 17", "JDK 25")
                : List.of("JDK 17 parallel", "JDK 25 g1"));
  }

  @Test
  void anIncompleteSweepIsNotMeasured() {
    Campaign run = Runs.withAGapInTheSweep();
    assertThat(Metric.MEMORY_SWEEP.of(run)).isEmpty();
    assertThat(Metric.MEMORY_1000.of(run)).isPresent();
    assertThat(GrowthTables.of(run)).contains("| GoMap | JDK 17 | 8.00 | 8.00 | 8.00 | - | - |");
  }
}
