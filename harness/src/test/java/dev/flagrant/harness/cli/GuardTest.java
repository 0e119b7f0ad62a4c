package dev.flagrant.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.harness.Flagrant;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The check of the check: Go's map with its guard taken out is raced in a process of its own, as
 * the guard is chosen once for each, and must not pass.
 */
class GuardTest {

  private static final int PATIENCE_SECONDS = 90;

  private static String check(String guard, int expectedStatus)
      throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-Ddev.flagrant.guard=" + guard,
                "-cp",
                System.getProperty("java.class.path"),
                Flagrant.class.getName(),
                "check",
                "--no-progress",
                "--scenario=put/(put|get|iterate) while growing",
                "--time=1")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(output).isTrue();
    assertThat(process.exitValue()).as(output).isEqualTo(expectedStatus);
    assertThat(output).as("class path of %s entries", File.pathSeparator).contains("racing");
    return output;
  }

  @Test
  void withItsGuardGoMapPasses() throws Exception {
    assertThat(check("go", ExitStatus.MET))
        .contains("is fail-fast")
        .contains("expected fail-fast: met");
  }

  @Test
  void withoutItsGuardGoMapDoesNotPass() throws Exception {
    assertThat(check("none", ExitStatus.NOT_MET))
        .containsAnyOf("GoMap is silent", "GoMap is unsafe")
        .contains("expected fail-fast: NOT MET");
  }
}
