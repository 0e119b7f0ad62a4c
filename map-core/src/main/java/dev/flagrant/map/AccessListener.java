package dev.flagrant.map;

/**
 * Told of every access to a map before it happens, at the places where Go's runtime informs its
 * race detector ({@code raceenabled}). It is called on the accessing thread and may be called by
 * several threads at once. What it throws passes through to the caller of the map, which is
 * unharmed.
 */
public interface AccessListener {
  /** What is about to happen to the map. */
  enum Operation {
    /** A lookup. */
    READ,
    /** An assignment, a deletion or a clear. */
    WRITE,
    /** The start or a step of an iteration. */
    ITERATE
  }

  /**
   * One access.
   *
   * @param map the map
   * @param operation what is about to happen
   * @param thread the thread it happens on, which is the current one
   */
  void onAccess(GoMap<?, ?> map, Operation operation, Thread thread);
}
