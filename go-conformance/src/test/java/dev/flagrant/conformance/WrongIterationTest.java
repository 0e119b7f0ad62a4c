package dev.flagrant.conformance;

import static dev.flagrant.conformance.FaultyReplay.difference;
import static dev.flagrant.conformance.FaultyReplay.replay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A subject whose iterations go wrong is found out, at the very step, and told what. */
final class WrongIterationTest {

  /** Does what another iteration does, but for what a subclass does differently. */
  private static class IterationWrapper implements IterationSubject.Iteration {
    private final IterationSubject.Iteration wrapped;

    IterationWrapper(IterationSubject.Iteration wrapped) {
      this.wrapped = wrapped;
    }

    @Override
    public boolean next() {
      return wrapped.next();
    }

    @Override
    public Key key() {
      return wrapped.key();
    }

    @Override
    public Long elem() {
      return wrapped.elem();
    }
  }

  @Test
  void anIterationInAnotherOrderIsShownStepByStep() throws IOException {
    Outcome outcome =
        replay(
            "iterate-int64",
            Level.STRUCTURE,
            right ->
                new SubjectWrapper(right) {
                  @Override
                  public Iteration range() {
                    return new IterationWrapper(super.range()) {
                      @Override
                      public boolean next() {
                        boolean unused = super.next();
                        return super.next();
                      }
                    };
                  }
                });

    assertThat(difference(outcome).text())
        .containsPattern("iteration \\d shows the wrong entry\n  expected \\d+ -> \\d+\n  got ");
  }

  /** Stops at the step that Go's iteration did not have; else it would never tell. */
  @Test
  void anIterationThatNeverEndsIsToldOfWhereGosEnds() {
    Outcome outcome =
        assertTimeoutPreemptively(
            Duration.ofMinutes(1),
            () -> replay("mixed-int64", Level.STRUCTURE, WrongIterationTest::endless));

    assertThat(difference(outcome).text())
        .containsPattern(
            "iteration \\d ends after the wrong number of steps\n  expected \\d+\n  got      more");
  }

  /** Shows the last entry again and again. */
  private static StructureSubject endless(StructureSubject right) {
    return new SubjectWrapper(right) {
      @Override
      public Iteration range() {
        return new IterationWrapper(super.range()) {
          private @Nullable Key key;
          private Long elem = 0L;
          private boolean ended;

          @Override
          public boolean next() {
            ended = ended || !super.next();
            if (!ended) {
              key = super.key();
              elem = super.elem();
            }
            return key != null;
          }

          @Override
          public Key key() {
            return Objects.requireNonNull(key);
          }

          @Override
          public Long elem() {
            return elem;
          }
        };
      }
    };
  }

  @Test
  void anIterationThatSkipsAnEntryBreaksARuleOfTheLanguage() throws IOException {
    Outcome outcome =
        replay(
            "mixed-string",
            Level.ITERATION,
            right ->
                new SubjectWrapper(right) {
                  @Override
                  public Iteration range() {
                    Iteration it = super.range();
                    var unused = it.next();
                    return it;
                  }
                });

    assertThat(difference(outcome).text()).contains("ends without \"k", "in the map all the time");
  }

  /**
   * From the step at which it leaves Go's order it has to keep the rules, and at that step, too.
   */
  @Test
  void anIterationThatEndsTooEarlyWhereGosIsMisledIsNoKnownDifference() throws IOException {
    Outcome outcome =
        replay("spanning-int64", Level.STRUCTURE, WrongIterationTest::endingAtASameSizeGrowth);

    assertThat(difference(outcome).text())
        .contains("an iteration breaks a rule of the language: it ends without ");
  }

  /**
   * Ends an iteration that began in a growth to a larger array when one to the same size begins.
   */
  private static StructureSubject endingAtASameSizeGrowth(StructureSubject right) {
    return new SubjectWrapper(right) {
      @Override
      public Iteration range() {
        boolean larger = header().growing() && !header().sameSizeGrow();
        return new IterationWrapper(super.range()) {
          @Override
          public boolean next() {
            return !(larger && header().sameSizeGrow()) && super.next();
          }
        };
      }
    };
  }
}
