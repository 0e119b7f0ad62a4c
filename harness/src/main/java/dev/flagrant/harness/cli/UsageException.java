package dev.flagrant.harness.cli;

import java.io.Serial;

/** A mistake of the person at the command line; the message is one line that says what to do. */
final class UsageException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
