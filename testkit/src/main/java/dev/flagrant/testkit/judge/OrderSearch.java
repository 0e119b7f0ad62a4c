package dev.flagrant.testkit.judge;

import java.nio.IntBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether some order of the operations gives every answer and the end state together.
 *
 * <p>Depth-first over the actors' next operations, each applied only where the map as it then is
 * gives the answer that was seen. These things keep it small:
 *
 * <ul>
 *   <li>An operation that changes nothing wherever it gives its answer, or whose key no other actor
 *       touches, is applied at once, with no branch: it does as well now as later.
 *   <li>Where there is a choice, a position is given up if some answer still to come needs a cell
 *       that the map does not hold and no waiting operation writes, or if what waits cannot leave
 *       the end state.
 *   <li>A position that failed is remembered.
 * </ul>
 *
 * <p>Only the cells of keys the programs name are followed: the others can only be cleared, which
 * {@link EndStateRule} has judged before.
 */
final class OrderSearch {

  /** Enough positions to look at for two actors, whose bursts need a few hundred. */
  static final int PATIENCE = 20_000;

  private final History history;
  private final SearchState start;
  private final boolean[][] alone;
  private final Set<IntBuffer> failed = new HashSet<>();
  private int[][] answers = {};
  private int[] end = {};
  private int left;

  OrderSearch(History history) {
    this.history = history;
    this.start = new SearchState(history);
    this.alone = new boolean[history.actors()][];
    for (int actor = 0; actor < alone.length; actor++) {
      alone[actor] = new boolean[history.length(actor)];
      for (int step = 0; step < alone[actor].length; step++) {
        alone[actor][step] = isAlone(actor, step);
      }
    }
  }

  private boolean isAlone(int actor, int step) {
    int key = history.operands[actor][step];
    for (int other = 0; other < history.actors(); other++) {
      for (int at = 0; other != actor && at < history.length(other); at++) {
        if (key < 0 || history.sets(other, at, key) || history.operands[other][at] == key) {
          return false;
        }
      }
    }
    return key >= 0;
  }

  /**
   * Whether some order gives these answers and leaves these cells.
   *
   * @param answers by actor and step; read only for operations that name a key
   * @param end by key
   * @param patience after how many positions the search is given up
   * @throws UndecidedException if it is given up
   */
  boolean explains(int[][] answers, int[] end, int patience) {
    this.left = patience;
    this.answers = answers;
    this.end = end;
    failed.clear();
    return search(start.copy());
  }

  private boolean search(SearchState state) {
    if (left-- == 0) {
      throw new UndecidedException();
    }
    takeFreeSteps(state);
    int waiting = 0;
    int choices = 0;
    int only = -1;
    for (int actor = 0; actor < history.actors(); actor++) {
      if (!state.isOver(actor)) {
        waiting++;
        if (canApply(actor, state)) {
          choices++;
          only = actor;
        }
      }
    }
    if (waiting == 0) {
      return reachesEnd(state);
    }
    if (choices == 1) {
      advance(only, state);
      return search(state);
    }
    return choices > 0 && !isHopeless(state) && branch(state);
  }

  private boolean branch(SearchState state) {
    IntBuffer position = state.position();
    if (failed.contains(position)) {
      return false;
    }
    for (int actor = 0; actor < history.actors(); actor++) {
      if (!state.isOver(actor) && canApply(actor, state)) {
        SearchState then = state.copy();
        advance(actor, then);
        if (search(then)) {
          return true;
        }
      }
    }
    failed.add(position);
    return false;
  }

  private void takeFreeSteps(SearchState state) {
    boolean moved;
    do {
      moved = false;
      for (int actor = 0; actor < history.actors(); actor++) {
        while (!state.isOver(actor) && isFree(actor, state)) {
          advance(actor, state);
          moved = true;
        }
      }
    } while (moved);
  }

  private boolean isFree(int actor, SearchState state) {
    int step = state.next(actor);
    if (alone[actor][step]) {
      return canApply(actor, state);
    }
    int key = state.nextOperand(actor);
    return changesNothing(actor, step)
        && (key < 0 || answers[actor][step] == Cell.ANY || state.holds(key, answers[actor][step]));
  }

  private boolean canApply(int actor, SearchState state) {
    int key = state.nextOperand(actor);
    return key < 0 || state.canFind(key, answers[actor][state.next(actor)]);
  }

  private void advance(int actor, SearchState state) {
    state.advance(actor, answers[actor][state.next(actor)]);
  }

  /** Whether the operation, wherever in an order it gives its answer, leaves the map as it is. */
  private boolean changesNothing(int actor, int step) {
    return switch (history.kinds[actor][step]) {
      case PUT, REMOVE -> answers[actor][step] == history.values[actor][step];
      case CLEAR -> false;
      case GET, ITERATE -> true;
    };
  }

  private boolean reachesEnd(SearchState state) {
    for (int key = 0; key < history.keys.named(); key++) {
      if (!state.canFind(key, end[key])) {
        return false;
      }
    }
    return true;
  }

  private boolean isHopeless(SearchState state) {
    for (int key = 0; key < history.keys.named(); key++) {
      if (!state.canEndAs(key, end[key])) {
        return true;
      }
    }
    for (int actor = 0; actor < history.actors(); actor++) {
      for (int step = state.next(actor); step < history.length(actor); step++) {
        int key = history.operands[actor][step];
        if (key >= 0 && !state.canBecome(key, answers[actor][step])) {
          return true;
        }
      }
    }
    return false;
  }
}
