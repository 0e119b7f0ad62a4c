package dev.flagrant.conformance.junit;

import static org.junit.jupiter.api.Assertions.fail;

import dev.flagrant.conformance.CommittedTraces;
import dev.flagrant.conformance.Level;
import dev.flagrant.conformance.Outcome;
import dev.flagrant.conformance.Replayer;
import dev.flagrant.conformance.SubjectFactory;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One test for each committed trace; what the three levels share. */
abstract class TraceTests {
  private final Level level;

  TraceTests(Level level) {
    this.level = level;
  }

  /** Makes the maps under test. */
  protected abstract SubjectFactory subject();

  /** Replays the committed traces. */
  @TestFactory
  protected Stream<DynamicTest> traces() throws IOException {
    Replayer replayer = new Replayer(subject(), level);
    return CommittedTraces.all().stream()
        .map(trace -> DynamicTest.dynamicTest(trace.name(), () -> replay(replayer, trace)));
  }

  private static void replay(Replayer replayer, CommittedTraces.Packed trace) throws IOException {
    Outcome outcome = replayer.replay(trace.unpack());
    if (!outcome.conforms()) {
      fail(outcome.report());
    }
  }
}
