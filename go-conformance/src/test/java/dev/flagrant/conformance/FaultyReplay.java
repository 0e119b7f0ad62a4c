package dev.flagrant.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.function.UnaryOperator;

/** Replays a trace of Go's to {@code GoMap} with one fault put in. */
final class FaultyReplay {
  private FaultyReplay() {}

  static Outcome replay(String trace, Level level, UnaryOperator<StructureSubject> fault)
      throws IOException {
    SubjectFactory factory =
        (kind, hint, random) -> fault.apply(new GoMapSubject().make(kind, hint, random));
    return new Replayer(factory, level).replay(TestTraces.trace(trace));
  }

  /** The difference that was found, for there has to be one. */
  static Difference difference(Outcome outcome) {
    assertThat(outcome.difference()).isPresent();
    return outcome.difference().orElseThrow();
  }
}
