package dev.flagrant.conformance.junit;

import dev.flagrant.conformance.Level;

/** The second level: answers, and what iterations show by the rules of Go's specification. */
public abstract class IterationLevel extends TraceTests {
  /** For subclasses. */
  protected IterationLevel() {
    super(Level.ITERATION);
  }
}
