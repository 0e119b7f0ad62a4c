package dev.flagrant.map;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two threads used one map at the same time, at least one of them writing, and the map noticed.
 *
 * <p>This is what Go's runtime reports with {@code fatal error} before it ends the process. It is
 * an {@link Error} because there is nothing to retry: the contents of the map can no longer be
 * trusted. The map is dead from then on, and every later operation on it throws again, with the
 * first error as its {@linkplain #getCause() cause}.
 */
public final class ConcurrentModificationError extends Error {
  private static final long serialVersionUID = 1L;

  /** What was seen, in Go's words. */
  public enum Kind {
    /** A write met another write. */
    WRITES("concurrent map writes"),
    /** A lookup met a write. */
    READ_AND_WRITE("concurrent map read and map write"),
    /** An iteration met a write. */
    ITERATION_AND_WRITE("concurrent map iteration and map write"),
    /** An evacuation met a bucket that somebody else was evacuating. */
    BAD_MAP_STATE("bad map state");

    private final String message;

    Kind(String message) {
      this.message = message;
    }

    /** Go's message, without the {@code fatal error: } that Go prints before it. */
    public String message() {
      return message;
    }
  }

  /** The check that noticed. */
  public enum Site {
    /**
     * A writer's look at the flags before it changes anything: before it hashes the key, and under
     * the guards {@code atomic} and {@code stamp} once more when it sets its mark.
     */
    START,
    /** A writer's second look, when it is done and finds its own mark gone. */
    END,
    /** A lookup's look at the flags. */
    READ,
    /** A look at the flags by a step of an iteration. */
    ITERATE,
    /** An evacuation's look at the tophash bytes of the bucket it moves. */
    GROW
  }

  private final Kind kind;
  private final Site site;
  private final @Nullable OtherThread other;

  /**
   * Makes the report of one detection.
   *
   * @param kind what was seen
   * @param site which check saw it
   * @param cause the other thread, where it is known, or the first error of a dead map
   */
  public ConcurrentModificationError(Kind kind, Site site, @Nullable Throwable cause) {
    super(kind.message(), cause);
    this.kind = kind;
    this.site = site;
    this.other = cause instanceof OtherThread found ? found : null;
  }

  /** What was seen. */
  public Kind kind() {
    return kind;
  }

  /** The check that saw it. */
  public Site site() {
    return site;
  }

  /**
   * The thread that was writing, when the map was asked to know it. It is the last thread other
   * than the detecting one that began a write, and its stack as it was when this error was made: in
   * a race with three or more threads that need not be the very one whose mark was seen.
   */
  public Optional<OtherThread> otherThread() {
    return Optional.ofNullable(other);
  }

  /** The other side of a detected race: a thread's name and where it was. */
  public static final class OtherThread extends Throwable {
    private static final long serialVersionUID = 1L;

    private final String threadName;
    private final long threadId;

    /**
     * Takes the stack of a thread now.
     *
     * @param thread the thread that was writing; if it has ended, the stack is empty
     */
    public OtherThread(Thread thread) {
      super("the other thread: " + quoted(thread), null, false, true);
      this.threadName = thread.getName();
      this.threadId = thread.getId();
      setStackTrace(thread.getStackTrace());
    }

    private static String quoted(Thread thread) {
      return '"' + thread.getName() + "\" #" + thread.getId() + " [" + thread.getState() + ']';
    }

    /** The thread's name. */
    public String threadName() {
      return threadName;
    }

    /** The thread's identifier. */
    public long threadId() {
      return threadId;
    }
  }
}
