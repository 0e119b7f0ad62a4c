package dev.flagrant.stress.run;

import java.io.Serial;

/** What was asked for cannot be run; the message is one line that says why. */
public final class UnusableException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** With a message for people. */
  public UnusableException(String message) {
    super(message);
  }
}
