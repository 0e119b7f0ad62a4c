package dev.flagrant.lincheck.protocol;

import java.util.function.BiFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;

/** One event of a thread's program: what it does to memory, and to the thread. */
sealed interface Event {
  /** What a drawing calls the event. */
  String text();

  /** The word or cell that the event is about. */
  int location();

  /** A load; the thread goes on as {@code then} says. */
  record Load(String text, int location, BiFunction<Local, Integer, Local> then) implements Event {}

  /** A store of a value that the thread computes from what it has loaded. */
  record Store(String text, int location, ToIntFunction<Local> value) implements Event {}

  /**
   * An atomic update, which waits until the thread's stores have been drained; the thread goes on
   * with the value from before it.
   */
  record Update(
      String text, int location, IntUnaryOperator change, BiFunction<Local, Integer, Local> then)
      implements Event {}
}
