package dev.flagrant.conformance.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.ConcurrentModificationError;
import dev.flagrant.map.ConcurrentModificationError.Kind;
import dev.flagrant.map.ConcurrentModificationError.Site;
import dev.flagrant.testkit.ChildJvm;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The torture finds what it looks for. */
class TortureSeesTest {
  private static final long SEED = 1;
  private static final Duration TIME = Duration.ofSeconds(60);

  @Test
  void anExceptionOfAnotherKindIsFound() throws InterruptedException {
    Operation bad =
        new Operation(
            "bad",
            a -> {
              throw new IllegalStateException("torn");
            });

    Tally tally = torture(List.of(bad), Duration.ofSeconds(30)).run(TIME);

    assertThat(tally.rounds()).isEqualTo(1);
    assertThat(tally.findings())
        .isNotEmpty()
        .allSatisfy(
            finding -> {
              assertThat(finding.operation()).isEqualTo("bad");
              assertThat(finding.thrown()).hasMessage("torn");
              assertThat(finding.toString()).contains("round seed " + finding.plan().seed());
            });
  }

  @Test
  void aHangIsFoundWithTheStackOfItsThread() throws InterruptedException {
    CountDownLatch released = new CountDownLatch(1);
    Operation hanging = new Operation("hanging", a -> released.await(1, TimeUnit.HOURS));

    Tally tally = torture(List.of(hanging), Duration.ofMillis(500)).run(TIME);
    released.countDown();

    assertThat(tally.findings())
        .isNotEmpty()
        .allSatisfy(
            finding -> {
              assertThat(finding.operation()).isEqualTo("hanging");
              assertThat(finding.thrown()).isInstanceOf(Finding.Hang.class);
              assertThat(finding.thrown().getStackTrace())
                  .anyMatch(frame -> frame.getMethodName().equals("await"));
            });
  }

  @Test
  void aDetectionIsNotAFinding() throws InterruptedException {
    Operation detecting =
        new Operation(
            "detecting",
            a -> {
              throw new ConcurrentModificationError(Kind.WRITES, Site.END, null);
            });

    Tally tally = torture(List.of(detecting), Duration.ofSeconds(30)).run(Duration.ofMillis(200));

    assertThat(tally.findings()).isEmpty();
    assertThat(tally.detections()).isPositive();
    assertThat(tally.answers()).isZero();
  }

  @Test
  void theSameSeedGivesTheSameRounds() {
    List<Operation> operations = Subject.GO_MAP.operations();
    assertThat(RoundPlan.of(5, operations)).isEqualTo(RoundPlan.of(5, operations));
    assertThat(RoundPlan.of(5, operations)).isNotEqualTo(RoundPlan.of(6, operations));
  }

  /** In a process of its own, since the threads that HashMap may catch cannot be ended. */
  @Test
  void hashMapDoesNotPass() throws IOException, InterruptedException {
    ChildJvm.Ended ended =
        ChildJvm.with()
            .run(
                Duration.ofMinutes(3),
                TortureMain.class,
                List.of("HashMap", Long.toString(TIME.toSeconds()), Long.toString(SEED), "10"));
    assertThat(ended.output()).contains("round seed").doesNotContain(" 0 findings");
    assertThat(ended.status()).isEqualTo(1);
  }

  private static Torture torture(List<Operation> operations, Duration patience) {
    Subject subject = new Subject(Subject.GO_MAP.factory(), Subject.GO_MAP.detection(), operations);
    return new Torture(subject, SEED, patience);
  }
}
