package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.ForkedJvm;
import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import java.io.IOException;
import java.util.BitSet;
import java.util.Iterator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Steps of an iteration that the stack is not enough for: the iteration stands where it stood, so
 * that no entry is passed over and none is shown twice.
 */
class ExhaustedIterationTest {
  /**
   * A growth begins with entry 417: over a map that is not growing, and over one that is. Where the
   * stack ends depends on what is compiled: interpreted, an access of the flags takes many calls.
   */
  @ParameterizedTest
  @CsvSource({"410, -Xmixed", "420, -Xmixed", "410, -Xint", "420, -Xint"})
  void aStepThatRunsOutOfStackHasNotBeenTaken(int size, String mode)
      throws IOException, InterruptedException {
    ForkedJvm.Outcome outcome =
        ForkedJvm.run(Recursions.class, mode, "-XX:-StackTraceInThrowable", "-Dtest.size=" + size);

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out())
        .isEqualTo(
            """
            Go: the stack was enough
            Java: the stack was enough
            Go: all
            Java: all
            """);
  }

  static final class Recursions {
    private Recursions() {}

    public static void main(String[] args) throws InterruptedException {
      GoMap<Integer, Integer> map = new GoMap<>();
      for (int key = 0; key < Integer.getInteger("test.size"); key++) {
        map.put(key, key);
      }
      new GoSteps(map).runWithStack();
      new JavaSteps(map).runWithStack();
      new GoSteps(map).runInThread();
      new JavaSteps(map).runInThread();
    }
  }

  private abstract static class Steps extends EndOfStack {
    private final String name;
    private final Integer[] shown;
    private int count;

    Steps(String name, int size) {
      this.name = name;
      this.shown = new Integer[size];
    }

    /** What is done while there is stack; told how many keys have been taken. */
    abstract void prepare(int taken);

    abstract Integer take();

    abstract boolean hasEnded();

    @Override
    final void step() {
      Integer key = take();
      shown[count] = key;
      count++;
    }

    @Override
    public void run() {
      while (count < shown.length) {
        prepare(count);
        step(count);
      }
      BitSet keys = new BitSet();
      for (Integer key : shown) {
        keys.set(key);
      }
      boolean all = hasEnded() && keys.cardinality() == shown.length;
      String answer = all ? "all" : keys.cardinality() + " of " + shown.length;
      boolean tried = inVain() >= 4 * shown.length;
      System.out.println(name + ": " + (tried ? answer : "the stack was enough"));
    }
  }

  private static final class GoSteps extends Steps {
    private final GoMapIterator<Integer, Integer> it;

    /** Whether {@code next} was done before the stack ended, in the call of {@code key}. */
    private boolean atKey;

    GoSteps(GoMap<Integer, Integer> map) {
      super("Go", map.size());
      it = map.range();
    }

    @Override
    void prepare(int taken) {}

    @Override
    Integer take() {
      if (!atKey) {
        boolean found = it.next();
        atKey = found;
      }
      Integer key = it.key();
      atKey = false;
      return key;
    }

    @Override
    boolean hasEnded() {
      return !it.next();
    }
  }

  private static final class JavaSteps extends Steps {
    private final Iterator<Integer> keys;

    JavaSteps(GoMap<Integer, Integer> map) {
      super("Java", map.size());
      keys = map.keySet().iterator();
    }

    @Override
    void prepare(int taken) {
      if (taken % 2 == 0) { // so that the end of the stack is sometimes in the rest of next
        boolean unused = keys.hasNext();
      }
    }

    @Override
    Integer take() {
      return keys.next();
    }

    @Override
    boolean hasEnded() {
      return !keys.hasNext();
    }
  }
}
