package dev.flagrant.testkit;

/** The six ways a trial can end; every trial ends in exactly one. */
public enum RaceOutcome {
  /** Some sequential order of the operations gives every answer and the end state. */
  CLEAN("as some sequential order"),
  /**
   * Some actor was told of the race, or who read the map afterwards; no actor met another
   * throwable.
   */
  DETECTED("the map told of the race"),
  /** Nobody was told, and no order gives the end state: its contents, its size or its structure. */
  LOST_UPDATE("end state no order gives"),
  /** Nobody was told, an order gives the end state, but none gives the answers with it. */
  TORN("answers no order gives"),
  /** An actor met a throwable that tells of no race, such as a {@code NullPointerException}. */
  JVM_EXCEPTION("a throwable that tells of no race"),
  /** An operation, or the reading of the end state, did not come back within its bound. */
  HANG("an operation did not come back");

  private final String meaning;

  RaceOutcome(String meaning) {
    this.meaning = meaning;
  }

  /** A few words for a legend. */
  public String meaning() {
    return meaning;
  }

  /** Whether the race did harm and nobody was told. */
  public boolean isSilentHarm() {
    return this == LOST_UPDATE || this == TORN;
  }

  /** Whether the trial broke in a way no map may break, raced or not. */
  public boolean isUnsafe() {
    return this == JVM_EXCEPTION || this == HANG;
  }
}
