package dev.flagrant.lincheck.engine;

import java.io.Serial;

/** Lincheck gave up on a race, not for an outcome of it; the message is Lincheck's report. */
public final class ExplorationException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  ExplorationException(String report) {
    super(report);
  }
}
