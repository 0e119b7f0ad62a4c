package dev.flagrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.conformance.AnswersSubject;
import dev.flagrant.conformance.GoMapSubject;
import dev.flagrant.conformance.MapKind;
import dev.flagrant.conformance.StructureSubject;
import dev.flagrant.conformance.SubjectFactory;
import dev.flagrant.conformance.SubjectWrapper;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A subject that does not come back is reported with the operation it is in. */
@Timeout(60)
final class HangingSubjectTest {
  private static final AtomicInteger CALLS = new AtomicInteger();
  private static volatile CountDownLatch over = new CountDownLatch(1);

  @BeforeEach
  void hangAgain() {
    over = new CountDownLatch(1);
    CALLS.set(0);
  }

  /** So that no thread outlives its test. */
  @AfterEach
  void release() {
    over.countDown();
  }

  private static void hang() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Hangs in the third call of {@code len}. */
  public static final class HangsInLen implements SubjectFactory {
    /** For the command. */
    public HangsInLen() {}

    @Override
    public AnswersSubject make(MapKind kind, long hint, LongSupplier random) {
      StructureSubject right = new GoMapSubject().make(kind, hint, random);
      return new SubjectWrapper(right) {
        @Override
        public int len() {
          if (CALLS.incrementAndGet() == 3) {
            hang();
          }
          return super.len();
        }
      };
    }
  }

  /** Makes no map, and does not say so. */
  public static final class HangsInMake implements SubjectFactory {
    /** For the command. */
    public HangsInMake() {}

    @Override
    public AnswersSubject make(MapKind kind, long hint, LongSupplier random) {
      hang();
      return new GoMapSubject().make(kind, hint, random);
    }
  }

  @Test
  void theTraceAndTheOperationAreNamedAndNothingElseIsReplayed() {
    CommandRun run =
        CommandRun.of("--hang", "1", "--level", "2", "--subject", HangsInLen.class.getName());

    assertThat(run.out())
        .containsPattern("\\.trace: differs from go1.19.8 at operation [1-9]\\d*\nin: len\n")
        .contains("it hangs: no answer for 1 s\n  at ")
        .containsPattern("record it again.* --level 2 --live --types .* --ops [1-9]")
        .contains("verdict            hangs; what would have come after was not replayed");
    assertThat(CALLS).hasValue(3);
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void aFactoryThatHangsIsRefused() {
    CommandRun.assertMistake(
        "HangsInMake hangs: it has made no map within 1 s",
        "--hang",
        "1",
        "--subject",
        HangsInMake.class.getName());
  }

  @Test
  void noTimeAtAllIsRefused() {
    CommandRun.assertMistake("--hang is 0; it must be at least 1", "--hang", "0");
  }
}
