package dev.flagrant.conformance.torture;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * Something that came out of a map and should not have.
 *
 * @param plan of the round
 * @param operation that did it
 * @param thrown what it threw, or for a hang where the thread stood
 */
record Finding(RoundPlan plan, String operation, Throwable thrown) {
  /** Where a thread was that did not come back. */
  static final class Hang extends Exception {
    private static final long serialVersionUID = 1L;

    Hang(Thread thread) {
      super("the thread " + thread.getName() + " did not come back; it stands here");
      setStackTrace(thread.getStackTrace());
    }
  }

  @Override
  public String toString() {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return "%s: %s%n%s".formatted(operation, plan, text);
  }
}
