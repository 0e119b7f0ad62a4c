package dev.flagrant.conformance.cli;

import dev.flagrant.conformance.Conformance;
import dev.flagrant.conformance.Level;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The last lines of the command.
 *
 * @param subject the class of the factory
 */
record Summary(String subject, Level level, Conformance done) {
  void print(PrintWriter out, long nanos) {
    out.printf("subject            %s%n", subject);
    out.printf(
        "level              %d (%s)%n", level.number(), level.name().toLowerCase(Locale.ROOT));
    out.printf("traces             %,d%n", done.traces());
    out.printf(
        "operations         %,d in %.1f s%n",
        done.operations(), nanos / (double) TimeUnit.SECONDS.toNanos(1));
    if (level != Level.ANSWERS) {
      out.printf("iteration steps    %,d%n", done.steps());
      out.printf("known differences  %s%n", knownDifferences());
    }
    out.printf("verdict            %s%n", verdict());
    out.flush();
  }

  /** Below the third level it cannot be told which of Go's iterations a subject's differ from. */
  private String knownDifferences() {
    return String.format(
        level == Level.STRUCTURE
            ? "%,d iterations; Go 1.19 showed %,d entries after a clear had removed them"
            : "not counted; Go 1.19 showed %2$,d entries after a clear had removed them",
        done.knownDifferences(),
        done.ghosts());
  }

  private String verdict() {
    if (done.hung()) {
      return "hangs; what would have come after was not replayed";
    }
    return done.differing() == 0
        ? "does what Go does"
        : "differs in " + done.differing() + " traces";
  }
}
