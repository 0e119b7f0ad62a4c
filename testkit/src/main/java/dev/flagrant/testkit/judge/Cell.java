package dev.flagrant.testkit.judge;

import org.jspecify.annotations.Nullable;

/** What the map holds, or says it holds, for a key: a value from 0, or one of three others. */
final class Cell {

  /** No entry. */
  static final int ABSENT = -1;

  /** Something no program writes, such as an object of another class. */
  static final int FOREIGN = -2;

  /** Not asked for: a rule accepts anything in its place. */
  static final int ANY = -3;

  private Cell() {}

  /** The cell an answer of the map stands for. */
  static int of(@Nullable Object answer) {
    if (answer == null) {
      return ABSENT;
    }
    return answer instanceof Integer value && value >= 0 ? value : FOREIGN;
  }

  /** The cell in words. */
  static String text(int cell) {
    return switch (cell) {
      case ABSENT -> "nothing";
      case FOREIGN -> "something never written";
      case ANY -> "anything";
      default -> Integer.toString(cell);
    };
  }
}
