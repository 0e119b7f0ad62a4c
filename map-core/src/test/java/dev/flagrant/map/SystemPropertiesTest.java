package dev.flagrant.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.Held.Where;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the system properties choose, and what is said of a value that is none. */
class SystemPropertiesTest {
  /** Uses a map. */
  static final class Uses {
    private Uses() {}

    public static void main(String[] arguments) {
      System.out.println(new GoMap<>(Map.of("a", 1)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dev.flagrant.guard=nonsense | there is no such guard; it is one of go, plain, volatile, atomic, stamp, none",
        "dev.flagrant.guard= | there is no such guard; it is one of go, plain, volatile, atomic, stamp, none",
        "dev.flagrant.failure=explode | it is one of throw, halt",
        "dev.flagrant.name-other-thread=yes | it is one of true, false"
      })
  void aValueThatIsNoneIsNamedInOneLineWithTheOnesThereAre(String property, String advice)
      throws Exception {
    ForkedJvm.Outcome outcome = ForkedJvm.run(Uses.class, "-D" + property);
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines())
        .filteredOn(line -> line.contains(property))
        .singleElement()
        .asString()
        .endsWith("IllegalArgumentException: " + property + ": " + advice);
  }

  @ParameterizedTest
  @CsvSource({
    "dev.flagrant.guard=go",
    "dev.flagrant.guard=plain",
    "dev.flagrant.guard=volatile",
    "dev.flagrant.guard=atomic",
    "dev.flagrant.guard=stamp",
    "dev.flagrant.failure=throw",
    "dev.flagrant.failure=halt",
    "dev.flagrant.name-other-thread=false"
  })
  void aValueThatThereIsIsTaken(String property) throws Exception {
    ForkedJvm.Outcome outcome = ForkedJvm.run(Uses.class, "-D" + property);
    assertThat(outcome).isEqualTo(new ForkedJvm.Outcome(0, "{a=1}\n", ""));
  }

  /** Does without a guard what a map does with one, and what only a map with one notices. */
  static final class Unguarded {
    private Unguarded() {}

    public static void main(String[] arguments) {
      for (MapDifferentialTest.Kind kind : MapDifferentialTest.Kind.values()) {
        Differential.run(kind.map(7), kind.keys, 7, 4_000);
      }
      System.out.println("same");

      Held.Keys keys = new Held.Keys();
      int[] heard = {0};
      GoMap<String, Integer> map =
          GoMap.<String>builder(keys)
              .namesOtherThread(true)
              .listener((listened, operation, thread) -> heard[0]++)
              .build();
      map.put("aa", 1);
      Held writer =
          keys.hold(Where.EQUAL, "aa", "writer", () -> map.put(DetectionTest.copy("aa"), 2));
      map.put("bb", 2);
      Throwable thrown = map.get("bb") == 2 && map.range().next() ? writer.release() : new Error();
      map.clear();
      print(thrown, heard[0], map);
    }

    private static void print(@Nullable Throwable thrown, int heard, Map<?, ?> map) {
      System.out.println("thrown " + thrown + ", heard " + heard + ", " + map);
    }
  }

  @Test
  void withoutAGuardMapsAnswerTheSameAndNoticeNothing() throws Exception {
    ForkedJvm.Outcome outcome = ForkedJvm.run(Unguarded.class, "-Ddev.flagrant.guard=none");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines()).containsExactly("same", "thrown null, heard 0, {}");
    assertThat(outcome.exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"go", "plain", "volatile", "atomic", "stamp"})
  void withAnyTheyAnswerTheSameAndTheProgramIsStopped(String guard) throws Exception {
    ForkedJvm.Outcome outcome = ForkedJvm.run(Unguarded.class, "-Ddev.flagrant.guard=" + guard);
    assertThat(outcome.out().lines()).containsExactly("same");
    assertThat(outcome.err()).contains("ConcurrentModificationError: concurrent map writes");
    assertThat(outcome.exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"go", "atomic"})
  void aReaderDoesNotNoticeAWriteThatOvertakesIt(String guard) throws Exception {
    ForkedJvm.Outcome outcome = ForkedJvm.run(Overtaken.class, "-Ddev.flagrant.guard=" + guard);
    assertThat(outcome).isEqualTo(new ForkedJvm.Outcome(0, "lookup: null\niteration: null\n", ""));
  }

  @Test
  void withAStampItDoes() throws Exception {
    ForkedJvm.Outcome outcome = ForkedJvm.run(Overtaken.class, "-Ddev.flagrant.guard=stamp");
    String error = ConcurrentModificationError.class.getName();
    assertThat(outcome.out().lines())
        .containsExactly(
            "lookup: " + error + ": concurrent map read and map write",
            "iteration: " + error + ": concurrent map iteration and map write");
  }

  /** Overtakes a lookup, and the start of an iteration, by a whole write of another thread. */
  static final class Overtaken {
    private Overtaken() {}

    public static void main(String[] arguments) {
      Held.Keys keys = new Held.Keys();
      GoMap<String, Integer> map = GoMap.<String>builder(keys).build();
      map.put("aa", 1);
      Held reader = keys.hold(Where.EQUAL, "aa", "reader", () -> map.get(DetectionTest.copy("aa")));
      map.put("bb", 2);
      System.out.println("lookup: " + reader.release());
      System.out.println("iteration: " + iteration());
    }

    private static @Nullable Throwable iteration() {
      AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
      GoMap<String, Integer> map =
          GoMap.builder(KeyTypes.strings())
              .random(
                  () -> {
                    meanwhile.getAndSet(() -> {}).run();
                    return 0;
                  })
              .build();
      map.put("aa", 1);
      meanwhile.set(() -> CompletableFuture.runAsync(() -> map.put("bb", 2)).join());
      try {
        map.range().next();
        return null;
      } catch (ConcurrentModificationError detection) {
        return detection;
      }
    }
  }
}
