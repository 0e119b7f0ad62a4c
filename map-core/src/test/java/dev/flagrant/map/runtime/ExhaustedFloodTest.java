package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.ForkedJvm;
import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import dev.flagrant.map.KeyTypes;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A flood that the stack is not enough for, wherever it ends, and an iteration under way. */
class ExhaustedFloodTest {
  private static final String METHOD = "-XX:CompileCommand=exclude,dev.flagrant.map.runtime.";

  /** What marks a bucket is interpreted, and so needs more stack than what copies one. */
  @Test
  void theIterationShowsNothingThatIsGoneOrOutOfDate() throws IOException, InterruptedException {
    ForkedJvm.Outcome outcome =
        ForkedJvm.run(
            Floods.class,
            "-XX:-StackTraceInThrowable",
            "-XX:TieredStopAtLevel=4",
            "-XX:-TieredCompilation",
            "-XX:CompileCommand=quiet",
            METHOD + "TopHash::evacuatedTo",
            METHOD + "Bmaps::setTops",
            METHOD + "Bmaps::setTopsAt",
            METHOD + "Flood::mark*");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).isEqualTo("with stack: as it is\nwithout: as it is\n");
    assertThat(outcome.exit()).isZero();
  }

  static final class Floods extends EndOfStack {
    private static final int ROUNDS = 1_000;
    private static final int LIMIT = Flood.FULL_BUCKETS * Bmaps.BUCKET_CNT;

    private final String name;
    private GoMap<String, Integer> map = new GoMap<>();

    Floods(String name) {
      this.name = name;
    }

    public static void main(String[] args) throws InterruptedException {
      new Floods("with stack").runWithStack();
      new Floods("without").runInThread();
    }

    @Override
    void step() {
      map.put(colliding(LIMIT), LIMIT);
    }

    @Override
    public void run() {
      int wrong = 0;
      for (int round = 0; round < ROUNDS; round++) {
        map = GoMap.<String>builder(KeyTypes.objects()).seed(1).build();
        for (int i = 0; i < LIMIT; i++) {
          map.put(colliding(i), i);
        }
        GoMapIterator<String, Integer> it = map.range();
        boolean unused = it.next();

        step(round);

        map.remove(colliding(1));
        map.put(colliding(2), -2);
        while (it.next()) {
          wrong += it.elem().equals(map.get(it.key())) ? 0 : 1;
        }
        wrong += map.size() == LIMIT ? 0 : 1;
        Invariants.check(map);
      }
      boolean tried = inVain() >= ROUNDS || name.equals("with stack");
      String answer = wrong == 0 ? "as it is" : wrong + " entries are gone or out of date";
      System.out.println(name + ": " + (tried ? answer : "the stack was enough"));
    }

    /** Strings with one {@code hashCode}. */
    private static String colliding(int number) {
      StringBuilder text = new StringBuilder();
      for (int bit = 0; bit < 6; bit++) {
        text.append((number >>> bit & 1) == 0 ? "Aa" : "BB");
      }
      return text.toString();
    }
  }
}
