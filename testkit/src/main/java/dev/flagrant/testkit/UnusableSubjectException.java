package dev.flagrant.testkit;

import java.io.Serial;

/** A class that cannot be checked as a map; the message is one line for the person who named it. */
public final class UnusableSubjectException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** Says in one line what is wrong with the class. */
  public UnusableSubjectException(String message) {
    super(message);
  }
}
