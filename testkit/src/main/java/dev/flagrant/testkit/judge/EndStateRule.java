package dev.flagrant.testkit.judge;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether some order of the operations leaves a given end state, whatever the answers.
 *
 * <p>An order is built from its end. At each point the cells of some keys are <em>settled</em>: a
 * later operation sets them. An actor's last operation not yet placed can go in front if every
 * unsettled cell it sets gets what the end state holds there; a clear goes in front key by key.
 * Placing settles cells and so only allows more, hence taking operations greedily finds an order if
 * there is one. What is unsettled when all are placed must be as the prepared map was.
 */
final class EndStateRule {

  private final History history;
  private final int[] remaining;
  private final boolean[] settled;
  private boolean moved;

  EndStateRule(History history) {
    this.history = history;
    this.remaining = new int[history.actors()];
    this.settled = new boolean[history.keys.size()];
  }

  /** Whether some order leaves these cells; {@link Cell#ANY} agrees with every value. */
  boolean allows(int[] end) {
    Arrays.fill(settled, false);
    for (int actor = 0; actor < remaining.length; actor++) {
      remaining[actor] = history.length(actor);
    }
    do {
      moved = false;
      for (int actor = 0; actor < remaining.length; actor++) {
        while (remaining[actor] > 0 && place(actor, remaining[actor] - 1, end)) {
          remaining[actor]--;
          moved = true;
        }
      }
    } while (moved);
    return IntStream.of(remaining).allMatch(left -> left == 0) && unsettledAreInitial(end);
  }

  private boolean place(int actor, int step, int[] end) {
    switch (history.kinds[actor][step]) {
      case PUT, REMOVE -> {
        int key = history.operands[actor][step];
        if (!settled[key] && !agrees(end[key], history.values[actor][step])) {
          return false;
        }
        settle(key);
      }
      case CLEAR -> {
        boolean all = true;
        for (int key = 0; key < settled.length; key++) {
          if (!settled[key] && agrees(end[key], Cell.ABSENT)) {
            settle(key);
          }
          all &= settled[key];
        }
        return all;
      }
      case GET, ITERATE -> {}
    }
    return true;
  }

  private void settle(int key) {
    moved |= !settled[key];
    settled[key] = true;
  }

  private boolean unsettledAreInitial(int[] end) {
    for (int key = 0; key < settled.length; key++) {
      if (!settled[key] && !agrees(end[key], history.initial[key])) {
        return false;
      }
    }
    return true;
  }

  private static boolean agrees(int wanted, int held) {
    return wanted == held || wanted == Cell.ANY;
  }

  /** Says what of an end state no order leaves: one key if one alone is impossible. */
  String explain(int[] end) {
    int[] only = new int[end.length];
    Arrays.fill(only, Cell.ANY);
    for (int key = 0; key < end.length; key++) {
      only[key] = end[key];
      if (!allows(only)) {
        return "key %d ends with %s, expected %s"
            .formatted(history.keys.key(key), Cell.text(end[key]), possible(key, only));
      }
      only[key] = Cell.ANY;
    }
    return "no order leaves these entries together";
  }

  private String possible(int key, int[] only) {
    List<String> values =
        IntStream.concat(
                IntStream.of(history.initial[key]),
                IntStream.range(0, history.actors()).flatMap(actor -> written(actor, key)))
            .distinct()
            .filter(
                value -> {
                  only[key] = value;
                  return allows(only);
                })
            .mapToObj(Cell::text)
            .toList();
    return String.join(" or ", values);
  }

  private IntStream written(int actor, int key) {
    return IntStream.range(0, history.length(actor))
        .filter(step -> history.sets(actor, step, key))
        .map(step -> history.values[actor][step]);
  }
}
