package dev.flagrant.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.harness.Flagrant;
import dev.flagrant.harness.subjects.BadMaps;
import dev.flagrant.harness.subjects.ExitingFactory;
import dev.flagrant.harness.subjects.NeedsTwoProcessors;
import dev.flagrant.testkit.ChildJvm;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A process that something else than the command ended has no verdict, and does not look so. */
class ProcessEndTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int TERMINATED = 128 + 15;

  private static ChildJvm.Ended run(Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    return ChildJvm.with().run(PATIENCE, main, List.of(arguments));
  }

  private static void assertNoVerdict(ChildJvm.Ended ended, int status, String by) {
    assertThat(ended.errors().lines())
        .contains("flagrant: the process was ended before there was a verdict, by " + by);
    assertThat(ended.status()).isEqualTo(status);
  }

  @Test
  @NeedsTwoProcessors
  void aMapThatEndsACheckDoesNotPass() throws Exception {
    String map = BadMaps.Exiting.class.getName();
    assertNoVerdict(
        run(Flagrant.class, "check", "--no-progress", "--scenario=^put/put", "--map=" + map),
        ExitStatus.USAGE,
        "System.exit in " + map + ".put");
  }

  @Test
  void aMapThatEndsAnExplorationDoesNotPass() throws Exception {
    String map = BadMaps.Exiting.class.getName();
    assertNoVerdict(
        run(Flagrant.class, "lincheck", "--no-progress", "--scenario=^put/put", "--map=" + map),
        ExitStatus.USAGE,
        "System.exit in " + map + ".put");
  }

  /** Lincheck gives threads their turns, and may give none to what holds up the end. */
  @Test
  void aMapThatEndsAnExplorationInAThreadOfItsOwnDoesNotPass() throws Exception {
    String map = BadMaps.ExitingElsewhere.class.getName();
    assertNoVerdict(
        run(
            Flagrant.class,
            "lincheck",
            "--no-progress",
            "--scenario=^put/put same key",
            "--map=" + map),
        ExitStatus.USAGE,
        "System.exit in " + map + ".lambda$exitElsewhere$0");
  }

  /** An end that comes to nothing, and a verdict after it. */
  static final class EndsTooLate {
    /** So many that one of them is started before the one of the watch, but for bad luck. */
    private static final int HOOKS = 200;

    private EndsTooLate() {}

    public static void main(String[] arguments) throws InterruptedException {
      ProcessEnd end = ProcessEnd.watched();
      CountDownLatch brokenOff = new CountDownLatch(1);
      for (int i = 0; i < HOOKS; i++) {
        Runtime.getRuntime().addShutdownHook(new NeverStarted(brokenOff));
      }
      Thread other = new Thread(EndsTooLate::exit);
      other.setDaemon(true);
      other.start();
      brokenOff.await();
      Thread.currentThread().interrupt();
      end.with(ExitStatus.MET);
    }

    private static void exit() {
      System.exit(0);
    }
  }

  /** Who starts it does not come back. */
  private static final class NeverStarted extends Thread {
    private final CountDownLatch brokenOff;

    NeverStarted(CountDownLatch brokenOff) {
      this.brokenOff = brokenOff;
    }

    @Override
    public synchronized void start() {
      brokenOff.countDown();
      while (true) {
        LockSupport.park();
      }
    }
  }

  /** As after one that Lincheck has broken off, before its hooks were run. */
  @Test
  void aVerdictAfterAnEndThatCameToNothingIsNone() throws Exception {
    assertNoVerdict(
        run(EndsTooLate.class),
        ExitStatus.USAGE,
        "System.exit in " + EndsTooLate.class.getName() + ".exit");
  }

  @Test
  void aSubjectThatEndsAComparisonDoesNotPass() throws Exception {
    String factory = ExitingFactory.class.getName();
    assertNoVerdict(
        run(Flagrant.class, "conformance", "--subject=" + factory),
        ExitStatus.USAGE,
        "System.exit in " + factory + ".make");
  }

  @Test
  void aSignalKeepsItsOwnStatus() throws Exception {
    assertNoVerdict(
        run(Flagrant.class, "check", "--map=" + BadMaps.Signalling.class.getName()),
        TERMINATED,
        "a signal");
  }

  /** Ends the process before the command does, and has something to do at the end. */
  static final class EndsEarly {
    private EndsEarly() {}

    public static void main(String[] arguments) {
      var unused = ProcessEnd.watched();
      Runtime.getRuntime().addShutdownHook(new Thread(EndsEarly::tidyUp, "flagrant: tidies up"));
      System.exit(0);
    }

    private static void tidyUp() {
      try {
        Thread.sleep(500);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      System.out.println("tidied up");
    }
  }

  @Test
  void whatTheProcessHasToTidyUpIsTidiedUp() throws Exception {
    ChildJvm.Ended ended = run(EndsEarly.class);
    assertNoVerdict(
        ended, ExitStatus.USAGE, "System.exit in " + EndsEarly.class.getName() + ".main");
    assertThat(ended.output()).contains("tidied up");
  }

  /** Gives a verdict. */
  static final class EndsInTime {
    private EndsInTime() {}

    public static void main(String[] arguments) {
      ProcessEnd.watched().with(Integer.parseInt(arguments[0]));
    }
  }

  @Test
  void aVerdictKeepsItsStatus() throws Exception {
    for (int status : new int[] {ExitStatus.MET, ExitStatus.NOT_MET}) {
      ChildJvm.Ended ended = run(EndsInTime.class, String.valueOf(status));
      assertThat(ended.status()).isEqualTo(status);
      assertThat(ended.errors()).isEmpty();
    }
  }
}
