package dev.flagrant.harness.cli;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.flagrant.harness.Flagrant;
import dev.flagrant.harness.subjects.BadMaps;
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
        .startsWith("exploring java.util.HashMap: 1 scenario%n".formatted())
        .contains("The following interleaving leads to the error")
        .endsWith("required no silence: NOT MET (put/put same key)%n".formatted());
    assertThat(err.toString().lines())
        .singleElement(as(STRING))
        .matches("\\[1/1] put/put same key: 200 interleavings, .* silently wrong, 0 threw or hung");
  }

  @Test
  void aMapThatThrowsWhatTellsOfNoRaceDoesNotMeetItThoughItLosesNothing() {
    assertThat(
            run(
                "--map=dev.flagrant.harness.subjects.BadMaps$Throwing",
                "--scenario=^put/put same key",
                "--interleavings=200",
                "--require-no-silence"))
        .isEqualTo(ExitStatus.NOT_MET);
  }

  @Test
  void aScenarioStopsAtItsFirstHang() {
    assertThat(
            run(
                "--map=dev.flagrant.harness.subjects.BadMaps$Circular",
                "--scenario=^put/put same key",
                "--interleavings=200",
                "--require-no-silence"))
        .isEqualTo(ExitStatus.NOT_MET);
    assertThat(err.toString()).endsWith(" 0 silently wrong, 1 threw or hung%n".formatted());
  }

  @Test
  void aSoundMapMeetsIt() {
    assertThat(
            run(
                "--map=java.util.concurrent.ConcurrentHashMap",
                "--scenario=^put/put same key",
                "--interleavings=200",
                "--no-progress",
                "--require-no-silence"))
        .isEqualTo(ExitStatus.MET);
    assertThat(out.toString()).endsWith("required no silence: met%n".formatted());
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aMapThatCannotBePreparedIsNamedInOneLine() {
    String map = BadMaps.Small.class.getName();
    assertThat(run("--map=" + map, "--scenario=^put/put same key", "--no-progress"))
        .isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString().lines())
        .containsExactly(
            "flagrant: "
                + map
                + " cannot be explored: in scenario put/put same key it throws while one thread"
                + " prepares it: java.lang.IllegalStateException: full");
  }

  @Test
  void aMapThatIsAnotherUnderLincheckIsNamedInOneLine() {
    assertThat(run("--map=java.util.IdentityHashMap", "--scenario=^get/get$", "--no-progress"))
        .isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString().lines())
        .containsExactly(
            "flagrant: java.util.IdentityHashMap cannot be explored: in scenario get/get it does not"
                + " do alone, under Lincheck, what it does without it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--map=no.such.Map | class no.such.Map is not found; is its jar or folder on --classpath?",
        "--scenario=nonsense | --scenario: no scenario matches 'nonsense'; see flagrant check --list",
        "--interleavings=0 | Invalid value for option '--interleavings': "
            + "expected a whole number from 1 to 1000000000, not '0'",
        "--operations=-1 | Invalid value for option '--operations': "
            + "expected a whole number from 1 to 8, not '-1'",
        "--operations=100000 | Invalid value for option '--operations': "
            + "expected a whole number from 1 to 8, not '100000'",
        "--threads=1 | Invalid value for option '--threads': "
            + "expected a whole number from 2 to 16, not '1'",
        "--threads=1000 | Invalid value for option '--threads': "
            + "expected a whole number from 2 to 16, not '1000'",
        "--table --map=java.util.HashMap | "
            + "--table: it is of no map and takes no other option; leave out --map",
        "--threads=3 --table | "
            + "--table: it is of no map and takes no other option; leave out --threads"
      })
  void aMistakeIsOneLine(String argument, String line) {
    assertThat(run(argument.split(" ", -1))).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString().lines()).containsExactly("flagrant: " + line);
  }
}
