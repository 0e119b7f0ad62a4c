package dev.flagrant.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** With real Go at hand: fresh traces. Skipped where there is no Go 1.19. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RecorderTest {
  private final List<Recorder> recorders = new ArrayList<>();

  @BeforeAll
  void build() throws IOException {
    assumeTrue(
        Recorder.goVersion().filter(v -> v.contains(Recorder.GO_RELEASE)).isPresent(),
        "no Go 1.19 on the path");
    recorders.add(Recorder.build());
  }

  @AfterAll
  void delete() throws IOException {
    for (Recorder recorder : recorders) {
      recorder.close();
    }
  }

  private Recorder recorder() {
    return recorders.get(0);
  }

  private static Recorder.Order order(MapKind kind, String shape, long seed) {
    return new Recorder.Order(kind, shape, 3000, seed, 0, 512);
  }

  @Test
  void goMapDoesWhatGoDoesNow() throws IOException {
    List<String> reports = new ArrayList<>();
    Conformance conformance =
        new Conformance(
            new Replayer(new GoMapSubject(), Level.STRUCTURE),
            Duration.ofMinutes(1),
            outcome -> reports.add(outcome.report()));

    conformance.live(recorder(), 40_000, System.nanoTime());

    assertThat(reports).allSatisfy(report -> assertThat(report).isEmpty());
    assertThat(conformance.operations()).isGreaterThanOrEqualTo(40_000);
    assertThat(conformance.differing()).isZero();
    assertThat(conformance.traces()).isEqualTo(81);
  }

  @Test
  void theSameSeedRecordsTheSameOperationsHashesAndRandomNumbers() throws IOException {
    Recorder.Order order = order(MapKind.FLOAT64, "mixed", 99);

    assertThat(recorder().record(order).contents()).isEqualTo(recorder().record(order).contents());
  }

  @Test
  void anotherSeedRecordsOtherOperations() throws IOException {
    assertThat(operations(recorder().record(order(MapKind.FLOAT64, "mixed", 98))))
        .isNotEqualTo(operations(recorder().record(order(MapKind.FLOAT64, "mixed", 99))));
  }

  private static List<String> operations(Trace trace) throws IOException {
    List<String> operations = new ArrayList<>();
    TraceReader reader = new TraceReader(trace);
    while (reader.next()) {
      operations.add(reader.operation().text(trace.kind()));
    }
    return operations;
  }

  @Test
  void anExactDifferenceIsShownWithAFullStateAfterEveryOperation() throws IOException {
    Trace trace = recorder().record(new Recorder.Order(MapKind.INT64, "iterate", 2000, 5, 0, 1));
    assertThat(new Replayer(new GoMapSubject(), Level.STRUCTURE).replay(trace).report()).isEmpty();
    SubjectFactory wrong =
        (kind, hint, random) ->
            new SubjectWrapper(new GoMapSubject().make(kind, hint, random)) {
              private int writes;

              @Override
              public void assign(Key key, Long elem) {
                super.assign(key, ++writes == 100 ? Long.valueOf(-7) : elem);
              }
            };

    Outcome outcome = new Replayer(wrong, Level.STRUCTURE).replay(trace);

    Difference found = outcome.difference().orElseThrow();
    assertThat(operations(trace).get(Math.toIntExact(found.operation()) - 1))
        .startsWith("assign ")
        .endsWith(" = " + found.operation());
    assertThat(found.text()).containsPattern(" -> " + found.operation() + " .* -> -7 +<--");
  }

  @Test
  void whatTheRecorderRefusesIsSaid() {
    assertThatThrownBy(() -> recorder().record(order(MapKind.INT64, "no such shape", 1)))
        .isInstanceOf(IOException.class)
        .hasMessage("recording failed: recorder: unknown shape no such shape");
  }
}
