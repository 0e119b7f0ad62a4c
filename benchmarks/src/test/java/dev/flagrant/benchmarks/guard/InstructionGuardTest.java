package dev.flagrant.benchmarks.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagrant.benchmarks.guard.InstructionGuard.Count;
import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.measure.Collector;
import dev.flagrant.benchmarks.measure.MeasurementException;
import dev.flagrant.benchmarks.workload.Workload;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
                  assertThat(job.collector()).isEqualTo(Collector.PARALLEL);
                  return job.peer() == Peer.GO_MAP ? goMap : hashMap;
                })
            .examine(bound);
    assertThat(finding).isEqualTo(new Count(bound, goMap, goMap / hashMap));
    assertThat(finding.met()).isEqualTo(met);
  }

  @Test
  @Timeout(60)
  void ifOneCannotBeCountedTheOtherIsNotWaitedFor() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    InstructionGuard guard =
        new InstructionGuard(
            job -> {
              try {
                if (job.peer() == Peer.HASH_MAP) {
                  begun.countDown();
                  never.await();
                }
                begun.await();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
              throw new MeasurementException(job.peer() + " failed");
            });
    assertThatThrownBy(() -> guard.examine(new Bound(Workload.HIT, 1_000, 1, 1)))
        .isInstanceOf(MeasurementException.class)
        .hasMessage("GO_MAP failed");
    interrupted.await();
  }
}
