package dev.flagrant.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.flagrant.benchmarks.model.Cell;
import dev.flagrant.benchmarks.model.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program of real Go is compiled as Go does by default, and notices that a map went wrong. */
class GoProgramTest {
  private static final Effort.Sampling SHORT = new Effort.Sampling(1, 0, 1, 1);

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void thereIsAGo() throws IOException {
    assumeThat(Fork.status(List.of("sh", "-c", "command -v go")))
        .as("there is a go on the path")
        .isZero();
  }

  /** Each of these ends the compiler that goes by it. */
  @ParameterizedTest
  @CsvSource({"GOFLAGS, -nosuchflag", "GOAMD64, v9", "GOEXPERIMENT, nosuchexperiment"})
  void whatIsSetForOtherProgramsDoesNotReachTheCompiler(String variable, String value)
      throws IOException {
    assertThat(statusOfABuildWith(variable, value)).isZero();
  }

  @Test
  void whatIsSetInGosOwnFileDoesNotReachTheCompiler() throws IOException {
    Path file = Files.writeString(folder.resolve("env"), "GOFLAGS=-nosuchflag\n");
    assertThat(statusOfABuildWith("GOENV", file.toString())).isZero();
  }

  private int statusOfABuildWith(String variable, String value) throws IOException {
    List<String> command = new ArrayList<>(List.of(Jdk.current().java().toString()));
    command.addAll(Fork.main(GoProgramTest.class));
    ProcessBuilder build = new ProcessBuilder(command).redirectErrorStream(true);
    build.environment().put(variable, value);
    return Children.run(build.redirectOutput(folder.resolve("output").toFile()));
  }

  /** In the other JVM: builds the program and runs it. */
  public static void main(String[] args) {
    try (GoProgram program = GoProgram.build().orElseThrow()) {
      assertThat(program.platform().runtime()).startsWith("Go 1.");
    }
  }

  /** Each adds an entry to a map that is not the first of its crowd. */
  @ParameterizedTest
  @CsvSource({
    "update, 's/maps.i..key. = int64.i./&; maps[1][s.key(absent(1))] = 0/'",
    "churn, 's/delete(m, /owners[slots-1][s.key(absent(1 << 20))] = 0; &/'",
  })
  void aWrongEntryInAnyMapIsNoticed(String workload, String edit) throws IOException {
    Path compiler = folder.resolve("go");
    Files.writeString(
        compiler,
        """
        #!/bin/sh
        [ "$1" != build ] || sed -i '%s' workloads.go
        exec go "$@"
        """
            .formatted(edit));
    assertThat(compiler.toFile().setExecutable(true)).isTrue();
    try (GoProgram program = GoProgram.build(compiler.toString()).orElseThrow()) {
      Platform platform = program.platform();
      Cell cell = new Cell(workload, "long", "equal", 16, GoProgram.PEER, platform, Cell.PLAIN);
      assertThatThrownBy(() -> program.time(cell, SHORT))
          .isInstanceOf(MeasurementException.class)
          .hasMessageContaining("a map has lost or gained entries");
    }
  }
}
