package dev.flagrant.stress.run;

import dev.flagrant.stress.verdict.Counted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * Ends the JVMs under a JCStress that has said nothing for too long: JCStress itself waits for a
 * hung map for ever. It then counts them as failed, and goes on with the next test. Why they failed
 * JCStress cannot know, so that a note is left for the verdict.
 */
final class Watch {

  /** In the folder of a run: a line for each time that JVMs were ended. */
  static final String NOTE = "watch.txt";

  private static final long PERIOD_MILLIS = 500;

  /** What JCStress says of a JVM that was ended forcibly: 128 and the number of SIGKILL. */
  private static final String KILLED = "Failed with error code 137";

  private final Process process;
  private final Duration patience;
  private final Path note;
  private final Thread thread;
  private volatile long lastOutput = System.nanoTime();

  /** Over a process, until that ends; the folder is that of the run. */
  Watch(Process process, Duration patience, Path folder) {
    this.process = process;
    this.patience = patience;
    this.note = folder.resolve(NOTE);
    this.thread = new Thread(this::watch, "flagrant: watch over JCStress");
    thread.setDaemon(true);
    thread.start();
  }

  void sawOutput() {
    lastOutput = System.nanoTime();
  }

  void end() {
    thread.interrupt();
  }

  private void watch() {
    try {
      while (process.isAlive()) {
        Thread.sleep(PERIOD_MILLIS);
        if (System.nanoTime() - lastOutput > patience.toNanos()) {
          List<ProcessHandle> hung = process.descendants().toList();
          if (!hung.isEmpty()) {
            leaveNote(hung.size()); // first, as the run may be over with the last of them
            hung.forEach(ProcessHandle::destroyForcibly);
          }
          sawOutput();
        }
      }
    } catch (InterruptedException e) {
      // the run is over
    }
  }

  private void leaveNote(int hung) {
    String line =
        "the watch ended %s of this run, as none had ended by itself for %s: does the map hang?%n"
            .formatted(Counted.of(hung, "JVM"), Counted.of(patience.toMinutes(), "minute"));
    try {
      Files.writeString(note, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      // A disk that is full is no reason to let a map hang; JCStress still tells of the failure.
    }
  }

  /**
   * The results of a run, where those of JVMs that were killed say so if the watch did that.
   *
   * @throws IOException if its note cannot be read
   */
  static List<TestResult> explained(List<TestResult> results, Path folder) throws IOException {
    Path note = folder.resolve(NOTE);
    if (!Files.exists(note)) {
      return results;
    }
    String why = String.join("; ", new LinkedHashSet<>(Files.readAllLines(note)));
    return results.stream()
        .map(result -> result.getMessages().contains(KILLED) ? killed(result, why) : result)
        .toList();
  }

  private static TestResult killed(TestResult result, String why) {
    TestResult explained = new TestResult(result.status());
    explained.setConfig(result.getConfig());
    explained.addMessage(KILLED + ": " + why);
    return explained;
  }
}
