package dev.flagrant.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.ResultsFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchCommandTest {
  @TempDir private Path folder = Path.of("");

  private final StringWriter output = new StringWriter();

  @ParameterizedTest
  @CsvSource({
    "--jdk no-such-folder, 'no-such-folder is no JDK'",
    "--gc zgc, '--gc: there is no ''zgc'''",
    "--only speeed, '--only: there is no ''speeed'''",
    "--peers TreeMap, 'there is no peer named TreeMap'",
    "--filter [, 'Unclosed character class'",
    "--heap -1, '--heap -1: it is a number of GiB'",
    "--report no-such-folder, 'there are no results that can be read in no-such-folder'",
  })
  void misuseIsOneLineAndExitStatusTwo(String arguments, String message) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(output.toString().lines().findFirst().orElse("")).contains(message);
    assertThat(output.toString()).doesNotContain("\tat ");
  }

  @Test
  void aRunWritesResultsAndThePageAndCanGoOn() throws IOException {
    String[] memoryOnly = {
      "--smoke", "--only", "memory", "--peers", "GoMap", "--out", folder.toString()
    };
    assertThat(run(memoryOnly)).as(output.toString()).isZero();
    Campaign campaign = ResultsFile.read(folder);
    assertThat(campaign.memory()).isNotEmpty();
    assertThat(campaign.timings()).isEmpty();
    assertThat(Files.readString(folder.resolve("performance.md"))).contains("### Memory");
    assertThat(output.toString()).contains("A smoke run: a look, not a result.");

    assertThat(run(memoryOnly)).as("the folder holds results already").isEqualTo(2);

    assertThat(
            run(
                "--smoke",
                "--only",
                "memory",
                "--peers",
                "GoMap",
                "--resume",
                "--out",
                folder.toString()))
        .isZero();
    assertThat(ResultsFile.read(folder).memory()).isEqualTo(campaign.memory());
    assertThat(ResultsFile.read(folder).notes()).anyMatch(note -> note.contains("--resume"));
  }

  @Test
  void theGuardsAreComparedInTurns() throws IOException {
    assertThat(run("--smoke", "--only", "check", "--filter", "hit", "--out", folder.toString()))
        .as(output.toString())
        .isZero();
    assertThat(ResultsFile.read(folder).timings())
        .extracting(timing -> timing.cell().variant())
        .containsExactly(
            "guard=none", "guard=go", "guard=atomic", "guard=stamp", "names-other-thread");
    assertThat(output.toString())
        .contains("| hit/long/equal/16 on ", "| atomic more than go | stamp more than go |");
  }

  private int run(String... arguments) {
    output.getBuffer().setLength(0);
    CommandLine command = BenchCommand.commandLine();
    PrintWriter writer = new PrintWriter(output);
    return command.setOut(writer).setErr(writer).execute(arguments);
  }
}
