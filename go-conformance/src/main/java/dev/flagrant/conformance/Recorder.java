package dev.flagrant.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Records fresh traces, by building the Go program that comes with this package and running it. */
public final class Recorder implements AutoCloseable {
  /** The release of Go whose map this is about, as {@code go version} begins to name it. */
  public static final String GO_RELEASE = "go1.19";

  private static final int NOT_FOUND = 127;

  private final Path folder;
  private final Path program;

  private Recorder(Path folder, Path program) {
    this.folder = folder;
    this.program = program;
  }

  /**
   * What to record.
   *
   * @param kind the key and elem type
   * @param shape the kind of operation sequence, one of {@link #SHAPES}
   * @param operations about how many
   * @param seed chooses the operations
   * @param size a size in a sense of the shape's own, or 0 for its default
   * @param block operations from one full state to the next
   */
  public record Order(
      MapKind kind, String shape, long operations, long seed, long size, int block) {}

  /** The kinds of operation sequences. */
  public static final List<String> SHAPES =
      List.of("mixed", "grow", "churn", "iterate", "clear", "hints", "tombstones", "adversarial");

  /** What {@code go version} says, or nothing if there is no such program on the path. */
  public static Optional<String> goVersion() {
    try {
      Finished finished = run(Path.of("."), List.of("go", "version"));
      return finished.status() == 0 ? Optional.of(finished.output().strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Builds the recorder in a temporary folder.
   *
   * @throws IOException if that fails; the message says why
   */
  public static Recorder build() throws IOException {
    Path folder = Files.createTempDirectory("flagrant-recorder");
    for (Map.Entry<String, byte[]> file : Resources.of("recorder").entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    Path program = folder.resolve("recorder.bin");
    Finished built = run(folder, List.of("go", "build", "-o", program.toString(), "."));
    Recorder recorder = new Recorder(folder, program);
    if (built.status() != 0) {
      recorder.close();
      throw new IOException("go build of the recorder failed:\n" + built.output().strip());
    }
    return recorder;
  }

  /**
   * Records one trace.
   *
   * @throws IOException if that fails; the message says why
   */
  public Trace record(Order order) throws IOException {
    Path file = folder.resolve("fresh.trace");
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(options(order));
    command.addAll(List.of("-out", file.toString()));
    Finished finished = run(folder, command);
    if (finished.status() != 0) {
      throw new IOException("recording failed: " + finished.output().strip());
    }
    try {
      return Trace.read(String.join(" ", options(order)), Files.newInputStream(file));
    } finally {
      Files.delete(file);
    }
  }

  private static List<String> options(Order order) {
    return List.of(
        "-types",
        order.kind().typeNames(),
        "-shape",
        order.shape(),
        "-ops",
        Long.toString(order.operations()),
        "-seed",
        Long.toUnsignedString(order.seed()),
        "-size",
        Long.toString(order.size()),
        "-block",
        Integer.toString(order.block()));
  }

  /** Deletes the program. */
  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(Recorder::delete);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Finished(int status, String output) {}

  private static Finished run(Path folder, List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    // The program has no dependencies: nothing is to be looked for on the network.
    builder.environment().put("GOFLAGS", "-mod=mod");
    builder.environment().put("GOPROXY", "off");
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Finished(process.waitFor(), output);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      return new Finished(NOT_FOUND, "interrupted");
    }
  }
}
