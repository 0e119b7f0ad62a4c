package dev.flagrant.testkit.subjects;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Classes a person may name by mistake. */
public final class Unusable {

  private Unusable() {}

  /** Not a map at all. */
  public static final class NotAMap {}

  /** A map that cannot be made without an argument. */
  public static final class NeedsArgument extends HashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    /** Needs a capacity. */
    public NeedsArgument(int capacity) {
      super(capacity);
    }
  }

  /** A map that cannot be made at all. */
  public static final class ConstructorThrows extends HashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    /** Always fails. */
    public ConstructorThrows() {
      throw new IllegalStateException("no licence");
    }
  }

  /** A map whose class cannot even be initialised. */
  public static final class InitialiserThrows extends HashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    /** Fails when the class is initialised. */
    static final int BROKEN = Integer.parseInt("broken");
  }

  /** A map whose class throws an error when it is initialised. */
  public static final class InitialiserThrowsError extends HashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    /** Fails when the class is initialised. */
    static final int BROKEN = broken();

    private static int broken() {
      throw new AssertionError("no licence");
    }
  }

  /** A map that can be made once only. */
  public static final class MadeOnce extends HashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;
    private static final AtomicBoolean MADE = new AtomicBoolean();

    /** Fails the second time. */
    public MadeOnce() {
      if (MADE.getAndSet(true)) {
        throw new IllegalStateException("one is enough");
      }
    }
  }

  /** A map whose put throws a checked exception, which it does not declare. */
  public static final class ThrowsUndeclared extends HashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    @Override
    public Integer put(Integer key, Integer value) {
      throw Unusable.<RuntimeException>undeclared(new IOException("no disk"));
    }
  }

  // At run time the cast is none.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T undeclared(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /** An abstract map. */
  public abstract static class AbstractOne extends HashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;
  }

  /** A map that is never empty. */
  public static final class BornFull extends HashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    /** Puts an entry. */
    public BornFull() {
      super(Map.of(7, 7));
    }
  }

  /** A map that takes nothing. */
  public static final class ReadOnly extends HashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    @Override
    public Integer put(Integer key, Integer value) {
      throw new UnsupportedOperationException();
    }
  }

  /** A map nobody else can make. */
  static final class Hidden extends HashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    Hidden() {}
  }
}
