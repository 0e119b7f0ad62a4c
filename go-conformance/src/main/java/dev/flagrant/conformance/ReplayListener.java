package dev.flagrant.conformance;

/** Told of what {@link Conformance} does. */
@FunctionalInterface
public interface ReplayListener {
  /** A trace has been replayed. */
  void done(Outcome outcome);

  /**
   * A trace is being replayed. Told about once a second.
   *
   * @param operations how many of its operations have begun
   */
  default void underWay(Trace trace, long operations) {}
}
