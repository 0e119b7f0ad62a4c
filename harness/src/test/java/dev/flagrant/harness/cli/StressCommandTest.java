package dev.flagrant.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.harness.Flagrant;
import dev.flagrant.harness.subjects.ScriptedJdk;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command line of the stress tests, without running any. */
class StressCommandTest {

  private static final Path GOOD =
      Path.of("../stress-tests/src/test/resources/dev/flagrant/stress/verdict/good");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine command = Flagrant.commandLine();
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(arguments);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--tests=nothing-of-the-kind | no test of shard 1/1 matches 'nothing-of-the-kind'",
        "--tests=( | is no regular expression",
        "--mode=slow | 'slow' is none; it is smoke, quick, default or tough",
        "--shard=3/2 | '3/2': it is 1/n to n/n",
        "--shard=x | 'x': it is i/n, as in 2/8",
        "--jdk=no-such-folder | no-such-folder is no JDK",
        "--table | it needs --merge and the folders of runs",
        "--merge=no-such-folder | no-such-folder cannot be read",
        "--jvm-option=-Ddev.flagrant.guard=none-such | guard=none-such: there is no such guard;",
        "--jvm-option=-Dx=1 -Dy=2 | '-Dx=1 -Dy=2' has a space or a quote in it,",
        "--jvm-option=-Ddev.flagrant.failure=halt | would end each JVM at its first detection",
        "--jvm-option=-XX:+NoSuchOption | refuses -XX:+NoSuchOption: Unrecognized VM option",
        "--map=java.util.List | class java.util.List is not a java.util.Map",
        "--expect=thread-safe | --expect: Go's map is fail-fast",
        "--expect=quick | expected fail-fast, thread-safe or any, not 'quick'",
        "--detects=java.lang.String | --detects: class java.lang.String is not a Throwable"
      })
  void aMistakeIsNamedInOneLine(String option, String part) {
    assertThat(run("stress", option)).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).startsWith("flagrant: ").contains(part).hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void howTheMapIsSetIsSaidToTheJvmsThatRunTests() {
    System.setProperty("dev.flagrant.failure", "throw");
    try {
      assertThat(run("stress", "--list")).isEqualTo(ExitStatus.USAGE);
    } finally {
      System.clearProperty("dev.flagrant.failure");
    }
    assertThat(err.toString())
        .startsWith("flagrant: -Ddev.flagrant.failure: ")
        .contains("give it as --jvm-option=-Ddev.flagrant.failure=throw")
        .hasLineCount(1);
  }

  @Test
  void whatAJvmTakesFromItsEnvironmentIsNotWhatItRefuses(@TempDir Path home) throws IOException {
    Path jdk = ScriptedJdk.make(home.resolve("jdk"), "17.0.1", "");
    Files.writeString(
        jdk.resolve("bin").resolve("java"),
        """
        #!/bin/sh
        echo 'NOTE: Picked up JDK_JAVA_OPTIONS: -Xmx1g'
        echo 'Picked up JAVA_TOOL_OPTIONS: -Xmx1g'
        echo 'Unrecognized VM option'
        exit 1
        """);
    assertThat(run("stress", "--jdk=" + jdk, "--jvm-option=-XX:+Bad", "--tests=MarkedRead"))
        .isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString())
        .isEqualTo(
            "flagrant: --jvm-option: jdk17 refuses -XX:+Bad: Unrecognized VM option%n".formatted());
  }

  @ParameterizedTest
  @CsvSource({
    "--out, the name of the folder is empty",
    "--merge, the name of the folder is empty",
    "--jdk, the name of the folder is empty",
    "--jvm-option, it is empty"
  })
  void anEmptyValueIsRefused(String option, String words) {
    List<String> arguments = new ArrayList<>(List.of("stress", option, ""));
    if (!option.equals("--merge")) {
      arguments.add("--tests=nothing-of-the-kind"); // were it not refused, all would be run here
    }
    assertThat(run(arguments.toArray(String[]::new))).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).startsWith("flagrant: " + option + ": " + words).hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aFolderWithoutARunIsNoSuccess(@TempDir Path empty) {
    assertThat(run("stress", "--merge", empty.toString())).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("holds no run");
  }

  @Test
  void aFolderThatHoldsARunIsRefusedBeforeAnythingIsRun(@TempDir Path folder) throws IOException {
    Path earlier = Files.createDirectory(folder.resolve("1-jdk17"));
    Files.copy(GOOD.resolve("plan.json"), earlier.resolve("plan.json"));
    assertThat(run("stress", "--mode=smoke", "--tests=MarkedRead", "--out", folder.toString()))
        .isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString())
        .startsWith("flagrant: --out: " + folder + " holds results")
        .contains("name another folder")
        .hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenIsRefusedBeforeAnythingIsRun(@TempDir Path home)
      throws IOException {
    Path file = Files.writeString(home.resolve("file"), "");
    for (Path folder : List.of(file, file.resolve("below"), Path.of("/dev/null"))) {
      err.getBuffer().setLength(0);
      assertThat(run("stress", "--mode=smoke", "--tests=MarkedRead", "--out", folder.toString()))
          .isEqualTo(ExitStatus.USAGE);
      assertThat(err.toString())
          .startsWith("flagrant: --out: nothing can be written in " + folder)
          .contains("name another folder")
          .hasLineCount(1);
      assertThat(out.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--map=java.util.HashMap --mode=tough, '--map, --mode'",
    "--out=x, --out",
    "--list, --list",
    "--expect=any --table, --expect"
  })
  void whatSaysWhatToRunIsRefusedBesideAMerge(String more, String named) {
    List<String> arguments = new ArrayList<>(List.of("stress", "--merge", GOOD.toString()));
    arguments.addAll(List.of(more.split(" ")));
    assertThat(run(arguments.toArray(String[]::new))).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString())
        .startsWith("flagrant: --merge: ")
        .endsWith("; leave out " + named + System.lineSeparator())
        .hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aRunThatWasInterruptedBeforeItLeftAnythingIsNamedWithWhatToDo(@TempDir Path home)
      throws IOException {
    Files.copy(GOOD.resolve("plan.json"), home.resolve("plan.json"));
    assertThat(run("stress", "--merge", home.toString())).isEqualTo(ExitStatus.NOT_MET);
    assertThat(out.toString())
        .contains("never run")
        .endsWith(
            ("unfinished: %s has nothing of 2 tests; wait if it still goes on, else delete it and"
                    + " run it again%n")
                .formatted(home));
  }

  @Test
  void aReportOfOneTestIsWrittenAsOfOne() {
    Path silent = GOOD.resolveSibling("silent");
    assertThat(run("stress", "--merge", silent.toString())).isEqualTo(ExitStatus.NOT_MET);
    assertThat(out.toString())
        .contains(", 1 configuration; C2: ")
        .contains("0 of 1 test showed what it must: NOT MET");
  }

  @Test
  void aTableOfARecordedRunHasARowForEachOutcomeThatMustBeSeen() {
    assertThat(run("stress", "--table", "--merge", GOOD.toString())).isZero();
    assertThat(out.toString())
        .startsWith("| test | must be seen | times | jdk25 |")
        .containsPattern("\\| `readwrite.PutGet` \\| `DETECTED READ` \\| 3 \\| [1-9][0-9,]* \\|")
        .containsPattern("\\| `control.LockedPutGet` \\| `CLEAN` \\| 1,000 \\| [1-9][0-9,]* \\|")
        .doesNotContain("| - |");
  }

  @Test
  void theOutcomesOfAnotherMapAreThoseThatAreExpectedOfIt(@TempDir Path home) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(GOOD)) {
      for (Path file : files) {
        Files.copy(file, home.resolve(file.getFileName()));
      }
    }
    Path plan = home.resolve("plan.json");
    String gos = Files.readString(plan);
    String another =
        gos.replace("dev.flagrant.map.GoMap\",", "my.Map\", \"expect\" : \"fail-fast\",");
    assertThat(another).isNotEqualTo(gos);
    Files.writeString(plan, another);
    assertThat(run("stress", "--table", "--merge", home.toString())).isZero();
    assertThat(out.toString())
        .containsPattern("\\| `readwrite.PutGet` \\| `DETECTED.\\*` \\| 3 \\| [1-9][0-9,]* \\|")
        .contains("my.Map, smoke, jdk25, --expect fail-fast, --tests");
    Files.writeString(plan, another.replace("fail-fast", "thread-safe"));
    assertThat(run("stress", "--merge", home.toString())).isEqualTo(ExitStatus.NOT_MET);
    assertThat(out.toString()).contains("forbidden: DETECTED READ");
  }

  @Test
  void theTestsAreListedAndAnotherMapHasFewer() {
    assertThat(run("stress", "--list")).isZero();
    long all = out.toString().lines().count();
    assertThat(all).isGreaterThanOrEqualTo(20);
    out.getBuffer().setLength(0);
    assertThat(run("stress", "--list", "--map", "java.util.HashMap")).isZero();
    assertThat(out.toString().lines().count()).isBetween(20L, all - 1);
  }
}
