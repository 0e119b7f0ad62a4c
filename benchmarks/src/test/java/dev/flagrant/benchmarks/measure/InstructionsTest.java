package dev.flagrant.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.measure.Microbenchmarks.Job;
import dev.flagrant.benchmarks.model.Cell;
import dev.flagrant.benchmarks.workload.ProbeKind;
import dev.flagrant.benchmarks.workload.Workload;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Counting, with stand-ins for Valgrind, and with Valgrind where it is installed. */
class InstructionsTest {
  private static final Path STAND_INS =
      Path.of("src/test/resources/dev/flagrant/benchmarks/measure").toAbsolutePath();

  private static final Job HIT =
      Job.of(
          Workload.HIT,
          Peer.HASH_MAP,
          KeyKind.LONG,
          ProbeKind.EQUAL,
          16,
          Jdk.current(),
          Collector.PARALLEL,
          Cell.PLAIN);

  @Test
  void theLastThreadsCountIsDividedByItsOperations() {
    Instructions instructions = standIn("valgrind-that-counts");
    assertThat(instructions.whyNot()).isEmpty();
    // Half a million operations are asked for, which is 4 runs of 131,072.
    assertThat(instructions.perOperation(HIT)).isEqualTo(1_048_576 / (4 * 131_072.0));
  }

  @Test
  void noCountIsAnErrorAndNotZero() {
    Instructions instructions = standIn("valgrind-that-is-silent");
    assertThatThrownBy(() -> instructions.perOperation(HIT))
        .isInstanceOf(MeasurementException.class)
        .hasMessageContaining("counted nothing");
  }

  @Test
  void whereNothingCanBeCountedItIsSaidWhy() {
    assertThat(standIn("no-such-file").whyNot().orElseThrow())
        .startsWith("there is no Valgrind: ")
        .contains("no-such-file");
    assertThat(new Instructions("false").whyNot())
        .contains("Valgrind cannot run this JDK (exit status 1)");
  }

  @Test
  void valgrindCountsALookupTheSameTwice() {
    Instructions instructions = new Instructions();
    assumeThat(instructions.whyNot()).as("Valgrind is not installed").isEmpty();
    double count = instructions.perOperation(HIT);
    assertThat(count).isBetween(10.0, 1_000.0);
    assertThat(instructions.perOperation(HIT)).isCloseTo(count, within(count / 10));
  }

  private static Instructions standIn(String file) {
    return new Instructions(STAND_INS.resolve(file).toString());
  }
}
