package dev.flagrant.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.flagrant.conformance.junit.AnswersLevel;
import dev.flagrant.conformance.junit.IterationLevel;
import dev.flagrant.conformance.junit.StructureLevel;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The three levels and their base classes, shown by a map that is not Go's. */
final class LevelsTest {
  /** Not found by Surefire, whose names end in Test: they are run below. */
  static final class HashMapAnswers extends AnswersLevel {
    @Override
    protected SubjectFactory subject() {
      return HashMapSubject.factory();
    }
  }

  static final class HashMapIteration extends IterationLevel {
    @Override
    protected SubjectFactory subject() {
      return HashMapSubject.factory();
    }
  }

  static final class HashMapStructure extends StructureLevel {
    @Override
    protected SubjectFactory subject() {
      return HashMapSubject.factory();
    }
  }

  private static Events run(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(tests))
        .execute()
        .testEvents();
  }

  @Test
  void aMapOnTopOfHashMapAnswersAsGosDoes() throws IOException {
    int traces = CommittedTraces.all().size();

    run(HashMapAnswers.class).assertStatistics(s -> s.started(traces).succeeded(traces));
  }

  @Test
  void aMapOnTopOfHashMapIteratesByTheRules() throws IOException {
    int traces = CommittedTraces.all().size();

    run(HashMapIteration.class).assertStatistics(s -> s.started(traces).succeeded(traces));
  }

  @Test
  void aMapOnTopOfHashMapHasAnotherStructureAndEveryTraceSaysSo() throws IOException {
    int traces = CommittedTraces.all().size();

    run(HashMapStructure.class).assertStatistics(s -> s.started(traces).failed(traces));
  }

  @Test
  void theReportOfAnotherStructureCanBeRead() throws IOException {
    Outcome outcome =
        new Replayer(HashMapSubject.factory(), Level.STRUCTURE)
            .replay(TestTraces.trace("grow-string"));

    assertThat(outcome.report())
        .startsWith("grow-string.trace: differs from go1.19.8 at operation 1\n")
        .contains("after: make without a hint\n")
        .contains("random numbers drawn: Go drew 1, the subject drew 0");
  }

  @Test
  void goMapPassesEveryLevel() throws IOException {
    for (Level level : Level.values()) {
      Outcome outcome =
          new Replayer(new GoMapSubject(), level).replay(TestTraces.trace("clear-float64"));

      assertThat(outcome.report()).isEmpty();
    }
  }

  @Test
  void aSubjectThatDoesNotImplementItsLevelIsToldSo() throws IOException {
    SubjectFactory answersOnly =
        (kind, hint, random) -> {
          AnswersSubject all = new GoMapSubject().make(kind, hint, random);
          return (AnswersSubject)
              java.lang.reflect.Proxy.newProxyInstance(
                  LevelsTest.class.getClassLoader(),
                  new Class<?>[] {AnswersSubject.class},
                  (proxy, method, arguments) -> method.invoke(all, arguments));
        };
    Trace trace = TestTraces.trace("clear-int64");

    assertThat(new Replayer(answersOnly, Level.ANSWERS).replay(trace).conforms()).isTrue();
    assertThat(new Replayer(answersOnly, Level.STRUCTURE).replay(trace).report())
        .contains("does not implement StructureSubject, as level 3 asks for");
  }

  @Test
  void levelsHaveTheNumbersOneToThree() {
    assertThat(Level.numbered(1)).isEqualTo(Level.ANSWERS);
    assertThat(Level.numbered(3)).isEqualTo(Level.STRUCTURE);
    assertThatThrownBy(() -> Level.numbered(4)).hasMessageContaining("no level 4");
  }
}
