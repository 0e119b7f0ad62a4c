package dev.flagrant.conformance.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Under a race nothing comes out of a GoMap but a detection or an answer. */
class TortureTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void nothingButADetectionOrAnAnswerComesOut() throws InterruptedException {
    long seconds = Long.getLong("flagrant.torture.seconds", 20);
    long seed = Long.getLong("flagrant.torture.seed", System.nanoTime());
    System.out.println("torture: -Dflagrant.torture.seed=" + seed);
    Tally tally = new Torture(Subject.GO_MAP, seed, PATIENCE).run(Duration.ofSeconds(seconds));
    System.out.println("torture: " + tally);

    assertThat(tally.findings()).isEmpty();
    assertThat(tally.detections()).isPositive();
    assertThat(tally.answering())
        .containsAll(Subject.GO_MAP.operations().stream().map(Operation::name).toList());
  }
}
