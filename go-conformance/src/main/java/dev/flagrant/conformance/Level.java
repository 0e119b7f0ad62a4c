package dev.flagrant.conformance;

import org.jspecify.annotations.Nullable;

/**
 * How much of a subject is compared with real Go. A subject that implements one implements those
 * before it; TRACE.md says where Go itself breaks the rules of the second.
 */
public enum Level {
  /** What the operations answer. */
  ANSWERS(1, AnswersSubject.class),
  /** And what iterations show, by the rules of Go's language specification. */
  ITERATION(2, IterationSubject.class),
  /** And the header and every bucket, and what iterations show in the very order of real Go. */
  STRUCTURE(3, StructureSubject.class);

  private final int number;
  private final Class<? extends AnswersSubject> type;

  Level(int number, Class<? extends AnswersSubject> type) {
    this.number = number;
    this.type = type;
  }

  /** What a subject of this level implements. */
  public Class<? extends AnswersSubject> type() {
    return type;
  }

  /** The number of the level, 1 to 3. */
  public int number() {
    return number;
  }

  /** The highest level that a subject can be compared at; null if there is no subject. */
  public static @Nullable Level highest(@Nullable AnswersSubject subject) {
    Level highest = null;
    for (Level level : values()) {
      highest = level.type.isInstance(subject) ? level : highest;
    }
    return highest;
  }

  /**
   * The level with a number.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Level numbered(int number) {
    if (number < 1 || number > values().length) {
      throw new IllegalArgumentException("there is no level " + number + "; it is 1, 2 or 3");
    }
    return values()[number - 1];
  }
}
