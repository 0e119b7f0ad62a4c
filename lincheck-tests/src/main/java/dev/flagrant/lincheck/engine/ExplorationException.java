package dev.flagrant.lincheck.engine;

import java.io.Serial;

/** A race could not be explored, and that is no outcome of it; the message says why. */
public final class ExplorationException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  ExplorationException(String message) {
    super(message);
  }
}
