package dev.flagrant.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records fresh traces, by building the Go program that comes with this package and running it. */
public final class Recorder implements AutoCloseable {
  /** The release of Go whose map this is about, as {@code go version} begins to name it. */
  public static final String GO_RELEASE = "go1.19";

  private final ScratchFolder folder;
  private final Path program;

  private Recorder(ScratchFolder folder) {
    this.folder = folder;
    this.program = folder.path().resolve("recorder.bin");
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

  /** Operations from one full state to the next, where nothing else is asked for. */
  public static final int BLOCK = 1 << 14;

  /** The kinds of operation sequences. */
  public static final List<String> SHAPES =
      List.of(
          "mixed",
          "grow",
          "churn",
          "iterate",
          "clear",
          "hints",
          "tombstones",
          "adversarial",
          "spanning");

  /** What {@code go version} says, or nothing if there is no such program on the path. */
  public static Optional<String> goVersion() {
    try {
      ScratchFolder.Finished finished = ScratchFolder.runAnywhere(List.of("go", "version"));
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
    Recorder recorder = new Recorder(ScratchFolder.make("flagrant-recorder"));
    try {
      recorder.compile();
      return recorder;
    } catch (IOException e) {
      recorder.close();
      throw e;
    }
  }

  private void compile() throws IOException {
    for (Map.Entry<String, byte[]> file : Resources.of("recorder").entrySet()) {
      Files.write(folder.path().resolve(file.getKey()), file.getValue());
    }
    ScratchFolder.Finished built =
        folder.run(List.of("go", "build", "-o", program.toString(), "."));
    if (built.status() != 0) {
      throw new IOException("go build of the recorder failed: " + built.output().strip());
    }
  }

  /**
   * Records one trace.
   *
   * @throws IOException if that fails; the message says why
   */
  public Trace record(Order order) throws IOException {
    Path file = folder.path().resolve("fresh.trace");
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(options(order));
    command.addAll(List.of("-out", file.toString()));
    ScratchFolder.Finished finished = folder.run(command);
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
    folder.close();
  }
}
