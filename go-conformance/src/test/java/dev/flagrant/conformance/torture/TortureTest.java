package dev.flagrant.conformance.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.runtime.Invariants;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
  }

  /** What the threads are given to do is possible: alone, each operation answers. */
  @ParameterizedTest
  @EnumSource
  void everyOperationAnswersWhereNobodyElseIs(KeyKind kind) {
    Set<String> names = new HashSet<>();
    for (Operation operation : Subject.GO_MAP.operations()) {
      assertThat(names.add(operation.name())).as(operation.name()).isTrue();
      var map = Subject.GO_MAP.factory().make(kind, 0, 1);
      for (int i = 0; i < 50; i++) {
        map.put(kind.key(i), i);
      }
      Actor actor = new Actor(map, kind, 100, new SplittableRandom(1));
      try {
        actor.answer = operation.body().run(actor);
      } catch (Exception refused) {
        assertThat(refused).matches(thrown -> Subject.isRefusalOfNaN(kind, thrown));
      }
      Invariants.check((GoMap<?, ?>) map);
    }
  }
}
