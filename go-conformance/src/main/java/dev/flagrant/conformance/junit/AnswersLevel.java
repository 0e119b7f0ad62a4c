package dev.flagrant.conformance.junit;

import dev.flagrant.conformance.Level;

/** The first level: what the operations answer. */
public abstract class AnswersLevel extends TraceTests {
  /** For subclasses. */
  protected AnswersLevel() {
    super(Level.ANSWERS);
  }
}
