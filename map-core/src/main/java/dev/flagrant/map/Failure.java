package dev.flagrant.map;

/** What a map does with the process when it has detected a race. */
public enum Failure {
  /** Throws a {@link ConcurrentModificationError} in the thread that noticed. */
  THROW,
  /**
   * Ends the process as Go does: prints {@code fatal error: } and the message, then the stacks of
   * the threads involved and of no others, to standard error, and halts with exit status 2. No
   * shutdown hook runs and no {@code finally} block. A thread that uses the map meanwhile waits,
   * for some seconds at most.
   */
  HALT
}
