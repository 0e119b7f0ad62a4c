package dev.flagrant.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever listens is told how far a replay has come, and one that is only slow is waited for. */
@Timeout(60)
final class WatchTest {
  @Test
  void aSlowSubjectIsNoHangAndItsTraceIsToldMeanwhile() throws IOException {
    CountDownLatch told = new CountDownLatch(1);
    List<String> underWay = new ArrayList<>();
    List<Outcome> done = new ArrayList<>();
    SubjectFactory slow =
        (kind, hint, random) ->
            new SubjectWrapper(new GoMapSubject().make(kind, hint, random)) {
              @Override
              public int len() {
                try {
                  told.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
                return super.len();
              }
            };
    ReplayListener listener =
        new ReplayListener() {
          @Override
          public void done(Outcome outcome) {
            done.add(outcome);
          }

          @Override
          public void underWay(Trace trace, long operations) {
            underWay.add(trace.path());
            assertThat(operations).isPositive();
            told.countDown();
          }
        };

    new Conformance(new Replayer(slow, Level.STRUCTURE), Duration.ofMinutes(1), listener)
        .replay(TestTraces.trace("mixed-set"));

    assertThat(underWay).contains("mixed-set.trace");
    assertThat(done).singleElement().matches(Outcome::conforms);
  }

  /** Five operations of a second, and a patience of three. */
  @Test
  void thePatienceIsThatForOneOperationAndNotForAll() throws IOException {
    AtomicInteger slow = new AtomicInteger(5);
    SubjectFactory subject =
        (kind, hint, random) ->
            new SubjectWrapper(new GoMapSubject().make(kind, hint, random)) {
              @Override
              public int len() {
                if (slow.getAndDecrement() > 0) {
                  LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
                }
                return super.len();
              }
            };
    List<Outcome> done = new ArrayList<>();

    new Conformance(new Replayer(subject, Level.STRUCTURE), Duration.ofSeconds(3), done::add)
        .replay(TestTraces.trace("mixed-set"));

    assertThat(done).singleElement().matches(Outcome::conforms);
    assertThat(slow).hasNegativeValue();
  }
}
