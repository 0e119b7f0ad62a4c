package dev.flagrant.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.flagrant.conformance.junit.AnswersLevel;
import dev.flagrant.conformance.junit.IterationLevel;
import dev.flagrant.conformance.junit.StructureLevel;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
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

  static final class CappedAnswers extends AnswersLevel {
    @Override
    protected SubjectFactory subject() {
      return OneLevel.only(Level.ANSWERS, capped(HashMapSubject.factory()));
    }
  }

  static final class CappedIteration extends IterationLevel {
    @Override
    protected SubjectFactory subject() {
      return OneLevel.only(Level.ITERATION, capped(HashMapSubject.factory()));
    }
  }

  static final class CappedStructure extends StructureLevel {
    @Override
    protected SubjectFactory subject() {
      return OneLevel.only(Level.STRUCTURE, capped(new GoMapSubject()));
    }
  }

  /** Does not count beyond a hundred. */
  private static SubjectFactory capped(SubjectFactory right) {
    return (kind, hint, random) ->
        new SubjectWrapper((StructureSubject) right.make(kind, hint, random)) {
          @Override
          public int len() {
            return Math.min(100, super.len());
          }
        };
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

  @ParameterizedTest
  @ValueSource(classes = {CappedAnswers.class, CappedIteration.class, CappedStructure.class})
  void aWrongAnswerIsShownToSubjectsOfEveryLevel(Class<?> tests) {
    List<String> reports =
        run(tests).failed().stream()
            .map(event -> event.getRequiredPayload(TestExecutionResult.class))
            .map(result -> String.valueOf(result.getThrowable().orElseThrow().getMessage()))
            .toList();

    assertThat(reports)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            report ->
                assertThat(report)
                    .containsPattern(
                        "after: len\nthe answers differ\n  expected \\d{3}\n  got      100\n"));
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
    SubjectFactory answersOnly = OneLevel.only(Level.ANSWERS, new GoMapSubject());
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
