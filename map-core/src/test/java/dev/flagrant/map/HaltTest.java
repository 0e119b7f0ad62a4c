package dev.flagrant.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.Held.Where;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A detection that ends the process as Go's does. */
class HaltTest {
  /** Races in a process with bystanders; what of it is printed and run is up to the map. */
  static final class Race {
    private Race() {}

    public static void main(String[] arguments) throws InterruptedException {
      CountDownLatch never = new CountDownLatch(1);
      for (int i = 0; i < 3; i++) {
        Thread idle = new Thread(() -> await(never), "bystander " + i);
        idle.setDaemon(true);
        idle.start();
      }
      Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook ran")));
      Held.Keys keys = new Held.Keys();
      GoMap<String, Integer> map =
          Boolean.getBoolean("test.halt")
              ? GoMap.<String>builder(keys).onDetection(Failure.HALT).build()
              : GoMap.make(keys);
      map.put("aa", 1);
      var unused =
          keys.hold(Where.EQUAL, "aa", "the writer", () -> map.put(DetectionTest.copy("aa"), 2));
      Thread other = new Thread(() -> race(map), "the other");
      other.start();
      other.join();
      System.out.println("survived");
    }

    private static void race(GoMap<String, Integer> map) {
      try {
        switch (System.getProperty("test.operation", "get")) {
          case "get" -> System.out.println(map.get("aa"));
          case "put" -> map.put("bb", 1);
          default -> map.forEach((k, v) -> {});
        }
      } catch (ConcurrentModificationError e) {
        System.out.println("thrown, other thread " + e.otherThread().isPresent());
      } finally {
        System.out.println("finally");
      }
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** While one thread prints, another one uses the map. */
  static final class Late {
    private Late() {}

    public static void main(String[] arguments) throws InterruptedException {
      Held.Keys keys = new Held.Keys();
      GoMap<String, Integer> map = GoMap.<String>builder(keys).onDetection(Failure.HALT).build();
      map.put("aa", 1);
      var unused =
          keys.hold(Where.EQUAL, "aa", "the writer", () -> map.put(DetectionTest.copy("aa"), 2));
      PrintStream err = System.err;
      System.setErr(
          new PrintStream(err) {
            @Override
            public void print(String text) {
              Thread late = new Thread(() -> use(map));
              late.start();
              try {
                late.join(500);
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              err.print(text);
            }
          });
      use(map);
    }

    private static void use(GoMap<String, Integer> map) {
      try {
        System.out.println("found " + map.get("aa"));
      } catch (ConcurrentModificationError e) {
        System.out.println("thrown");
      }
    }
  }

  @Test
  void noThreadGoesOnWhileAnotherEndsTheProcess() throws Exception {
    ForkedJvm.Outcome outcome = ForkedJvm.run(Late.class);

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("fatal error: concurrent map read and map write\n");
    assertThat(outcome.out()).isEmpty();
  }

  /** One thread prints the map, and so holds the stream, while another one is to print there. */
  static final class Printing {
    private Printing() {}

    public static void main(String[] arguments) throws InterruptedException {
      Held.Keys keys = new Held.Keys();
      GoMap<String, Integer> map = GoMap.<String>builder(keys).onDetection(Failure.HALT).build();
      map.put("aa", 1);
      var unused =
          keys.hold(Where.EQUAL, "aa", "the writer", () -> map.put(DetectionTest.copy("aa"), 2));
      CountDownLatch holding = new CountDownLatch(1);
      new Thread(
              () ->
                  System.err.printf(
                      "%s%n",
                      new Object() {
                        @Override
                        public String toString() {
                          holding.countDown();
                          while (map.size() > 0) { // until the map is dead
                            Thread.onSpinWait();
                          }
                          return "";
                        }
                      }))
          .start();
      holding.await();
      System.out.println(map.get("aa"));
    }
  }

  @Test
  void aThreadThatPrintsTheMapDoesNotKeepTheProcessAlive() throws Exception {
    ForkedJvm.Outcome outcome = ForkedJvm.run(Printing.class);

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("fatal error: concurrent map read and map write\n");
    assertThat(outcome.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-Ddev.flagrant.failure=halt, get, concurrent map read and map write, GoMap.get",
    "-Ddev.flagrant.failure=halt, put, concurrent map writes, GoMap.put",
    "-Dtest.halt=true, forEach, concurrent map iteration and map write, GoMap.forEach"
  })
  void theProcessEndsWithGosMessageAndTheStacksOfTheTwoThreadsOnly(
      String halt, String operation, String message, String method) throws Exception {
    ForkedJvm.Outcome outcome = ForkedJvm.run(Race.class, halt, "-Dtest.operation=" + operation);

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith("fatal error: " + message + "\n\n\"the other\" #")
        .containsSubsequence(
            "[running]:\n",
            method + "(",
            "\"the writer\" #",
            "[writing]:\n",
            "Held$Keys.equal(",
            "GoMap.put(")
        .doesNotContain("bystander", "\"main\"", "Finalizer", "Reference Handler");
    assertThat(outcome.out()).doesNotContain("hook ran", "finally", "survived", "thrown");
  }

  /** The module jdk.jfr may be missing, as in a runtime image made without it. */
  @Test
  void theProcessEndsAlsoWhereThereIsNoFlightRecorder() throws Exception {
    ForkedJvm.Outcome outcome =
        ForkedJvm.run(
            Race.class,
            "--limit-modules=java.base,java.instrument,java.management",
            "-Ddev.flagrant.failure=halt",
            "-Dtest.operation=put");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("fatal error: concurrent map writes\n");
  }

  @Test
  void byDefaultItIsThrownAndTheOtherThreadIsNotLookedFor() throws Exception {
    ForkedJvm.Outcome outcome = ForkedJvm.run(Race.class);
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.err()).doesNotContain("fatal error");
    assertThat(outcome.out().lines())
        .containsExactly("thrown, other thread false", "finally", "survived", "hook ran");
  }

  @Test
  void thePropertyMakesAllMapsNameTheOtherThread() throws Exception {
    ForkedJvm.Outcome outcome = ForkedJvm.run(Race.class, "-Ddev.flagrant.name-other-thread=true");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).startsWith("thrown, other thread true\n");
  }
}
