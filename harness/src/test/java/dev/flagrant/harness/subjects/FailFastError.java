package dev.flagrant.harness.subjects;

import java.io.Serial;

/** How {@link FailFastMap} tells of a race. */
public final class FailFastError extends Error {

  @Serial private static final long serialVersionUID = 1L;

  FailFastError(String message) {
    super(message);
  }
}
