package dev.flagrant.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

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

/** The program of real Go is compiled as Go does by default. */
class GoProgramTest {
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
}
