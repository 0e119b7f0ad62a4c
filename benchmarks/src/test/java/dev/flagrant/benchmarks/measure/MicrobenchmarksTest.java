package dev.flagrant.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.measure.Microbenchmarks.Job;
import dev.flagrant.benchmarks.model.Cell;
import dev.flagrant.benchmarks.workload.ProbeKind;
import dev.flagrant.benchmarks.workload.Workload;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.runner.options.Options;

/** JMH measures the cell whose name its time is given. */
class MicrobenchmarksTest {
  private static final Microbenchmarks MICROBENCHMARKS =
      new Microbenchmarks(new Effort.Sampling(2, 3, 4, 50));

  @ParameterizedTest
  @EnumSource
  void everyPeerIsMeasuredAsItself(Peer peer) {
    Options options =
        MICROBENCHMARKS.options(
            job(Workload.ITERATE, peer, KeyKind.STRING, ProbeKind.EQUAL, Collector.G1, ""));
    assertThat(options.getParameter("peer").get()).containsExactly(peer.name());
    assertThat(options.getParameter("keys").get()).containsExactly("STRING");
  }

  @ParameterizedTest
  @EnumSource
  void everyWorkloadIsMeasuredWithItsProbesAndDividedByItsOperations(Workload workload) {
    for (ProbeKind probes : ProbeKind.values()) {
      Options options =
          MICROBENCHMARKS.options(
              job(workload, Peer.HASH_MAP, KeyKind.LONG, probes, Collector.G1, ""));
      assertThat(options.getParameter("workload").get()).containsExactly(workload.name());
      assertThat(options.getParameter("probes").get()).containsExactly(probes.name());
      assertThat(options.getParameter("size").get()).containsExactly("1000");
      assertThat(options.getOperationsPerInvocation().get()).isEqualTo(workload.operations(1_000));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "G1, '', -XX:+UseG1GC",
    "PARALLEL, '', -XX:+UseParallelGC",
    "G1, guard=stamp, -Ddev.flagrant.guard=stamp",
    "G1, guard=none, -Ddev.flagrant.guard=none",
    "G1, names-other-thread, -Ddev.flagrant.name-other-thread=true",
  })
  void theJvmIsToldTheCollectorAndTheVariant(Collector collector, String variant, String option) {
    Options options =
        MICROBENCHMARKS.options(
            job(Workload.HIT, Peer.GO_MAP, KeyKind.LONG, ProbeKind.EQUAL, collector, variant));
    assertThat(options.getJvmArgs().get()).contains(option, "-Xms512m", "-Xmx512m");
    assertThat(options.getJvm().get()).isEqualTo(Jdk.current().java().toString());
    if (variant.equals(Cell.PLAIN)) {
      assertThat(options.getJvmArgs().get()).noneMatch(each -> each.contains("flagrant"));
    }
  }

  @Test
  void theGuardsCostIsMeasuredWithParallelIfThereIsAChoice() {
    List<Job> jobs =
        Microbenchmarks.costOfTheGuards(
            List.of(16), List.of(Jdk.current()), List.of(Collector.values()), Pattern.compile(""));
    assertThat(jobs).isNotEmpty().allMatch(job -> job.collector() == Collector.PARALLEL);
    assertThat(jobs).allMatch(job -> job.cell().platform().collector().equals("parallel"));
  }

  private static Job job(
      Workload workload,
      Peer peer,
      KeyKind keys,
      ProbeKind probes,
      Collector collector,
      String variant) {
    return Job.of(workload, peer, keys, probes, 1_000, Jdk.current(), collector, variant);
  }
}
