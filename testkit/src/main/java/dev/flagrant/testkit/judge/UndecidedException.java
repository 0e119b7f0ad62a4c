package dev.flagrant.testkit.judge;

import java.io.Serial;

/** The search for an order was given up; no outcome is known. */
public final class UndecidedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  UndecidedException() {
    super("no order was found, and not all were tried", null, false, false);
  }
}
