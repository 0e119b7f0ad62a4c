package dev.flagrant.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.harness.Flagrant;
import dev.flagrant.harness.subjects.ScriptedJdk;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What {@code flagrant stress} makes of runs, with JDKs that leave what others have recorded. */
class StressRunsTest {

  private static final Path RECORDED =
      Path.of("../stress-tests/src/test/resources/dev/flagrant/stress/verdict").toAbsolutePath();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path home = Path.of("");

  private int stress(String... arguments) {
    CommandLine command = Flagrant.commandLine();
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return command.execute(
        Stream.concat(Stream.of("stress"), Stream.of(arguments)).toArray(String[]::new));
  }

  private int raceOn(Path... jdks) {
    List<String> arguments =
        new ArrayList<>(
            List.of("--mode=smoke", "--tests=readwrite.PutGet$", "--out=" + home.resolve("runs")));
    for (Path jdk : jdks) {
      arguments.add("--jdk=" + jdk);
    }
    return stress(arguments.toArray(String[]::new));
  }

  /** Each time that tests are run it leaves the results of the next of these recorded runs. */
  private Path jdkThatLeaves(String version, String... recorded) throws IOException {
    StringBuilder script = new StringBuilder("set -- `ls jcstress-results-*`\ncase $# in\n");
    for (int round = 0; round < recorded.length; round++) {
      script.append(
          "%d) cp '%s'/*.bin.gz jcstress-results-%d.bin.gz ;;\n"
              .formatted(round, RECORDED.resolve(recorded[round]), round));
    }
    return ScriptedJdk.make(home.resolve(version), version, script + "esac\n");
  }

  @Test
  void twoJdksOfOneReleaseAreRefusedAsTheirResultsWouldCountAsOnes() throws IOException {
    Path good = jdkThatLeaves("17.0.1", "good");
    Path idle = jdkThatLeaves("17.0.2");
    assertThat(raceOn(good, idle)).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString())
        .isEqualTo(
            "flagrant: --jdk: two of them are jdk17, and their results would count as one's;"
                + " run %s by itself%n",
            idle);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aJdkThatLeavesNothingIsNotMadeUpForByAnother() throws IOException {
    assertThat(raceOn(jdkThatLeaves("17.0.1", "good"), jdkThatLeaves("25.0.1")))
        .isEqualTo(ExitStatus.NOT_MET);
    assertThat(out.toString()).containsSubsequence("jdk17", ": met", "jdk25", ": NOT MET");
  }

  @Test
  void aJdkThatIsTooOldIsRefused() throws IOException {
    Path old = jdkThatLeaves("16.0.2", "good");
    assertThat(raceOn(old)).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).isEqualTo("flagrant: %s is a JDK 16; it must be 17 or newer%n", old);
  }

  @Test
  void whatHasShownTooLittleIsRunAgainAndMayMendIt() throws IOException {
    assertThat(raceOn(jdkThatLeaves("17.0.1", "silent", "good"))).isEqualTo(ExitStatus.MET);
    assertThat(out.toString()).containsOnlyOnce("again, for too little was shown: 1 test");
  }

  @Test
  void whatShowsTooLittleIsRunThreeTimesAndNoMore() throws IOException {
    assertThat(raceOn(jdkThatLeaves("17.0.1", "silent", "silent", "silent", "good")))
        .isEqualTo(ExitStatus.NOT_MET);
    assertThat(out.toString().split("again, for too little was shown: 1 test")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"good, 0", "silent, 1", "forbidden, 1", "'', 1"})
  void theExitStatusSaysWhetherAllIsMet(String name, int status) {
    assertThat(stress("--merge", RECORDED.resolve(name).toString())).isEqualTo(status);
    assertThat(out.toString()).contains(status == 0 ? ": met" : ": NOT MET");
  }
}
