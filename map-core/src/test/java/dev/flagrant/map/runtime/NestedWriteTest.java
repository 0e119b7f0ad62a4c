package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.ForkedJvm;
import dev.flagrant.map.GoMap;
import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A write whose key, in its hash, writes to the same map and catches that there is no stack: the
 * inner write may leave its mark with the note that it is over, after the outer one has looked.
 */
class NestedWriteTest {
  @ParameterizedTest
  @ValueSource(strings = {"go", "plain", "volatile", "atomic", "stamp"})
  void theMarkOfAWriteInsideOfTheHashThatIsOverIsNoRace(String guard)
      throws IOException, InterruptedException {
    ForkedJvm.Outcome outcome = ForkedJvm.run(Nested.class, "-Ddev.flagrant.guard=" + guard);

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .isEqualTo(
            """
            PUT: 5 entries, marked while it compares
            PUT_NEW: 6 entries, marked while it compares
            REMOVE: 4 entries, marked while it compares
            REMOVE_NOTHING: 5 entries, marked while it compares
            """);
    assertThat(outcome.exit()).isZero();
  }

  private enum Write {
    PUT(map -> map.put(FixedKey.at(1, 1), 7)),
    PUT_NEW(map -> map.put(FixedKey.at(1, 99), 7)),
    REMOVE(map -> map.remove(FixedKey.at(1, 1))),
    REMOVE_NOTHING(map -> map.remove(FixedKey.at(1, 99)));

    final Consumer<GoMap<FixedKey, Integer>> run;

    Write(Consumer<GoMap<FixedKey, Integer>> run) {
      this.run = run;
    }
  }

  static final class Nested {
    private Nested() {}

    public static void main(String[] args) {
      for (Write write : Write.values()) {
        FixedKeys keys = new FixedKeys();
        GoMap<FixedKey, Integer> map = keys.map();
        Structure.fill(map, 1, 0, 5);
        Hmap h = map;
        keys.onHash =
            () -> {
              keys.onHash = () -> {};
              h.flipWriting();
              h.unended = true;
            };
        int[] compared = {0};
        int[] marked = {0};
        keys.onEqual =
            () -> {
              compared[0]++;
              marked[0] += isMarked(h) && !h.unended ? 1 : 0;
            };

        write.run.accept(map);

        keys.quiet();
        boolean all = compared[0] > 0 && compared[0] == marked[0];
        System.out.printf(
            "%s: %s entries, %s%n",
            write, map.size(), all ? "marked while it compares" : "not always marked");
        if (isMarked(h) || h.unended) {
          throw new AssertionError("a mark or a note is left");
        }
        Invariants.check(map);
      }
    }

    private static boolean isMarked(Hmap h) {
      return (h.flags() & Flags.HASH_WRITING) != 0;
    }
  }
}
