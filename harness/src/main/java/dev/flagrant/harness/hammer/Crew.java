package dev.flagrant.harness.hammer;

import dev.flagrant.testkit.ActorRun;
import dev.flagrant.testkit.MapSubject;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.judge.Judgement;
import dev.flagrant.testkit.judge.TrialJudge;
import dev.flagrant.testkit.judge.UndecidedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one scenario: platform threads, daemons, one for each actor, kept for all trials.
 *
 * <p>Memory order: the leader writes {@link #map} before it opens a trial, and reads the runs after
 * all actors have left it; {@link Rendezvous} orders both.
 */
final class Crew {

  private final MapSubject subject;
  private final RaceScenario scenario;
  private final HammerOptions options;
  private final Tally tally;
  private final Deadline deadline;
  private final TrialJudge judge;
  private final List<ActorRun> runs;
  private final Rendezvous rendezvous;
  private final List<Thread> threads = new ArrayList<>();

  private Map<Integer, Integer> map = Map.of();
  private final AtomicLong beat = new AtomicLong();
  private final AtomicLong trial = new AtomicLong();
  private volatile boolean over;
  private volatile @Nullable Throwable fault;
  private final Meetings meetings = new Meetings();
  private long countedBeat;
  private boolean abandoned;

  Crew(
      MapSubject subject,
      RaceScenario scenario,
      HammerOptions options,
      Tally tally,
      Deadline deadline) {
    this.subject = subject;
    this.scenario = scenario;
    this.options = options;
    this.tally = tally;
    this.deadline = deadline;
    this.judge = new TrialJudge(subject, scenario, options.threads());
    this.runs = judge.newRuns();
    this.rendezvous = new Rendezvous(options.threads());
  }

  /** Starts the threads. */
  void start() {
    for (int actor = 0; actor < options.threads(); actor++) {
      int number = actor;
      Runnable task = actor == 0 ? this::lead : () -> follow(number);
      Thread thread = new Thread(task, "flagrant: %s, thread %d".formatted(scenario, actor));
      thread.setDaemon(true);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
  }

  private void lead() {
    Jitter jitter = new Jitter(options.seed(), 0);
    try {
      while (!rendezvous.isClosed() && !deadline.isOver() && !meetings.areMissed()) {
        beat.incrementAndGet();
        if (prepare()) {
          long number = trial.incrementAndGet();
          rendezvous.open(number);
          act(0, number, jitter);
          if (rendezvous.awaitDepartures(number)) {
            judge();
          }
        }
      }
    } catch (Throwable unexpected) { // a fault of ours must end the run, not this thread alone
      fault = unexpected;
    } finally {
      over = true;
      rendezvous.close();
    }
  }

  private void follow(int actor) {
    Jitter jitter = new Jitter(options.seed(), actor);
    for (long next = 1; rendezvous.awaitOpen(next); next++) {
      act(actor, next, jitter);
    }
  }

  private void act(int actor, long number, Jitter jitter) {
    int delay = jitter.draw();
    if (rendezvous.arrive(number)) {
      jitter.spin(delay);
      runs.get(actor).perform(map);
      rendezvous.leave(actor, number);
    }
  }

  private boolean prepare() {
    try {
      map = subject.newMap();
      scenario.prepare(map);
      return true;
    } catch (Throwable thrown) { // whatever the map throws
      count(judge.judgePreparation(thrown), false);
      return false;
    }
  }

  private void judge() {
    boolean met = twoWereAtWorkAtOnce();
    meetings.note(met);
    try {
      count(judge.judge(map, runs), met);
    } catch (UndecidedException e) {
      if (deadline.isWarm()) {
        tally.addUndecided();
      }
    }
  }

  private synchronized void count(Judgement judgement, boolean overlap) {
    if (!abandoned && deadline.isWarm()) {
      tally.add(judgement, overlap, () -> example(judgement.outcome()));
      countedBeat = beat.get();
    }
  }

  private boolean twoWereAtWorkAtOnce() {
    for (ActorRun one : runs) {
      for (ActorRun other : runs) {
        if (one != other
            && one.startedNanos() <= other.startedNanos()
            && other.startedNanos() < one.endedNanos()) {
          return true;
        }
      }
    }
    return false;
  }

  private Example example(RaceOutcome outcome) {
    Throwable evidence = judge.evidence();
    String text = judge.explain(runs);
    return new Example(
        outcome,
        text.isEmpty() && evidence != null ? evidence.toString() : text,
        evidence == null ? "" : Stacks.of(evidence));
  }

  /** A number that changes while the crew gets on with its work. */
  long beat() {
    return beat.get();
  }

  /** Whether the crew has ended, by itself or by a fault of ours. */
  boolean isOver() {
    return over;
  }

  /**
   * Gives the crew up, if its beat is still this one: its threads end as soon as they can, and what
   * they still find out is not counted.
   *
   * @return what the threads that hang are doing, or null if the crew got on meanwhile
   */
  synchronized @Nullable Example abandon(long stuckBeat) {
    if (over || beat.get() != stuckBeat || countedBeat == stuckBeat) {
      return null;
    }
    abandoned = true;
    List<String> stacks = new ArrayList<>();
    for (int actor = 0; actor < threads.size(); actor++) {
      if (!rendezvous.hasLeft(actor, trial.get())) {
        stacks.add(Stacks.of(threads.get(actor)));
      }
    }
    String what = stacks.size() + " of " + threads.size() + " threads did not come back";
    if (stacks.isEmpty()) {
      stacks.add(Stacks.of(threads.get(0)));
      what = "the map could not be read, or not be prepared, after the trial before";
    }
    rendezvous.close();
    return new Example(
        RaceOutcome.HANG,
        "%s within %d ms".formatted(what, options.hangBound().toMillis()),
        String.join(System.lineSeparator(), stacks));
  }

  /** Throws if a fault of ours, not of the map, ended the crew. */
  void throwFault() {
    Throwable thrown = fault;
    if (thrown != null) {
      throw new IllegalStateException("the hammer failed in " + scenario, thrown);
    }
  }
}
