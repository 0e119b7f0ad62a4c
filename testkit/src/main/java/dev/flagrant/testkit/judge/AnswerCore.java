package dev.flagrant.testkit.judge;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A small part of a history that no order explains: without any one of its answers or end cells
 * some order explains the rest. It is the shortest honest answer to "what is wrong here?".
 */
final class AnswerCore {

  /** Less than for a judgement: many questions are asked for one explanation. */
  private static final int PATIENCE = 1_000;

  private final int[][] answers;
  private final int[] end;

  private AnswerCore(int[][] answers, int[] end) {
    this.answers = Arrays.stream(answers).map(int[]::clone).toArray(int[][]::new);
    this.end = end.clone();
  }

  /**
   * Drops from a history no order explains what is not needed for that. What is left depends on the
   * order of dropping, so two are tried.
   */
  static AnswerCore of(OrderSearch orders, int[][] answers, int[] end) {
    AnswerCore early = new AnswerCore(answers, end);
    early.shrink(orders, false);
    AnswerCore late = new AnswerCore(answers, end);
    late.shrink(orders, true);
    return late.size() < early.size() ? late : early;
  }

  private void shrink(OrderSearch orders, boolean keepLate) {
    shrink(orders, end, keepLate); // first: answers that contradict each other say more
    for (int[] row : answers) {
      shrink(orders, row, keepLate);
    }
  }

  private void shrink(OrderSearch orders, int[] row, boolean keepLate) {
    for (int count = 0; count < row.length; count++) {
      int i = keepLate ? count : row.length - 1 - count;
      int cell = row[i];
      row[i] = Cell.ANY;
      if (isExplained(orders)) {
        row[i] = cell;
      }
    }
  }

  private boolean isExplained(OrderSearch orders) {
    try {
      return orders.explains(answers, end, PATIENCE);
    } catch (UndecidedException e) {
      return true; // kept: the core is then not the smallest, but still unexplained
    }
  }

  private long size() {
    return Arrays.stream(answers).mapToLong(AnswerCore::needed).sum() + needed(end);
  }

  private static long needed(int[] row) {
    return IntStream.of(row).filter(cell -> cell != Cell.ANY).count();
  }

  boolean needsAnswer(int actor, int step) {
    return answers[actor][step] != Cell.ANY;
  }

  boolean needsEnd(int key) {
    return end[key] != Cell.ANY;
  }
}
