package dev.flagrant.testkit.judge;

import java.util.Arrays;

/**
 * A smallest part of a history that no order explains: without any one of its answers or end cells
 * some order explains the rest. It is the shortest honest answer to "what is wrong here?".
 */
final class AnswerCore {

  private final int[][] answers;
  private final int[] end;

  /** Drops from a history no order explains whatever is not needed for that. */
  AnswerCore(OrderSearch orders, int[][] answers, int[] end) {
    this.answers = Arrays.stream(answers).map(int[]::clone).toArray(int[][]::new);
    this.end = end.clone();
    shrink(orders, this.end); // first: two answers that contradict each other say more
    for (int[] row : this.answers) {
      shrink(orders, row);
    }
  }

  private void shrink(OrderSearch orders, int[] row) {
    for (int i = 0; i < row.length; i++) {
      int cell = row[i];
      row[i] = Cell.ANY;
      if (isExplained(orders)) {
        row[i] = cell;
      }
    }
  }

  private boolean isExplained(OrderSearch orders) {
    try {
      return orders.explains(answers, end);
    } catch (UndecidedException e) {
      return true; // kept: the core is then not the smallest, but still unexplained
    }
  }

  boolean needsAnswer(int actor, int step) {
    return answers[actor][step] != Cell.ANY;
  }

  boolean needsEnd(int key) {
    return end[key] != Cell.ANY;
  }
}
