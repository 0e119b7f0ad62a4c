package dev.flagrant.stress.iterateiterate;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Why Go sets the bits of an iteration with an atomic OR: two threads set one bit each of a word
 * that is no map's, first with a load and a store, then atomically.
 */
public final class OneBitEach {

  private static final int ONE = 1;
  private static final int OTHER = 2;

  private OneBitEach() {}

  /** Load, OR, store: the later store brings the word back to what it was for its own load. */
  @JCStressTest
  @Outcome(id = "3", expect = ACCEPTABLE, desc = "Both bits are there.")
  @Outcome(
      id = {"1", "2"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "A bit is lost: both loaded the word before either stored it.")
  @State
  public static class LoadAndStore extends Word {

    @Actor
    public void one() {
      WORD.setOpaque(this, (int) WORD.getOpaque(this) | ONE);
    }

    @Actor
    public void other() {
      WORD.setOpaque(this, (int) WORD.getOpaque(this) | OTHER);
    }

    @Arbiter
    public void left(I_Result r) {
      r.r1 = (int) WORD.getOpaque(this);
    }
  }

  /** One atomic instruction: nothing but both bits is acceptable. */
  @JCStressTest
  @Outcome(id = "3", expect = ACCEPTABLE, desc = "Both bits are there.")
  @State
  public static class AtomicOr extends Word {

    @Actor
    public void one() {
      WORD.getAndBitwiseOr(this, ONE);
    }

    @Actor
    public void other() {
      WORD.getAndBitwiseOr(this, OTHER);
    }

    @Arbiter
    public void left(I_Result r) {
      r.r1 = (int) WORD.getOpaque(this);
    }
  }

  /** The word of both tests. */
  abstract static class Word {
    static final VarHandle WORD;

    static {
      try {
        WORD = MethodHandles.lookup().findVarHandle(Word.class, "word", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    @SuppressWarnings("unused") // accessed through WORD
    private int word;
  }
}
