package dev.flagrant.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.harness.Flagrant;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What {@code flagrant lincheck} answers. */
class LincheckCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine command = Flagrant.commandLine();
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] all = new String[arguments.length + 1];
    all[0] = "lincheck";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return command.execute(all);
  }

  @Test
  void theTableNeedsNoMap() {
    assertThat(run("--table")).isEqualTo(ExitStatus.MET);
    assertThat(out.toString())
        .contains("| write/write | `go` | SC | 6,264 | 1,708 | 2,396 | 2,160 |");
  }

  @Test
  void aMapThatLosesUpdatesInSilenceDoesNotMeetTheRequirement() {
    assertThat(
            run(
                "--map=java.util.HashMap",
                "--scenario=^put/put same key",
                "--interleavings=200",
                "--require-no-silence",
                "--trace"))
        .isEqualTo(ExitStatus.NOT_MET);
    assertThat(out.toString())
        .contains("exploring java.util.HashMap: 1 scenarios")
        .contains("The following interleaving leads to the error");
  }

  @Test
  void aSoundMapMeetsIt() {
    assertThat(
            run(
                "--map=java.util.concurrent.ConcurrentHashMap",
                "--scenario=^put/put same key",
                "--interleavings=200",
                "--require-no-silence"))
        .isEqualTo(ExitStatus.MET);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--map=no.such.Map | class no.such.Map is not found; is its jar or folder on --classpath?",
        "--scenario=nonsense | --scenario: no scenario matches 'nonsense'; see flagrant check --list",
        "--interleavings=0 | --interleavings: 0 is not positive",
        "--operations=-1 | --operations: -1 is not positive",
        "--threads=1 | --threads: a race takes 2 or more, not 1"
      })
  void aMistakeIsOneLine(String argument, String line) {
    assertThat(run(argument)).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString().lines()).containsExactly("flagrant: " + line);
  }
}
