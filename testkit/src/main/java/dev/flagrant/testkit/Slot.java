package dev.flagrant.testkit;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * One actor's place in a trial, from which a scenario makes its program.
 *
 * @param actor the actor's number, from 0
 * @param actors how many actors the trial has
 */
public record Slot(int actor, int actors) {

  /**
   * Operations of one trial, over all actors: enough that short operations overlap, and few enough
   * that the judge can always tell whether some order explains them.
   */
  private static final int OPERATIONS = 48;

  private static final int VALUES_PER_ACTOR = 1_000;

  /** How many operations an actor makes where two actors would make {@code wanted} each. */
  public int burst(int wanted) {
    return Math.max(1, Math.min(wanted, OPERATIONS / actors));
  }

  /** A program of {@link #burst} operations, made from their indices. */
  public List<MapOperation> repeat(int wanted, IntFunction<? extends MapOperation> operation) {
    return IntStream.range(0, burst(wanted)).<MapOperation>mapToObj(operation).toList();
  }

  /** The value this actor writes in its given step: no other actor or step writes it. */
  public Integer value(int step) {
    return VALUES_PER_ACTOR * (actor + 1) + step;
  }
}
