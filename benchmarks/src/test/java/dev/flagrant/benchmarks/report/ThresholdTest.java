package dev.flagrant.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.Cell;
import dev.flagrant.benchmarks.model.Latency;
import dev.flagrant.benchmarks.model.MemoryPoint;
import dev.flagrant.benchmarks.model.Platform;
import dev.flagrant.benchmarks.model.Timing;
import dev.flagrant.benchmarks.report.Threshold.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each threshold is met by a run that is good, missed by one that is bad, and by no absent one. */
class ThresholdTest {
  private static final Campaign GOOD = Runs.complete(4, 0.2);
  private static final Campaign BAD = Runs.complete(80, 3);

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
    Campaign level = Runs.complete(8, 0.45);
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

  /** One process less than a full run takes, of one cell of a map. */
  @ParameterizedTest
  @CsvSource({
    "GoMap, '', HASH_MAP_GEOMEAN HASH_MAP_WORST_CELL LEAST_PEER_GEOMEAN GO_GEOMEAN"
        + " GO_WORST_CELL_PARALLEL",
    "HashMap, '', HASH_MAP_GEOMEAN HASH_MAP_WORST_CELL",
    "Go, '', GO_GEOMEAN GO_WORST_CELL_PARALLEL",
    "ConcurrentHashMap, '', LEAST_PEER_GEOMEAN",
    "HPPC, '', LEAST_PEER_GEOMEAN",
    "GoMap, guard=go, CHECK_COST_HIT CHECK_COST_UPDATE",
    "GoMap, guard=none, CHECK_COST_HIT CHECK_COST_UPDATE",
    "GoMap, guard=stamp, ''",
  })
  void aVerdictOnAllCellsNeedsEveryProcessOfEveryCell(
      String peer, String variant, String affected) {
    List<Metric> metrics =
        Arrays.stream(affected.split(" "))
            .filter(name -> !name.isEmpty())
            .map(Metric::valueOf)
            .toList();
    List<Timing> few = new ArrayList<>();
    List<Timing> none = new ArrayList<>();
    for (Timing timing : GOOD.timings()) {
      if (isOf(timing, peer, variant)) {
        few.add(less(timing));
      } else {
        few.add(timing);
        none.add(timing);
      }
    }
    assertThat(none).hasSizeLessThan(few.size());
    for (Threshold threshold : Threshold.all()) {
      Outcome expected = metrics.contains(threshold.metric()) ? Outcome.IN_PART : Outcome.MET;
      for (List<Timing> timings : List.of(few, none)) {
        assertThat(threshold.judge(Runs.withTimings(GOOD, timings)))
            .as(threshold.says())
            .isEqualTo(expected);
      }
    }
  }

  /** Whether it is of the largest map, so that others of the same workload remain. */
  private static boolean isOf(Timing timing, String peer, String variant) {
    Cell cell = timing.cell();
    return cell.peer().equals(peer)
        && cell.variant().equals(variant)
        && cell.keys().equals("long")
        && cell.probes().equals("equal")
        && cell.size() == 1_000_000
        && List.of("hit", "update").contains(cell.workload());
  }

  private static Timing less(Timing timing) {
    int each = timing.samples().size() / timing.forks();
    int forks = timing.forks() - 1;
    return new Timing(timing.cell(), forks, timing.samples().subList(0, forks * each));
  }

  @Test
  void aPlatformThatIsNotWholeLeavesTheVerdictOpen() {
    Platform other = new Platform("JDK 25", "g1");
    List<Timing> timings = new ArrayList<>(GOOD.timings());
    timings.add(new Timing(Runs.cell("hit", "GoMap").on(other), 3, List.of(1.0, 1.0, 1.0)));
    Campaign begun = Runs.withTimings(GOOD, timings);
    assertThat(outcome(Metric.HASH_MAP_GEOMEAN, begun)).isEqualTo(Outcome.IN_PART);
    assertThat(outcome(Metric.GO_GEOMEAN, begun)).isEqualTo(Outcome.IN_PART);
    assertThat(outcome(Metric.GO_WORST_CELL_PARALLEL, begun)).isEqualTo(Outcome.MET);
  }

  @Test
  void aVerdictOnLatencyNeedsEveryRepetition() {
    List<Latency> all = GOOD.latencies();
    assertThat(all.get(all.size() - 1).scheduled()).isTrue();
    Campaign fewer = Runs.withLatencies(GOOD, all.subList(0, all.size() - 1));
    assertThat(outcome(Metric.SCHEDULED_PUT_MAX, fewer)).isEqualTo(Outcome.IN_PART);
    assertThat(outcome(Metric.SCHEDULED_PUT_P9999, fewer)).isEqualTo(Outcome.IN_PART);
    assertThat(outcome(Metric.SINGLE_PUT_MAX, fewer)).isEqualTo(Outcome.MET);
  }

  @Test
  void aVerdictOnMemoryNeedsBothMapsOnEveryJdk() {
    List<MemoryPoint> memory = new ArrayList<>(GOOD.memory());
    memory.add(new MemoryPoint("GoMap", "long", "JDK 25", 16, 1));
    Campaign begun = Runs.withMemory(GOOD, memory);
    assertThat(outcome(Metric.MEMORY_16, begun)).isEqualTo(Outcome.IN_PART);
    assertThat(outcome(Metric.MEMORY_SWEEP, begun)).isEqualTo(Outcome.IN_PART);
  }

  private static Outcome outcome(Metric metric, Campaign run) {
    return Threshold.all().stream()
        .filter(each -> each.metric() == metric)
        .findFirst()
        .orElseThrow()
        .judge(run);
  }

  @Test
  void anIncompleteSweepIsNotMeasured() {
    Campaign run = Runs.withAGapInTheSweep();
    assertThat(Metric.MEMORY_SWEEP.of(run)).isEmpty();
    assertThat(Metric.MEMORY_1000.of(run)).isPresent();
    assertThat(GrowthTables.of(run)).contains("| GoMap | JDK 17 | 8.00 | 8.00 | 8.00 | - | - |");
  }
}
