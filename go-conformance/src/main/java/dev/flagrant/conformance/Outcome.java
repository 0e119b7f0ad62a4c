package dev.flagrant.conformance;

import java.util.Optional;

/**
 * What came of replaying one trace.
 *
 * @param trace the trace
 * @param command what replays to the same subject again
 * @param operations how many operations of the trace were done
 * @param steps how many steps of iterations are among them; an iteration that is run to its end is
 *     one operation of many steps
 * @param knownDifferences iterations that differ from Go 1.19's where it shows what it should not
 * @param ghosts entries that Go 1.19 showed after a clear had removed them
 * @param difference the first difference, if there is one
 * @param hung whether that is an operation that did not come back; it may be at it still, in a
 *     thread of its own
 */
public record Outcome(
    Trace trace,
    ReplayCommand command,
    long operations,
    long steps,
    long knownDifferences,
    long ghosts,
    Optional<Difference> difference,
    boolean hung) {
  /** Whether the subject did what Go did. */
  public boolean conforms() {
    return difference.isEmpty();
  }

  /** The report of the difference, as lines for people; empty if there is none. */
  public String report() {
    return difference
        .map(
            found ->
                String.format(
                    "%s: differs from %s at operation %d%n%s%n%n"
                        + "with Go 1.19, record it again and compare every state: %s %s",
                    trace.path(),
                    trace.goVersion(),
                    found.operation(),
                    found.text().stripTrailing(),
                    command.text(),
                    trace.recordAgain(found.operation())))
        .orElse("");
  }
}
