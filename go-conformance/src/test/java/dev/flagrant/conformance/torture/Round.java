package dev.flagrant.conformance.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One round: a map is filled, threads race on it until it is dead or the time is up. */
final class Round {
  /** How often a thread goes back to a map that is dead. */
  private static final int AFTER_DETECTION = 3;

  private final Subject subject;
  private final RoundPlan plan;
  private final Tally tally;
  private final AtomicInteger toArrive;

  Round(Subject subject, RoundPlan plan, Tally tally) {
    this.subject = subject;
    this.plan = plan;
    this.tally = tally;
    this.toArrive = new AtomicInteger(plan.parts().size());
  }

  /**
   * Runs it.
   *
   * @param patienceMillis after which a thread that has not come back is taken to hang
   */
  void run(long patienceMillis) throws InterruptedException {
    SplittableRandom random = new SplittableRandom(plan.seed());
    var map = subject.factory().make(plan.kind(), plan.hint(), random.nextLong());
    fill(map);
    List<Thread> threads = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    for (List<Operation> operations : plan.parts()) {
      Part part = new Part(new Actor(map, plan.kind(), plan.keys(), random.split()), operations);
      Thread thread = new Thread(part, "torture " + threads.size());
      thread.setDaemon(true);
      threads.add(thread);
      parts.add(part);
    }
    threads.forEach(Thread::start);
    long patience = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    for (int i = 0; i < threads.size(); i++) {
      Thread thread = threads.get(i);
      thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(patience - System.nanoTime())));
      if (thread.isAlive()) {
        tally.found(new Finding(plan, parts.get(i).doing, new Finding.Hang(thread)));
      }
    }
    tally.roundDone();
  }

  /** Fills the map, alone, and looks whether it works: what happened to others must not matter. */
  private void fill(Map<@Nullable Object, @Nullable Object> map) {
    for (int i = 0; i < plan.size(); i++) {
      Object key = plan.kind().key(i);
      map.put(key, i);
      boolean found = Objects.equals(map.get(key), i);
      if (!found && !Double.valueOf(Double.NaN).equals(key)) {
        throw new AssertionError("a new map does not work: " + plan);
      }
    }
    int[] entries = new int[1];
    map.forEach((key, elem) -> entries[0]++);
    if (entries[0] != map.size()) {
      throw new AssertionError("a new map has lost count: " + plan);
    }
  }

  /** What one thread does. */
  private final class Part implements Runnable {
    private final Actor actor;
    private final List<Operation> operations;
    private volatile String doing = "nothing yet";

    Part(Actor actor, List<Operation> operations) {
      this.actor = actor;
      this.operations = operations;
    }

    @SuppressWarnings("ThreadPriorityCheck") // there may be more threads here than cores
    private void awaitOthers() {
      toArrive.decrementAndGet();
      while (toArrive.get() > 0) {
        Thread.yield();
      }
    }

    @Override
    public void run() {
      awaitOthers();
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(plan.millis());
      int lives = AFTER_DETECTION;
      while (lives > 0 && System.nanoTime() < end) {
        Operation operation = operations.get(actor.random.nextInt(operations.size()));
        doing = operation.name();
        try {
          actor.answer = operation.body().run(actor);
          tally.answered(operation);
        } catch (Throwable thrown) {
          if (subject.isDetection(thrown)) {
            tally.detected(operation);
            lives--;
          } else if (Subject.isRefusalOfNaN(plan.kind(), thrown)) {
            tally.answered(operation);
          } else {
            tally.found(new Finding(plan, operation.name(), thrown));
            return;
          }
        }
      }
    }
  }
}
