package dev.flagrant.harness.hammer;

import dev.flagrant.testkit.MapSubject;
import dev.flagrant.testkit.RaceScenario;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Runs scenarios with real threads, and sees to it that each run ends, whatever the map does. */
public final class Hammer {

  /**
   * Hung trials after which a scenario is given up: each leaves threads behind that may spin for
   * ever, and they would be taken for the cause of what comes after.
   */
  public static final int MOST_HANGS = 2;

  private static final long POLL_MILLIS = 5;

  private final MapSubject subject;

  /** A hammer for this map. */
  public Hammer(MapSubject subject) {
    this.subject = subject;
  }

  /**
   * Runs a scenario until its time or its trials are spent.
   *
   * @param progress told now and then which share of the work is done, from 0 to 1
   * @throws IllegalStateException if the hammer itself fails
   */
  public ScenarioResult run(RaceScenario scenario, HammerOptions options, DoubleConsumer progress) {
    Tally tally = new Tally();
    Deadline deadline = new Deadline(options, scenario.control(), tally);
    int hangs = 0;
    do {
      Crew crew = new Crew(subject, scenario, options, tally, deadline);
      crew.start();
      Example hang = watch(crew, options, () -> progress.accept(deadline.progress()));
      crew.throwFault();
      if (hang != null) {
        tally.addHang(hang);
        hangs++;
      }
    } while (hangs < MOST_HANGS && !deadline.isOver());
    progress.accept(1);
    return tally.result();
  }

  /**
   * Waits for the crew to end. Time is counted in polls, each of which really slept: a machine that
   * was suspended, or had no core to spare for any of our threads, makes no hang. One that lets
   * this thread run, and the crew not at all for the whole bound, does.
   */
  private static @Nullable Example watch(Crew crew, HammerOptions options, Runnable poll) {
    long bound = Math.max(1, options.hangBound().toMillis() / POLL_MILLIS);
    long lastBeat = crew.beat();
    long same = 0;
    while (!crew.isOver()) {
      sleep();
      poll.run();
      long beat = crew.beat();
      same = beat == lastBeat ? same + 1 : 0;
      lastBeat = beat;
      if (same >= bound) {
        Example hang = crew.abandon(beat);
        if (hang != null) {
          return hang;
        }
        same = 0;
      }
    }
    return null;
  }

  private static void sleep() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while trials were running", e);
    }
  }
}
