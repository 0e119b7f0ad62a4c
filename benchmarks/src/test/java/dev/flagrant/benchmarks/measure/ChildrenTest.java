package dev.flagrant.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is started ends with whoever started it, and nothing is left of it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChildrenTest {
  /** Writes its process id to the output of the process that started it, which stays open. */
  private static final List<String> LONG_MEASUREMENT =
      List.of("sh", "-c", "exec >/proc/$PPID/fd/1; echo $$; exec sleep 100");

  @TempDir private Path temporary = Path.of("");

  @Test
  @EnabledOnOs(OS.LINUX)
  void aTerminatedRunEndsItsMeasurementAndRemovesItsFiles() throws Exception {
    Process run =
        new ProcessBuilder(
                Jdk.current().java().toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                LongRun.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader output = run.inputReader()) {
      String pid = output.readLine();
      assertThat(pid).as("the measurement has begun").isNotNull();
      try {
        assertThat(temporary).isNotEmptyDirectory();
        run.toHandle().destroy(); // which, unlike its own destroy, leaves the output open
        assertThat(output.readLine()).as("the last to have the output open has ended").isNull();
      } finally {
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
      }
      run.waitFor();
      assertThat(temporary).isEmptyDirectory();
    } finally {
      run.destroyForcibly();
    }
  }

  /** A run that is measuring. */
  static final class LongRun {
    private LongRun() {}

    public static void main(String[] args) {
      Fork.run(LONG_MEASUREMENT, new TypeReference<String>() {});
    }
  }

  @Test
  void anInterruptedMeasurementIsEnded() throws Exception {
    ProcessHandle self = ProcessHandle.current();
    List<ProcessHandle> before = self.descendants().toList();
    FutureTask<Integer> measuring = new FutureTask<>(() -> Fork.status(List.of("sleep", "600")));
    Thread thread = new Thread(measuring);
    thread.start();
    thread.interrupt();
    assertThatThrownBy(measuring::get).hasRootCauseInstanceOf(InterruptedException.class);
    for (ProcessHandle each : self.descendants().toList()) {
      if (!before.contains(each)) {
        // It was killed, and this waits until it is gone.
        each.onExit().get(30, TimeUnit.SECONDS);
      }
    }
  }

  @Test
  void aFailedBuildSaysWhatTheCompilerSaidAndLeavesNothing() {
    String go =
        Path.of("src/test/resources/dev/flagrant/benchmarks/measure/go-that-does-not-build")
            .toAbsolutePath()
            .toString();
    String said =
        catchThrowableOfType(MeasurementException.class, () -> GoProgram.build(go)).getMessage();
    assertThat(said)
        .contains("go-that-does-not-build build ended with exit status 1")
        .contains("./main.go:1:1: expected 'package'");
    Path folder = Path.of(Pattern.compile(".* in ", Pattern.DOTALL).matcher(said).replaceFirst(""));
    assertThat(folder).isAbsolute().doesNotExist();
  }
}
