package dev.flagrant.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.measure.Microbenchmarks.Job;
import dev.flagrant.benchmarks.model.Cell;
import dev.flagrant.benchmarks.model.Latency;
import dev.flagrant.benchmarks.model.MemoryPoint;
import dev.flagrant.benchmarks.model.Platform;
import dev.flagrant.benchmarks.model.ScalePoint;
import dev.flagrant.benchmarks.model.Timing;
import dev.flagrant.benchmarks.workload.Numbers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InstrumentsTest {
  private static final List<Jdk> JDKS = List.of(Jdk.current());
  private static final List<Collector> COLLECTORS = List.of(Collector.PARALLEL);

  @Test
  void jmhTimesACellInProcessesOfItsOwn() {
    List<Job> jobs = jobs("^hit/long/equal/16/HashMap/");
    assertThat(jobs).hasSize(1);
    Timing timing = new Microbenchmarks(new Effort.Sampling(2, 0, 2, 1)).run(jobs.get(0));
    assertThat(timing.forks()).isEqualTo(2);
    // A run of some 100,000 lookups takes longer than this, so it was divided by their number.
    assertThat(timing.samples()).hasSize(4).allMatch(nanos -> nanos > 0.5 && nanos < 20_000);
  }

  @Test
  void jmhSaysWhyACellCouldNotBeMeasured() {
    Job job = jobs("^hit/long/equal/16/GoMap/").get(0);
    Job misspelt =
        new Job(
            job.cell().with(Cell.GUARD + "nonesuch"),
            job.workload(),
            job.peer(),
            job.keys(),
            job.probes(),
            job.jdk(),
            job.collector());
    assertThatThrownBy(() -> new Microbenchmarks(new Effort.Sampling(1, 0, 1, 1)).run(misspelt))
        .isInstanceOf(MeasurementException.class)
        .hasMessageContainingAll("guard=nonesuch could not be measured: ", "no such guard");
    Job nowhere =
        new Job(
            job.cell(),
            job.workload(),
            job.peer(),
            job.keys(),
            job.probes(),
            new Jdk(Path.of("no-such-java"), 17),
            job.collector());
    assertThatThrownBy(() -> new Microbenchmarks(new Effort.Sampling(1, 0, 1, 1)).run(nowhere))
        .isInstanceOf(MeasurementException.class)
        .hasMessageContaining("no-such-java");
  }

  @Test
  void moreProcessesAddTheirSamples() {
    Timing one = new Timing(jobs("").get(0).cell(), 1, List.of(1.0, 2.0));
    Timing two = new Timing(one.cell(), 1, List.of(3.0));
    assertThat(one.plus(two)).isEqualTo(new Timing(one.cell(), 2, List.of(1.0, 2.0, 3.0)));
  }

  @Test
  void aFilterChoosesCellsByTheirName() {
    assertThat(jobs("")).hasSizeGreaterThan(100);
    assertThat(jobs("nothing has this name")).isEmpty();
    assertThat(jobs("identical")).allMatch(job -> job.workload().asksForPresentKeys());
    assertThat(jobs("GoMap-range")).allMatch(job -> job.cell().workload().equals("iterate"));
  }

  @Test
  void memoryIsThatOfTheMapAlone() {
    List<MemoryPoint> points =
        Memory.measure(Jdk.current(), Peer.HASH_MAP, KeyKind.LONG, List.of(0, 16));
    // With compressed references: the map 48; nodes of 32 and a table of 32 of 4 and a header of
    // 16.
    assertThat(points).extracting(MemoryPoint::bytes).containsExactly(48.0, 48.0 + 16 * 32 + 144);
  }

  @Test
  void aCollectionIsNoticedOnce() {
    CollectionWatch watch = new CollectionWatch();
    System.gc();
    assertThat(watch.happened()).isTrue();
    assertThat(watch.count()).isPositive();
    // A collection that nobody asked for may come between the two, but not every time.
    assertThat(IntStream.range(0, 20).mapToObj(i -> watch.happened())).contains(false);
    watch.reset();
    assertThat(watch.count()).isZero();
  }

  private static GoProgram go() {
    Optional<GoProgram> go = GoProgram.build();
    assumeThat(go).as("there is a go on the path").isPresent();
    return go.orElseThrow();
  }

  @Test
  void realGoHasTheSameKeysInTheSameOrder() {
    List<String> expected = new ArrayList<>();
    Numbers order = new Numbers(1);
    for (int i = 0; i < 50; i++) {
      expected.add(String.valueOf(KeyKind.LONG.key(Numbers.present(i))));
      expected.add(String.valueOf(KeyKind.STRING.key(Numbers.absent(i))));
      expected.add(String.valueOf(order.below(1_000_000)));
    }
    try (GoProgram program = go()) {
      assertThat(program.numbers(50)).isEqualTo(expected);
    }
  }

  @Test
  void realGoRunsEveryWorkload() {
    try (GoProgram program = go()) {
      Platform platform = program.platform();
      for (Job job : jobs("/(long|string)/equal/16/GoMap/")) {
        Cell cell = GoProgram.counterpart(job.cell(), platform);
        Timing timing = program.time(cell, new Effort.Sampling(2, 0, 3, 1));
        assertThat(timing.cell()).isEqualTo(cell);
        assertThat(timing.samples()).as(cell.name()).hasSize(6).allMatch(nanos -> nanos > 0);
      }
    }
  }

  @Test
  void realGoGrowsMapsToo() {
    try (GoProgram program = go()) {
      for (long interval : PutLatency.INTERVALS_NANOS) {
        Latency latency = program.putLatency(5_000, interval);
        assertThat(latency.entries()).isEqualTo(5_000);
        assertThat(latency.intervalNanos()).isEqualTo(interval);
        assertThat(latency.all().get("max"))
            .isGreaterThanOrEqualTo(latency.all().get("p99.99"))
            .isGreaterThan(latency.all().get("p50"));
      }
      assertThat(program.scaling(List.of(1_000, 3_000)))
          .extracting(ScalePoint::entries)
          .containsExactly(1_000, 3_000);
    }
  }

  @Test
  void aFailedMeasurementSaysWhatItSaid() {
    assertThatThrownBy(
            () ->
                Fork.java(
                    Jdk.current(),
                    List.of("-XX:+NoSuchOption"),
                    Memory.class,
                    new TypeReference<String>() {}))
        .isInstanceOf(MeasurementException.class)
        .hasMessageContainingAll("exit status 1", "NoSuchOption");
  }

  @Test
  void aFolderWithoutAJdkIsRefused() {
    assertThatThrownBy(() -> Jdk.at(Path.of("no-such-jdk")))
        .isInstanceOf(MeasurementException.class)
        .hasMessage("no-such-jdk is no JDK: it has no bin/java that can be run");
    assertThat(Jdk.at(Path.of(System.getProperty("java.home"))).feature())
        .isEqualTo(Runtime.version().feature());
  }

  private static List<Job> jobs(String filter) {
    return Microbenchmarks.comparison(
        Effort.FULL.selection(), JDKS, COLLECTORS, Pattern.compile(filter));
  }
}
