package dev.flagrant.conformance.gotests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.flagrant.map.ConcurrentModificationError;
import dev.flagrant.map.ConcurrentModificationError.Kind;
import dev.flagrant.map.GoMap;
import dev.flagrant.testkit.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The map part of Go's {@code runtime/crash_test.go}. Go skips these tests unless asked to run
 * them, because a race need not be noticed in one run; here a program is run until it is, and the
 * number of runs is bounded and printed.
 */
class CrashTest {
  private static final int MAX_PROCESSES = 100;
  private static final int MAX_RUNS = 5000;
  private static final int EXIT_STATUS = 2;
  private static final ChildJvm.Ended NOTHING_NOTICED = new ChildJvm.Ended(0, "", "");

  /** The programs yield 20,000 times, each time to all that wants the processors. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Test
  @DisplayName("TestConcurrentMapWrites")
  void concurrentMapWrites() throws IOException, InterruptedException {
    assertEndsTheProcess(ConcurrentMapProgram.CONCURRENT_MAP_WRITES, Kind.WRITES);
  }

  @Test
  @DisplayName("TestConcurrentMapReadWrite")
  void concurrentMapReadWrite() throws IOException, InterruptedException {
    assertEndsTheProcess(ConcurrentMapProgram.CONCURRENT_MAP_READ_WRITE, Kind.READ_AND_WRITE);
  }

  @Test
  @DisplayName("TestConcurrentMapIterateWrite")
  void concurrentMapIterateWrite() throws IOException, InterruptedException {
    assertEndsTheProcess(
        ConcurrentMapProgram.CONCURRENT_MAP_ITERATE_WRITE, Kind.ITERATION_AND_WRITE);
  }

  /** The same within one process, where the map throws instead. */
  @ParameterizedTest
  @CsvSource({
    "CONCURRENT_MAP_WRITES, WRITES",
    "CONCURRENT_MAP_READ_WRITE, READ_AND_WRITE",
    "CONCURRENT_MAP_ITERATE_WRITE, ITERATION_AND_WRITE"
  })
  void aRaceIsThrownInAThreadThatTakesPart(ConcurrentMapProgram program, Kind kind)
      throws InterruptedException {
    for (int run = 1; run <= MAX_RUNS; run++) {
      List<Throwable> thrown = program.run();
      assertThat(thrown)
          .allSatisfy(
              cause ->
                  assertThat(cause)
                      .isInstanceOfSatisfying(
                          ConcurrentModificationError.class,
                          error -> assertThat(error.kind()).isEqualTo(kind))
                      .hasMessage(kind.message()));
      if (!thrown.isEmpty()) {
        System.out.printf("%s: thrown in run %d of at most %d%n", program, run, MAX_RUNS);
        return;
      }
    }
    fail(program + ": not noticed in " + MAX_RUNS + " runs");
  }

  /** The known bad: without a guard the same programs end as if nothing had happened. */
  @Test
  void aMapWithoutAGuardEndsNoProcess() throws IOException, InterruptedException {
    assertThat(run(ConcurrentMapProgram.CONCURRENT_MAP_READ_WRITE, "none"))
        .isEqualTo(NOTHING_NOTICED);
  }

  private static void assertEndsTheProcess(ConcurrentMapProgram program, Kind kind)
      throws IOException, InterruptedException {
    for (int process = 1; process <= MAX_PROCESSES; process++) {
      ChildJvm.Ended ended = run(program, "go");
      if (ended.status() == 0) {
        assertThat(ended).isEqualTo(NOTHING_NOTICED);
        continue; // not noticed this time
      }
      String printed = ended.errors();
      assertThat(printed).startsWith("fatal error: " + kind.message() + System.lineSeparator());
      assertThat(ended.status()).isEqualTo(EXIT_STATUS);
      assertThat(printed).containsAnyOf("\"writer\"", "\"other\"").doesNotContain("\"main\"");
      System.out.printf("%s: ended process %d of at most %d%n", program, process, MAX_PROCESSES);
      return;
    }
    fail(program + ": ended none of " + MAX_PROCESSES + " processes");
  }

  private static ChildJvm.Ended run(ConcurrentMapProgram program, String guard)
      throws IOException, InterruptedException {
    return ChildJvm.with("-Ddev.flagrant.failure=halt", "-Ddev.flagrant.guard=" + guard)
        .onClassPath(classPath())
        .run(PATIENCE, ConcurrentMapProgram.class, List.of(program.name()));
  }

  private static String classPath() {
    return Stream.of(GoMap.class, ConcurrentMapProgram.class)
        .map(CrashTest::whereItLies)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String whereItLies(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return Path.of(URI.create(source.getLocation().toString())).toString();
  }
}
