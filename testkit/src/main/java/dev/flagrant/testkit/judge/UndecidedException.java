package dev.flagrant.testkit.judge;

import java.io.Serial;

/** The search for an order was given up; no outcome is known. */
public final class UndecidedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  UndecidedException(int nodes) {
    super("no order found, and not all tried, after " + nodes + " steps", null, false, false);
  }
}
