package dev.flagrant.benchmarks.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.benchmarks.guard.InstructionGuard.Count;
import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.workload.Workload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstructionGuardTest {
  @ParameterizedTest
  @CsvSource({"100, 50, 2, true", "101, 50, 2, false", "0, 50, 2, false", "20, 50, 2, true"})
  void instructionsAreComparedWithThoseOfHashMap(
      double goMap, double hashMap, double atMost, boolean met) {
    Bound bound = new Bound(Workload.HIT, 1_000, 1, atMost);
    Count finding =
        new InstructionGuard(
                job -> {
                  assertThat(job.cell().row()).isEqualTo("hit/long/equal/1000");
                  return job.peer() == Peer.GO_MAP ? goMap : hashMap;
                })
            .examine(bound);
    assertThat(finding).isEqualTo(new Count(bound, goMap, goMap / hashMap));
    assertThat(finding.met()).isEqualTo(met);
  }
}
