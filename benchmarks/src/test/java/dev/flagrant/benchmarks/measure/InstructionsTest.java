package dev.flagrant.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.measure.Microbenchmarks.Job;
import dev.flagrant.benchmarks.model.Cell;
import dev.flagrant.benchmarks.workload.ProbeKind;
import dev.flagrant.benchmarks.workload.Workload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Counting, with a perf that counts and without any; the machine of the test may offer either. */
class InstructionsTest {
  private static final Path COUNTS =
      Path.of("src/test/resources/dev/flagrant/benchmarks/measure/perf-that-counts");

  @Test
  void whatPerfCountsIsDividedByTheOperations() throws Exception {
    String said = sayWith(COUNTS.toAbsolutePath().toString());
    assertThat(said).startsWith("counted ");
    // 30 million a second, and an operation takes some nanoseconds.
    assertThat(Double.parseDouble(said.substring(8))).isBetween(0.01, 100.0);
  }

  @Test
  void withoutPerfItIsSaidThatNothingCounts() throws Exception {
    assertThat(sayWith("no-such-perf")).startsWith("not counted: ").contains("no-such-perf");
  }

  /** In another JVM, because JMH looks for its perf once. */
  private static String sayWith(String perf) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Jdk.current().java().toString(),
            "-cp",
            System.getProperty("java.class.path"),
            InstructionsTest.class.getName());
    builder.environment().put("JMH_PERF", perf);
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.lines().reduce("", (before, line) -> line);
  }

  /** Says how many instructions a lookup takes, or why they cannot be counted. */
  public static void main(String[] args) {
    Job job =
        Job.of(
            Workload.HIT,
            Peer.HASH_MAP,
            KeyKind.LONG,
            ProbeKind.EQUAL,
            16,
            Jdk.current(),
            Collector.PARALLEL,
            Cell.PLAIN);
    System.out.println(
        Instructions.whyNot()
            .map(why -> "not counted: " + why)
            .orElseGet(
                () ->
                    "counted "
                        + new Instructions(new Effort.Sampling(1, 1, 3, 300)).perOperation(job)));
  }
}
