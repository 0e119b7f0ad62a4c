package dev.flagrant.stress.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hung processes; a shell stands for JCStress, and what it starts for a JVM that runs a test. */
class WatchTest {

  private static final int KILLED = 137;

  @TempDir private Path folder = Path.of("");

  /** The exit status of a process that ends as the one does that it waits for. */
  private int statusUnder(Duration patience, String child) throws Exception {
    Process parent = new ProcessBuilder("sh", "-c", child + "; exit $?").start();
    Watch watch = new Watch(parent, patience, folder);
    try {
      assertThat(parent.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return parent.exitValue();
    } finally {
      watch.end();
      parent.descendants().forEach(ProcessHandle::destroyForcibly);
      parent.destroyForcibly();
    }
  }

  @Test
  void whatAProcessWaitsForIsEndedIfThatSaysNothingForTooLongAndANoteSaysWhy() throws Exception {
    assertThat(statusUnder(Duration.ZERO, "sleep 1000")).isEqualTo(KILLED);
    assertThat(folder.resolve(Watch.NOTE))
        .hasContent(
            "the watch ended 1 JVM of this run, as none had ended by itself for 0 minutes:"
                + " does the map hang?");
  }

  @Test
  void whatMayStillEndByItselfIsLeftAlone() throws Exception {
    assertThat(statusUnder(Duration.ofDays(1), "sleep 2")).isZero();
    assertThat(folder).isEmptyDirectory();
  }
}
