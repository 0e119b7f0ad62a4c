package dev.flagrant.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.benchmarks.model.Latency;
import dev.flagrant.benchmarks.model.Platform;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PutLatencyTest {
  private static final int PUTS = 1_000;
  private static final long STALL = TimeUnit.MILLISECONDS.toNanos(40);
  private static final long LATE = TimeUnit.MILLISECONDS.toNanos(10);

  @Test
  void percentilesAreNamedAsPeopleNameThem() {
    Histogram histogram = new Histogram(3);
    for (int i = 1; i <= 10_000; i++) {
      histogram.recordValue(i < 10_000 ? 100 : 900_000);
    }
    assertThat(PutLatency.percentiles(histogram))
        .containsOnlyKeys("p50", "p90", "p99", "p99.9", "p99.99", "max")
        .containsEntry("p50", 100L)
        .containsEntry("p99.99", 100L)
        .hasEntrySatisfying("max", nanos -> assertThat(nanos).isBetween(899_000L, 901_000L));
  }

  @Test
  void aStallIsOneLongPutBackToBack() {
    assertThat(growWithAStall(0).all())
        .hasEntrySatisfying("p90", nanos -> assertThat(nanos).isLessThan(LATE))
        .hasEntrySatisfying("max", nanos -> assertThat(nanos).isGreaterThanOrEqualTo(STALL));
  }

  @Test
  void aStallMakesAllPutsLateThatWereDueInItOnASchedule() {
    // 400 of the 1,000 puts were due in the stall, 300 of them for more than 10 ms.
    assertThat(growWithAStall(100_000).all())
        .hasEntrySatisfying("p90", nanos -> assertThat(nanos).isGreaterThan(LATE))
        .hasEntrySatisfying(
            "max", nanos -> assertThat(nanos).isGreaterThanOrEqualTo(STALL * 9 / 10));
  }

  @Test
  void ofNoMapAPutTakesWhatItIsToldTo() {
    long wait = 20_000;
    PutLatency latency = new PutLatency(0);
    latency.waitOften(PUTS, wait);
    Latency result = latency.result(Latency.NO_MAP, new Platform("", ""));
    assertThat(result.seconds()).isGreaterThanOrEqualTo(PUTS * wait / 1e9);
    // Less, where the waits after a stall of the system make up for it; never more for long.
    assertThat(result.all())
        .hasEntrySatisfying("p50", nanos -> assertThat(nanos).isLessThan(wait * 3 / 2));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 10_000_000})
  void aCollectionIsSeenInBothWays(long intervalNanos) {
    PutLatency latency = new PutLatency(intervalNanos);
    latency.time(
        3,
        (number, begin) -> {
          if (number == 1) {
            System.gc();
          }
        });
    Latency result = latency.result("", new Platform("", ""));
    assertThat(result.pauses()).isPositive();
    assertThat(result.tellsPauses()).isTrue();
    assertThat(result.withoutPauses().isEmpty()).isEqualTo(intervalNanos > 0);
  }

  private static Latency growWithAStall(long intervalNanos) {
    PutLatency latency = new PutLatency(intervalNanos);
    latency.time(PUTS, PutLatencyTest::stallOnce);
    Latency result = latency.result("", new Platform("", ""));
    assertThat(result.entries()).isEqualTo(PUTS);
    assertThat(result.seconds()).isGreaterThanOrEqualTo(intervalNanos * (PUTS - 1) / 1e9);
    return result;
  }

  /** Takes no time but once, halfway. */
  private static void stallOnce(int number, long begin) {
    if (number == PUTS / 2) {
      long until = System.nanoTime() + STALL;
      while (System.nanoTime() < until) {
        LockSupport.parkNanos(until - System.nanoTime());
      }
    }
  }
}
