package dev.flagrant.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A temporary folder and the program that runs in it. Both are gone when it is closed, and when the
 * process is ended before.
 */
final class ScratchFolder implements AutoCloseable {
  private final Path path;
  private final Thread atExit = new Thread(this::abandon, "flagrant: deletes a temporary folder");
  private volatile @Nullable Process running;

  private ScratchFolder(Path path) {
    this.path = path;
  }

  /**
   * A new folder.
   *
   * @throws IOException if there can be none; the message says why
   */
  static ScratchFolder make(String prefix) throws IOException {
    Path path;
    try {
      path = Files.createTempDirectory(prefix);
    } catch (IOException e) {
      throw new IOException(
          "no folder can be made in "
              + System.getProperty("java.io.tmpdir")
              + ", which java.io.tmpdir names: "
              + e,
          e);
    }
    ScratchFolder folder = new ScratchFolder(path);
    Runtime.getRuntime().addShutdownHook(folder.atExit);
    return folder;
  }

  /** Where it is. */
  Path path() {
    return path;
  }

  /**
   * How a program ended.
   *
   * @param output what it wrote to its output and error streams
   */
  record Finished(int status, String output) {}

  /** Runs a program in the folder. */
  Finished run(List<String> command) throws IOException {
    ProcessBuilder builder = builder(path, command);
    // What Go makes there while it builds goes with the folder.
    builder.environment().put("GOTMPDIR", path.toString());
    Process process = builder.start();
    running = process;
    return finish(process);
  }

  /** Runs a program that needs no folder. */
  static Finished runAnywhere(List<String> command) throws IOException {
    return finish(builder(Path.of("."), command).start());
  }

  private static ProcessBuilder builder(Path folder, List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    // The program has no dependencies: nothing is to be looked for on the network.
    builder.environment().put("GOFLAGS", "-mod=mod");
    builder.environment().put("GOPROXY", "off");
    return builder;
  }

  private static Finished finish(Process process) throws IOException {
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Finished(process.waitFor(), output);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      var unused = Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      return; // The process is ending: the other thread deletes it.
    }
    delete();
  }

  /** Ends the program and deletes the folder as far as that can be done. */
  private void abandon() {
    Process process = running;
    try {
      if (process != null) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        var unused = process.destroyForcibly().waitFor();
      }
      delete();
    } catch (IOException | InterruptedException e) {
      // There is nobody left to be told.
    }
  }

  private void delete() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      files.sorted(Comparator.reverseOrder()).forEach(ScratchFolder::delete);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
