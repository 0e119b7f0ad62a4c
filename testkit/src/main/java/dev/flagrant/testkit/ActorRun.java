package dev.flagrant.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One actor's run of its program: its answers, or the throwable that ended it.
 *
 * <p>Not thread-safe: an engine lets one thread perform it and orders that before its reading.
 */
public final class ActorRun {

  private final MapOperation[] program;
  private final @Nullable Object[] answers;
  private int completed;
  private @Nullable Throwable thrown;
  private long startedNanos;
  private long endedNanos;

  /** A run of this program, to be performed as often as wanted. */
  public ActorRun(List<MapOperation> program) {
    this.program = program.toArray(MapOperation[]::new);
    this.answers = new @Nullable Object[this.program.length];
  }

  /** Performs the program on a map; what an earlier performance left is forgotten. */
  public void perform(Map<Integer, Integer> map) {
    Arrays.fill(answers, null);
    thrown = null;
    int step = 0;
    startedNanos = System.nanoTime();
    try {
      for (; step < program.length; step++) {
        answers[step] = program[step].perform(map);
      }
    } catch (Throwable any) { // a detection is an Error, and so is a broken map's stack overflow
      thrown = any;
    }
    endedNanos = System.nanoTime();
    completed = step;
  }

  /** How many operations answered. */
  public int completed() {
    return completed;
  }

  /** The answer of the operation at this step of the program. */
  public @Nullable Object answer(int step) {
    return answers[step];
  }

  /** Takes the place of a real answer, for histories made by hand. */
  public void answer(int step, @Nullable Object answer) {
    answers[step] = answer;
    completed = Math.max(completed, step + 1);
  }

  /** Takes the place of a throw at this step, for runs that another engine performed. */
  public void thrown(int step, Throwable throwable) {
    completed = step;
    thrown = throwable;
  }

  /** The throwable that ended the program, or null if it ran to its end. */
  public @Nullable Throwable thrown() {
    return thrown;
  }

  /** The operation that threw; only of a run that threw. */
  public MapOperation interrupted() {
    return program[completed];
  }

  /** {@link System#nanoTime} just before the first operation. */
  public long startedNanos() {
    return startedNanos;
  }

  /** {@link System#nanoTime} just after the last answer, or after the throw. */
  public long endedNanos() {
    return endedNanos;
  }

  /** The operation at this step, with its answer if it has one. */
  public String text(int step) {
    return step < completed ? program[step] + " = " + answers[step] : program[step].toString();
  }

  @Override
  public String toString() {
    return IntStream.range(0, program.length)
        .mapToObj(this::text)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
