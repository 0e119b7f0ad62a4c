package dev.flagrant.conformance;

/** A map under test at the second level: it can be iterated over, and changed meanwhile. */
public interface IterationSubject extends AnswersSubject {
  /** An iteration that has not begun. */
  Iteration range();

  /** Go's {@code for key, elem := range m}, by hand. */
  interface Iteration {
    /** Goes to the next entry and says whether there is one. Not called again after the end. */
    boolean next();

    /** The key of the entry at hand. */
    Key key();

    /** The elem of the entry at hand. */
    Long elem();
  }
}
