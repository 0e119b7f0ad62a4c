package dev.flagrant.harness.hammer;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Where the actors of a crew meet: each trial begins when all have arrived, and is over when all
 * have left. Trials are numbered from 1, and counters only grow, so nothing is ever reset.
 */
final class Rendezvous {

  private final int actors;
  private final AtomicLong opened = new AtomicLong();
  private final AtomicLong arrivals = new AtomicLong();
  private final AtomicLong departures = new AtomicLong();
  private final AtomicLongArray left;
  private volatile boolean closed;

  Rendezvous(int actors) {
    this.actors = actors;
    this.left = new AtomicLongArray(actors);
  }

  /** Lets the actors come to this trial; what was written before, they see. */
  void open(long trial) {
    opened.set(trial);
  }

  /** Waits until this trial is open; false if no trial will be any more. */
  boolean awaitOpen(long trial) {
    return await(opened, trial);
  }

  /** Arrives, and waits until all actors have; false if they will not. */
  boolean arrive(long trial) {
    arrivals.incrementAndGet();
    return await(arrivals, trial * actors);
  }

  /** Leaves; what was written before, the one who awaits all departures sees. */
  void leave(int actor, long trial) {
    left.set(actor, trial);
    departures.incrementAndGet();
  }

  /** Waits until all actors have left; false if they will not. */
  boolean awaitDepartures(long trial) {
    return await(departures, trial * actors);
  }

  /** Whether the actor has left this trial. */
  boolean hasLeft(int actor, long trial) {
    return left.get(actor) >= trial;
  }

  /** Sends everybody home who waits here, now or later. */
  void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  private boolean await(AtomicLong counter, long target) {
    Backoff backoff = new Backoff(actors);
    while (counter.get() < target) {
      if (closed) {
        return false;
      }
      backoff.pause();
    }
    return true;
  }
}
