package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.ForkedJvm;
import dev.flagrant.map.GoMap;
import dev.flagrant.map.KeyTypes;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Writes that the stack is not enough for: the error passes through, nobody is told of a race, a
 * write is done as a whole or not at all, and the map works on.
 */
class ExhaustedWritesTest {
  /** Where the stack ends depends on what is compiled, and what is put in place. */
  private enum Mode {
    INTERPRETED("-Xint"),
    COMPILED_BY_C1,
    MIXED("-XX:TieredStopAtLevel=4"),
    ALL_CALLS_MADE(
        "-XX:TieredStopAtLevel=4",
        "-Xcomp",
        "-XX:CompileCommand=quiet",
        "-XX:CompileCommand=compileonly,dev.flagrant.map.*::*",
        "-XX:CompileCommand=dontinline,dev.flagrant.map.*::*");

    final List<String> options;

    Mode(String... options) {
      this.options = List.of(options);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWriteThatRunsOutOfStackIsNoRaceAndLeavesAWholeMap(Mode mode)
      throws IOException, InterruptedException {
    requireWhole(mode, "go");
  }

  @ParameterizedTest
  @ValueSource(strings = {"atomic", "stamp"})
  void soItIsUnderTheGuardsWhoseUpdatesAreAtomic(String guard)
      throws IOException, InterruptedException {
    requireWhole(Mode.ALL_CALLS_MADE, guard);
  }

  private static void requireWhole(Mode mode, String guard)
      throws IOException, InterruptedException {
    Stream<String> options =
        Stream.of("-XX:-StackTraceInThrowable", "-Ddev.flagrant.guard=" + guard);

    ForkedJvm.Outcome outcome =
        ForkedJvm.run(
            Recursions.class, Stream.concat(mode.options.stream(), options).toArray(String[]::new));

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out())
        .isEqualTo(
            """
            to load the classes: the stack was enough
            ordinary: whole
            chained: whole
            flood: whole
            """);
  }

  static final class Recursions {
    private Recursions() {}

    public static void main(String[] args) throws InterruptedException {
      new Writes("to load the classes", Recursions::colliding).runWithStack();
      new Writes("ordinary", key -> key).runInThread();
      new Writes("chained", Chained::new).runInThread();
      new Writes("flood", Recursions::colliding).runInThread();
    }

    /** Strings with one {@code hashCode}. */
    private static Object colliding(int number) {
      StringBuilder text = new StringBuilder();
      for (int bit = 0; bit < 9; bit++) {
        text.append((number >>> bit & 1) == 0 ? "Aa" : "BB");
      }
      return text.toString();
    }
  }

  /** Keys of which many share a chain. No record, whose methods are made when they are called. */
  private static final class Chained {
    private final int number;

    Chained(int number) {
      this.number = number;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Chained chained && chained.number == number;
    }

    @Override
    public int hashCode() {
      return number % 2;
    }
  }

  /**
   * Fills a map, thins it out, and so on; each write is taken from the end of the stack upwards.
   */
  private static final class Writes extends EndOfStack {
    private static final int KEYS = 60; // a growth begins with entry 53
    private static final int WRITES = 500;

    private final String name;
    private final IntFunction<Object> keyOf;
    private final Random random = new Random(1);
    private final GoMap<Object, Integer> map =
        GoMap.<Object>builder(KeyTypes.objects()).seed(1).build();
    private final Map<Object, Integer> model = new HashMap<>();
    private Write write = Write.CLEAR;
    private Object key = "";
    private Integer elem = 0;

    private enum Write {
      PUT,
      REMOVE,
      CLEAR
    }

    Writes(String name, IntFunction<Object> keyOf) {
      this.name = name;
      this.keyOf = keyOf;
    }

    @Override
    void step() {
      if (write == Write.PUT) {
        map.put(key, elem);
      } else if (write == Write.REMOVE) {
        map.remove(key);
      } else {
        map.clear();
      }
    }

    @Override
    public void run() {
      for (int i = 0; i < WRITES; i++) {
        boolean filling = i / (2 * KEYS) % 2 == 0;
        int chance = random.nextInt(1_000);
        boolean put = chance < (filling ? 750 : 250);
        write = chance == 999 ? Write.CLEAR : put ? Write.PUT : Write.REMOVE;
        key = keyOf.apply(random.nextInt(KEYS));
        elem = i;
        step(i);
        if (write == Write.PUT) {
          model.put(key, elem);
        } else if (write == Write.REMOVE) {
          model.remove(key);
        } else {
          model.clear();
        }
        Invariants.check(map);
      }
      String answer = map.equals(model) ? "whole" : "not what was put in";
      // One a write is the descent's own; how many more there are is up to what HotSpot compiles.
      System.out.println(name + ": " + (inVain() > 2 * WRITES ? answer : "the stack was enough"));
    }
  }
}
