package dev.flagrant.benchmarks.measure;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.flagrant.benchmarks.model.Cell;
import dev.flagrant.benchmarks.model.Latency;
import dev.flagrant.benchmarks.model.Platform;
import dev.flagrant.benchmarks.model.ScalePoint;
import dev.flagrant.benchmarks.model.Timing;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same workloads on the maps of real Go, built by the {@code go} on the path. */
public final class GoProgram implements AutoCloseable {
  /** Its name among the peers. */
  public static final String PEER = "Go";

  private static final List<String> SOURCES =
      List.of("main.go", "numbers.go", "workloads.go", "micro.go", "latency.go", "scaling.go");

  /** What a user has set for other programs would have this one compiled in another way. */
  private static final Map<String, String> DEFAULTS =
      Map.of("GOENV", "off", "GOFLAGS", "", "GOAMD64", "v1", "GOEXPERIMENT", "");

  private final String go;
  private final Path folder;

  private GoProgram(String go, Path folder) {
    this.go = go;
    this.folder = folder;
  }

  /**
   * Builds it.
   *
   * @return nothing if there is no {@code go} on the path
   * @throws MeasurementException if there is, and it does not build the program
   */
  public static Optional<GoProgram> build() {
    return build("go");
  }

  /** The same by another command. */
  static Optional<GoProgram> build(String go) {
    try {
      if (Children.run(command(List.of(go, "version")).redirectOutput(Redirect.DISCARD)) != 0) {
        return Optional.empty();
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    try {
      GoProgram program = new GoProgram(go, Children.folder());
      try {
        program.compile();
      } catch (IOException | RuntimeException e) {
        program.close();
        throw e;
      }
      return Optional.of(program);
    } catch (IOException e) {
      throw new MeasurementException("the Go program could not be built: " + e.getMessage(), e);
    }
  }

  /** A command of Go's, by Go's defaults; what it says to be wrong is part of its output. */
  public static ProcessBuilder command(List<String> words) {
    ProcessBuilder command = new ProcessBuilder(words).redirectErrorStream(true);
    command.environment().putAll(DEFAULTS);
    return command;
  }

  private void compile() throws IOException {
    List<String> words = new ArrayList<>(List.of(go, "build", "-o", "measure"));
    for (String source : SOURCES) {
      String resource = "/dev/flagrant/benchmarks/go/" + source;
      try (InputStream in = GoProgram.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IOException("there is no " + resource);
        }
        Files.copy(in, folder.resolve(source));
      }
      words.add(source);
    }
    Path said = folder.resolve("output");
    int status =
        Children.run(command(words).directory(folder.toFile()).redirectOutput(said.toFile()));
    if (status != 0) {
      throw new IOException(
          "%s build ended with exit status %d: %s"
              .formatted(go, status, Files.readString(said).strip()));
    }
  }

  /** The version of Go. */
  public Platform platform() {
    return run("version", new TypeReference<>() {});
  }

  /** The cell of Go that a cell is compared with. */
  public static Cell counterpart(Cell cell, Platform go) {
    return cell.of(PEER).on(go);
  }

  /** Measures a cell, in as many processes as JMH has forks. */
  public Timing time(Cell cell, Effort.Sampling sampling) {
    List<Double> samples = new ArrayList<>();
    for (int fork = 0; fork < sampling.forks(); fork++) {
      samples.addAll(
          run(
                  "micro",
                  new TypeReference<Samples>() {},
                  cell.workload(),
                  cell.keys(),
                  cell.probes(),
                  cell.size(),
                  sampling.warmups(),
                  sampling.iterations(),
                  sampling.millis())
              .samples());
    }
    return new Timing(cell, sampling.forks(), samples);
  }

  private record Samples(
      String workload, String keys, String probes, int size, List<Double> samples) {}

  /** Measures single writes while a map grows. */
  public Latency putLatency(int entries, long intervalNanos) {
    return run("latency", new TypeReference<>() {}, entries, intervalNanos);
  }

  /** Measures a very large map. */
  public List<ScalePoint> scaling(List<Integer> steps) {
    return run("scaling", new TypeReference<>() {}, steps.toArray());
  }

  /** Key numbers, key texts and draws, in threes. */
  List<String> numbers(int count) {
    return run("numbers", new TypeReference<>() {}, count);
  }

  private <T> T run(String measurement, TypeReference<T> type, Object... arguments) {
    List<String> command = List.of(folder.resolve("measure").toString(), measurement);
    return Fork.run(command, type, arguments);
  }

  @Override
  public void close() {
    Children.remove(folder);
  }
}
