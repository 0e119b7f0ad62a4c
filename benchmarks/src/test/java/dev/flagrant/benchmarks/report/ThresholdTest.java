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
import java.util.Set;
import java.util.stream.Collectors;
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

  @ParameterizedTest
  @CsvSource({
    "GoMap, HASH_MAP_GEOMEAN HASH_MAP_WORST_CELL LEAST_PEER_GEOMEAN GO_GEOMEAN"
        + " GO_WORST_CELL_PARALLEL",
    "HashMap, HASH_MAP_GEOMEAN HASH_MAP_WORST_CELL",
    "Go, GO_GEOMEAN GO_WORST_CELL_PARALLEL",
    "ConcurrentHashMap, LEAST_PEER_GEOMEAN",
    "HPPC, LEAST_PEER_GEOMEAN",
  })
  void aVerdictOnAllCellsNeedsThreeProcessesOfEveryCell(String peer, String affected) {
    Set<Metric> metrics =
        Arrays.stream(affected.split(" ")).map(Metric::valueOf).collect(Collectors.toSet());
    List<Timing> all = timings(peer, Cell.PLAIN);
    assertThat(all).hasSize(60);
    all.forEach(timing -> assertNeeded(timing, metrics));
    assertOthersAreMet(all.get(0), metrics);
  }

  @ParameterizedTest
  @CsvSource({"hit, CHECK_COST_HIT", "update, CHECK_COST_UPDATE"})
  void aVerdictOnTheCheckNeedsEveryProcessOfBothGuards(String workload, Metric metric) {
    for (String variant : List.of(Cell.GO_GUARD, Cell.NO_GUARD)) {
      List<Timing> all =
          timings("GoMap", variant).stream()
              .filter(timing -> timing.cell().workload().equals(workload))
              .toList();
      assertThat(all).hasSize(2);
      all.forEach(timing -> assertNeeded(timing, Set.of(metric)));
      assertOthersAreMet(all.get(0), Set.of(metric));
    }
    assertOthersAreMet(timings("GoMap", "guard=stamp").get(0), Set.of());
  }

  private static List<Timing> timings(String peer, String variant) {
    return GOOD.timings().stream()
        .filter(timing -> timing.cell().peer().equals(peer))
        .filter(timing -> timing.cell().variant().equals(variant))
        .toList();
  }

  /** Neither without it nor with one process less of it there is a verdict. */
  private static void assertNeeded(Timing timing, Set<Metric> metrics) {
    for (Metric metric : metrics) {
      assertThat(outcome(metric, without(timing)))
          .as("%s without %s", metric, timing.cell())
          .isEqualTo(Outcome.IN_PART);
      List<Timing> fewer = new ArrayList<>(without(timing).timings());
      fewer.add(oneProcessLess(timing));
      assertThat(outcome(metric, Runs.withTimings(GOOD, fewer)))
          .as("%s with less of %s", metric, timing.cell())
          .isEqualTo(Outcome.IN_PART);
    }
  }

  private static void assertOthersAreMet(Timing missing, Set<Metric> metrics) {
    for (Metric metric : Metric.values()) {
      if (!metrics.contains(metric)) {
        assertThat(outcome(metric, without(missing))).as(metric.name()).isEqualTo(Outcome.MET);
      }
    }
  }

  private static Campaign without(Timing missing) {
    return Runs.withTimings(
        GOOD, GOOD.timings().stream().filter(timing -> !timing.equals(missing)).toList());
  }

  private static Timing oneProcessLess(Timing timing) {
    int forks = timing.forks() - 1;
    int each = timing.samples().size() / timing.forks();
    return new Timing(timing.cell(), forks, timing.samples().subList(0, forks * each));
  }

  @Test
  void aPlatformThatIsNotWholeLeavesTheVerdictOpen() {
    Platform other = new Platform("JDK 25", "g1");
    List<Timing> timings = new ArrayList<>(GOOD.timings());
    timings.add(new Timing(Runs.cell("hit", "GoMap").on(other), 3, List.of(1.0, 1.0, 1.0)));
    Campaign begun = Runs.withTimings(GOOD, timings);
    assertThat(outcome(Metric.HASH_MAP_GEOMEAN, begun)).isEqualTo(Outcome.IN_PART);
    assertThat(Metric.HASH_MAP_GEOMEAN.platforms(begun))
        .containsExactly("JDK 17 parallel", "JDK 25 g1");
    assertThat(Metric.LEAST_PEER_GEOMEAN.platforms(begun)).containsExactly("JDK 17 parallel");
    assertThat(outcome(Metric.GO_GEOMEAN, begun)).isEqualTo(Outcome.IN_PART);
    assertThat(outcome(Metric.GO_WORST_CELL_PARALLEL, begun)).isEqualTo(Outcome.MET);
  }

  @Test
  void aVerdictOnLatencyNeedsEveryRepetitionOfAllPuts() {
    for (int i = 0; i < GOOD.latencies().size(); i++) {
      List<Latency> fewer = new ArrayList<>(GOOD.latencies());
      Latency missing = fewer.remove(i);
      assertLatencyIsOpen(missing.scheduled(), fewer);
      fewer.add(Runs.latency(missing.peer(), missing.intervalNanos(), 1)); // of fewer entries
      assertLatencyIsOpen(missing.scheduled(), fewer);
    }
  }

  private static void assertLatencyIsOpen(boolean scheduled, List<Latency> latencies) {
    Campaign run = Runs.withLatencies(GOOD, latencies);
    assertThat(outcome(Metric.SCHEDULED_PUT_MAX, run))
        .isEqualTo(scheduled ? Outcome.IN_PART : Outcome.MET);
    assertThat(outcome(Metric.SINGLE_PUT_MAX, run))
        .isEqualTo(scheduled ? Outcome.MET : Outcome.IN_PART);
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
