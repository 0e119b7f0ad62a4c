package dev.flagrant.benchmarks.measure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The processes that this one starts and the files it gives them, neither of which outlives it:
 * also where this process is told to end, all are ended and removed.
 */
final class Children {
  private static final String PREFIX = "flagrant-bench";
  private static final Set<Path> TEMPORARY = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(Children::endAll, "flagrant: end of the measuring processes"));
  }

  private Children() {}

  /** A file for one of them. */
  static Path file(String suffix) throws IOException {
    return remembered(Files.createTempFile(PREFIX, suffix));
  }

  /** A folder for one of them. */
  static Path folder() throws IOException {
    return remembered(Files.createTempDirectory(PREFIX));
  }

  private static Path remembered(Path path) {
    TEMPORARY.add(path);
    return path;
  }

  /**
   * Runs a process to its end, and gives its exit status. If this thread is interrupted, the
   * process is ended.
   *
   * @throws MeasurementException if this thread is interrupted
   */
  static int run(ProcessBuilder command) throws IOException {
    Process process = command.start();
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MeasurementException("interrupted", e);
    } finally {
      end(process.toHandle());
    }
  }

  /** Removes a file, or a folder of files; what cannot be removed is left to the system. */
  static void remove(Path path) {
    File[] files = path.toFile().listFiles();
    for (File file : files == null ? new File[0] : files) {
      var unused = file.delete();
    }
    var unused = path.toFile().delete();
    TEMPORARY.remove(path);
  }

  /** All of them, those that JMH has started too. */
  private static void endAll() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    TEMPORARY.forEach(Children::remove);
  }

  private static void end(ProcessHandle process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
