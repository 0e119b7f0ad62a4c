package dev.flagrant.conformance;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Replays each trace in a thread of its own, and gives up on a subject that does not come back from
 * an operation. A thread cannot be ended from outside: it is left to the end of the process.
 */
final class Watch {
  private static final int FRAMES = 5;

  private final Replayer replayer;
  private final Duration patience;
  private final ReplayListener listener;

  /**
   * Nothing replayed yet.
   *
   * @param patience how long one operation may take, in whole seconds
   */
  Watch(Replayer replayer, Duration patience, ReplayListener listener) {
    this.replayer = replayer;
    this.patience = patience;
    this.listener = listener;
  }

  /**
   * Replays a trace.
   *
   * @throws BadTraceException if it is damaged
   */
  Outcome replay(Trace trace) throws BadTraceException {
    Progress progress = new Progress();
    FutureTask<Outcome> task = new FutureTask<>(() -> replayer.replay(trace, progress));
    Thread thread = new Thread(task, "flagrant: replays " + trace.path());
    thread.setDaemon(true);
    thread.start();
    long seen = 0;
    // Seconds are counted one by one: a process that was stopped for an hour has not hung.
    for (long idle = 0; idle < patience.toSeconds(); idle++) {
      try {
        return task.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        long now = progress.begun();
        idle = now == seen ? idle : -1;
        seen = now;
        listener.underWay(trace, now);
      } catch (ExecutionException e) {
        throw cause(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
    return hung(trace, progress, thread);
  }

  private static RuntimeException cause(ExecutionException e) throws BadTraceException {
    if (e.getCause() instanceof BadTraceException bad) {
      throw bad;
    }
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e);
  }

  private Outcome hung(Trace trace, Progress progress, Thread thread) {
    String frames =
        Arrays.stream(thread.getStackTrace())
            .limit(FRAMES)
            .map(frame -> "\n  at " + frame)
            .collect(Collectors.joining());
    Operation operation = progress.operation();
    long number = operation == null ? 0 : operation.number;
    String text =
        String.format(
            "in: %s%nit hangs: no answer for %d s%s",
            operation == null ? "the beginning" : operation.text(trace.kind()),
            patience.toSeconds(),
            frames);
    return new Outcome(
        trace,
        replayer.command(),
        number,
        0,
        0,
        0,
        Optional.of(new Difference(number, text)),
        true);
  }
}
