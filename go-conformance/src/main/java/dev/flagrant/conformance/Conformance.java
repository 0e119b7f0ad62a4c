package dev.flagrant.conformance;

import java.io.IOException;
import java.time.Duration;

/** Replays many traces to one kind of subject, and adds up what came of it. */
public final class Conformance {
  /** Operations of a fresh trace, at most: it is held in memory. */
  private static final long LARGEST_TRACE = 250_000;

  /** From this many operations on, some fresh traces are long enough to grow beyond B = 16. */
  private static final long ENOUGH_TO_GROW = 5_000_000;

  private static final long LONG_GROWTH = 600_000;

  private final Watch watch;
  private final ReplayListener listener;

  private long traces;
  private long operations;
  private long steps;
  private long knownDifferences;
  private long ghosts;
  private long differing;
  private boolean hung;

  /**
   * Nothing replayed yet.
   *
   * @param replayer replays one trace
   * @param patience after how long an operation that has not come back hangs, in whole seconds
   * @param listener told of each outcome as it comes
   */
  public Conformance(Replayer replayer, Duration patience, ReplayListener listener) {
    this.watch = new Watch(replayer, patience, listener);
    this.listener = listener;
  }

  /**
   * Replays the committed traces, up to one that hangs.
   *
   * @throws IOException if one is damaged
   */
  public void committed() throws IOException {
    for (CommittedTraces.Packed trace : CommittedTraces.all()) {
      if (hung) {
        return;
      }
      replay(trace.unpack());
    }
  }

  /**
   * Records fresh traces, of all types and shapes in turn, and replays them up to the first that
   * differs.
   *
   * @param wanted how many operations to do at least; a little more, to have all types and shapes
   * @param seed that of the first trace; the others follow
   * @throws IOException if a trace cannot be recorded
   */
  public void live(Recorder recorder, long wanted, long seed) throws IOException {
    MapKind[] kinds = MapKind.values();
    int combinations = kinds.length * Recorder.SHAPES.size();
    long size = Math.max(1, Math.min(LARGEST_TRACE, wanted / combinations + 1));
    long before = operations;
    for (int i = 0; (i < combinations || operations - before < wanted) && differing == 0; i++) {
      String shape = Recorder.SHAPES.get(i / kinds.length % Recorder.SHAPES.size());
      MapKind kind = kinds[i % kinds.length];
      boolean isLong = shape.equals("grow") && kind == MapKind.INT64 && wanted >= ENOUGH_TO_GROW;
      long length = isLong ? LONG_GROWTH : size;
      replay(recorder.record(new Recorder.Order(kind, shape, length, seed + i, 0, Recorder.BLOCK)));
    }
  }

  /**
   * Replays one trace.
   *
   * @throws BadTraceException if it is damaged
   */
  public void replay(Trace trace) throws BadTraceException {
    Outcome outcome = watch.replay(trace);
    traces++;
    operations += outcome.operations();
    steps += outcome.steps();
    knownDifferences += outcome.knownDifferences();
    ghosts += outcome.ghosts();
    differing += outcome.conforms() ? 0 : 1;
    hung |= outcome.hung();
    listener.done(outcome);
  }

  /** Whether the subject hung. Its thread may still be running, and disturb whatever comes. */
  public boolean hung() {
    return hung;
  }

  /** Traces replayed. */
  public long traces() {
    return traces;
  }

  /** Operations done. */
  public long operations() {
    return operations;
  }

  /** Steps of iterations taken. */
  public long steps() {
    return steps;
  }

  /** Iterations that differ from Go 1.19's where it shows what it should not. */
  public long knownDifferences() {
    return knownDifferences;
  }

  /** Entries that Go 1.19 showed after a clear had removed them. */
  public long ghosts() {
    return ghosts;
  }

  /** Traces in which the subject differs from Go. */
  public long differing() {
    return differing;
  }
}
