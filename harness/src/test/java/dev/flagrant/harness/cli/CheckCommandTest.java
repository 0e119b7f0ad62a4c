package dev.flagrant.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flagrant.harness.Flagrant;
import dev.flagrant.harness.subjects.BadMaps;
import dev.flagrant.harness.subjects.FailFastError;
import dev.flagrant.harness.subjects.FailFastMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command line, as a person uses and misuses it. */
class CheckCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine command = Flagrant.commandLine();
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(arguments);
  }

  /** A check small enough for a test, of two scenarios. */
  private int check(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("check", "--scenario", "put/.* while growing", "--time", "0.3", "--seed", "3"));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private void assertOneLine(int status, String part) {
    assertThat(err.toString()).startsWith("flagrant: ").contains(part).hasLineCount(1);
    assertThat(out.toString()).isEmpty();
    assertThat(status).isEqualTo(2);
  }

  @Test
  void goMapIsFailFastByDefault() {
    assertThat(check("--no-progress")).as("%s%s", out, err).isZero();
    assertThat(out.toString())
        .startsWith("racing dev.flagrant.map.GoMap: 3 scenarios, 2 threads, seed 3")
        .contains("put/get while growing")
        .contains("dev.flagrant.map.GoMap is fail-fast")
        .contains("controls (the same operations under one lock): 3 of 3 CLEAN")
        .contains("expected fail-fast: met");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void concurrentHashMapIsThreadSafeAndNotFailFast() {
    String map = "java.util.concurrent.ConcurrentHashMap";
    assertThat(check("--map", map, "--expect", "thread-safe")).as("%s", out).isZero();
    assertThat(out.toString()).contains(map + " is thread-safe: no race did any harm");
    assertThat(err.toString()).contains("[1/3] put/get while growing: ").hasLineCount(3);
    assertThat(check("--map", map, "--expect", "fail-fast")).isEqualTo(1);
    assertThat(out.toString()).contains("expected fail-fast: NOT MET");
    assertThat(check("--map", map)).isZero();
  }

  @Test
  void hashMapIsSilentAndAnExampleIsShown() {
    int status =
        run("check", "--map", "java.util.HashMap", "--scenario", "same bucket", "--time", "1.5");
    assertThat(out.toString())
        .contains("java.util.HashMap is silent: races spoilt updates or answers")
        .containsAnyOf("example of LOST_UPDATE in put/put same", "example of TORN in put/put same");
    assertThat(status).isZero();
  }

  @Test
  void aMapOfOnesOwnMayTellOfRacesByAnErrorOfItsOwn() {
    String map = FailFastMap.class.getName();
    assertThat(check("--map", map, "--expect", "fail-fast")).isEqualTo(1);
    assertThat(out.toString()).contains("is unsafe").contains("FailFastError");
    String error = FailFastError.class.getName();
    int status = check("--map", map, "--expect", "fail-fast", "--detects", error);
    assertThat(status).as("%s", out).isZero();
  }

  @Test
  void aFalseAlarmIsRefusedWhateverIsExpected() {
    String map = BadMaps.CriesAtGets.class.getName();
    assertThat(run("check", "--map", map, "--scenario", "^put/get$", "--trials", "4000"))
        .isEqualTo(1);
    assertThat(out.toString())
        .contains("0 of 1 CLEAN")
        .contains("put/get, locked: CLEAN")
        .contains("is broken: it fails without a race")
        .contains("expected any: NOT MET");
  }

  @Test
  void aComplaintAboutReadersIsRefusedWhateverIsExpected() {
    String map = BadMaps.CriesAtReaders.class.getName();
    assertThat(run("check", "--map", map, "--scenario", "get/get|^put/get$", "--trials", "4000"))
        .isEqualTo(1);
    assertThat(out.toString())
        .contains("is false-alarm: it complained or failed where nothing races")
        .contains("expected any: NOT MET");
  }

  @Test
  void allFiguresAreWrittenAsJson(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.json");
    assertThat(run("check", "--scenario", "get/get", "--trials", "50", "--json", file.toString()))
        .isEqualTo(1);
    JsonNode report = new ObjectMapper().readTree(file.toFile());
    assertThat(report.get("map").asText()).isEqualTo("dev.flagrant.map.GoMap");
    assertThat(report.get("verdict").asText()).isEqualTo("nothing-raced");
    assertThat(report.get("met").asBoolean()).isFalse();
    JsonNode scenario = report.get("scenarios").get(0);
    assertThat(scenario.get("name").asText()).isEqualTo("get/get");
    assertThat(scenario.get("race").get("trials").asLong()).isEqualTo(50);
    JsonNode outcomes = scenario.get("race").get("outcomes");
    assertThat(outcomes.size()).isEqualTo(6);
    assertThat(outcomes.get("CLEAN").asLong()).isEqualTo(50);
    assertThat(outcomes.get("JVM_EXCEPTION").asLong()).isZero();
    assertThat(scenario.get("control").get("trials").asLong()).isEqualTo(12);
    assertThat(out.toString()).contains("nothing that can conflict was run");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--map no.such.Map                     | class no.such.Map is not found",
        "--map java.lang.String                | class java.lang.String is not a java.util.Map",
        "--map java.util.Map                   | java.util.Map is an interface",
        "--map java.util.AbstractMap           | class java.util.AbstractMap is abstract",
        "--map java.util.EnumMap               | has no public constructor without parameters",
        "--map java.util.jar.Attributes        | cannot hold Integer keys and values",
        "--classpath /no/such.jar              | --classpath: /no/such.jar does not exist",
        "--classpath pom.xml                   | --classpath: pom.xml is neither a folder nor a ja",
        "--detects no.such.Error               | --detects: class no.such.Error is not found",
        "--detects java.lang.String            | --detects: class java.lang.String is not a Throw",
        "--expect safe                         | expected fail-fast, thread-safe or any, not 'safe",
        "--threads -1                          | expected a whole number from 2 to 64, not '-1'",
        "--threads 1                           | expected a whole number from 2 to 64, not '1'",
        "--threads 65                          | expected a whole number from 2 to 64, not '65'",
        "--threads many                        | expected a whole number from 2 to 64, not 'many'",
        "--threads 99999999999                 | '--threads': expected a whole number from 2 to 64",
        "--trials 0                            | from 1 to 9223372036854775807, not '0'",
        "--trials -5                           | from 1 to 9223372036854775807, not '-5'",
        "--trials 99999999999999999999         | from 1 to 9223372036854775807, not '99999999999999999999'",
        "--seed soon                           | '--seed': expected a whole number from -922",
        "--time -1                             | '--time': expected a number of seconds above 0 an",
        "--time 0                              | seconds above 0 and at most 3600, not '0'",
        "--time NaN                            | seconds above 0 and at most 3600, not 'NaN'",
        "--time 1h                             | seconds above 0 and at most 3600, not '1h'",
        "--hang -2                             | '--hang': expected a number of seconds above 0",
        "--scenario no-such-thing              | no scenario matches 'no-such-thing'",
        "--scenario (                          | '(' is no regular expression",
        "--list --scenario no-such-thing       | no scenario matches 'no-such-thing'",
        "--json /no/such/folder/report.json    | --json: /no/such/folder/report.json cannot be wri",
        "--json .                              | --json: . cannot be written",
        "--map=                                | '--map': expected a class or a path, not an empty",
        "--detects=                            | expected a class or a path, not an empty text",
        "--classpath=                          | '--classpath': expected a class or a path, not an",
        "--json=                               | '--json': expected a class or a path, not an empt",
        "--map                                 | option '--map' (CLASS); see flagrant check --help",
        "--frobnicate                          | Unknown option: '--frobnicate'; see flagrant chec",
        "--trails 5                            | option: '--trails'; did you mean --trials? see fl",
        "@pom.xml                              | Unexpected argument: '@pom.xml'; see flagrant check -",
        "more                                  | Unexpected argument: 'more'; see flagrant check --h",
      })
  void aMistakeIsToldInOneLine(String arguments, String part) {
    List<String> all = new ArrayList<>(List.of("check"));
    all.addAll(List.of(arguments.split(" ", -1)));
    assertOneLine(run(all.toArray(String[]::new)), part);
  }

  @Test
  void aConstructorThatNeverComesBackIsToldToo() {
    int status = run("check", "--map", BadMaps.NeverMade.class.getName(), "--hang", "0.3");
    assertOneLine(status, "took more than");
  }

  @Test
  void noCommandOrAnUnknownOneIsAMistake() {
    assertOneLine(run(), "which command? see flagrant --help");
    err.getBuffer().setLength(0);
    assertOneLine(run("frobnicate"), "Unknown command: 'frobnicate'; see flagrant --help");
    err.getBuffer().setLength(0);
    assertOneLine(
        run("chekc"), "Unknown command: 'chekc'; did you mean check? see flagrant --help");
    err.getBuffer().setLength(0);
    assertOneLine(
        run("conformance", "--ops", "many"), "'many' is no whole number from -92233720368547758");
    err.getBuffer().setLength(0);
    assertOneLine(run("load-table", "--maps", "0"), "--maps is 0; it must be from 1 to 1048576");
  }

  @Test
  void lostOutputIsNoSuccess() {
    CommandLine command = Flagrant.commandLine();
    command.setOut(new PrintWriter(new FullWriter(), true));
    command.setErr(new PrintWriter(err));
    assertOneLine(command.execute("check", "--list"), "the output was lost: standard output is");
  }

  /** Takes nothing, as a full disk does. */
  private static final class FullWriter extends Writer {
    @Override
    public void write(char[] text, int from, int length) throws IOException {
      throw new IOException("No space left on device");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void onlyTheScenariosAskedForAreListed() {
    assertThat(run("check", "--list", "--scenario", "^put/get")).isZero();
    assertThat(out.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("put/get  "),
            line -> assertThat(line).startsWith("put/get while growing  "));
  }

  @Test
  void whatAListDoesNotLookAtIsRefused() {
    assertOneLine(
        run("check", "--list", "--map", "Mine", "--expect", "any"),
        "--list: it races nothing; leave out --expect, --map");
  }

  @Test
  void theDefaultsThatTheHelpGivesAreThoseOfThePlan() throws UsageException {
    assertThat(run("check", "--help")).isZero();
    assertThat(out.toString())
        .containsPattern("Default: 7\\.5, with --quick 1\\.3; up to twice that")
        .containsPattern("Integer\\s+keys\\s+and\\s+values")
        .containsPattern("may be more than 100 %\\s+together");
    assertThat(secondsOfEach()).isCloseTo(7.5, within(0.05));
    assertThat(secondsOfEach("--quick")).isCloseTo(1.3, within(0.05));
    assertThat(secondsOfEach("--scenario=^get/get$")).isBetween(14.0, 16.0);
  }

  private static double secondsOfEach(String... arguments) throws UsageException {
    PlanOptions options = CommandLine.populateCommand(new PlanOptions(), arguments);
    return options.plan().race().time().toMillis() / 1000.0;
  }

  private static void compile(Path folder, String text) throws IOException {
    Path source = folder.resolve("Mine.java");
    Files.writeString(source, text);
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.toString(), source.toString());
    assertThat(compiled).isZero();
  }

  @Test
  void aClassThatNeedsAMissingOneIsToldInOneLine(@TempDir Path folder) throws IOException {
    compile(
        folder,
        """
        public class Mine extends java.util.HashMap<Object, Object> {
          public Mine() {}
          public Mine(Gone gone) {}
          public static class MyError extends Gone {}
        }
        class Gone extends Error {}
        """);
    Files.delete(folder.resolve("Gone.class"));
    assertOneLine(
        run("check", "--map", "Mine", "--classpath", folder.toString()),
        "class Mine cannot be loaded: java.lang.ClassNotFoundException: Gone");
    err.getBuffer().setLength(0);
    assertOneLine(
        run("check", "--detects", "Mine$MyError", "--classpath", folder.toString()),
        "--detects: class Mine$MyError cannot be loaded: java.lang.NoClassDefFoundError: Gone");
  }

  @Test
  void aReportThatCannotBeOpenedIsToldBeforeTheCheck(@TempDir Path folder) throws IOException {
    Path link = folder.resolve("link.json");
    Files.createSymbolicLink(link, folder.resolve("no").resolve("report.json"));
    for (Path file : List.of(folder.resolve("long".repeat(64)), link)) {
      int status =
          run("check", "--scenario", "get/get", "--trials", "5", "--json", file.toString());
      assertOneLine(status, "--json: " + file + " cannot be written");
      err.getBuffer().setLength(0);
    }
    assertThat(folder).isDirectoryNotContaining(file -> !file.equals(link));
  }

  @Test
  void aMapThatFlagrantsOwnWouldHideIsRefused(@TempDir Path folder) throws IOException {
    String map = "dev.flagrant.map.GoMap";
    Path file = folder.resolve(map.replace('.', '/') + ".class");
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.write(file, new byte[0]);
    assertOneLine(
        run("check", "--classpath", folder.toString(), "--scenario", "get/get", "--trials", "5"),
        "--classpath: it has a class " + map + ", and flagrant has one itself");
  }

  @Test
  void aReportIsWrittenThroughALink(@TempDir Path folder) throws IOException {
    Path report = folder.resolve("report.json");
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), report);
    run("check", "--scenario", "get/get", "--trials", "5", "--json", link.toString());
    assertThat(err.toString()).doesNotContain("cannot be written");
    assertThat(report).isNotEmptyFile();
  }

  @Test
  void aMapOfAClassPathIsFound(@TempDir Path folder) throws IOException {
    compile(
        folder,
        "public class Mine extends java.util.concurrent.ConcurrentHashMap<Object, Object> {}");
    assertOneLine(run("check", "--map", "Mine"), "class Mine is not found");
    int status =
        run(
            "check",
            "--map",
            "Mine",
            "--classpath",
            folder.toString(),
            "--scenario",
            "get/get",
            "--time",
            "0.2");
    assertThat(status).as("%s", err).isZero();
    assertThat(out.toString()).contains("racing Mine: 1 scenario,");
  }

  @Test
  void helpListAndVersionAreNoMistakes() {
    assertThat(run("check", "--help")).isZero();
    assertThat(out.toString()).contains("JVM_EXCEPTION").contains("Examples:");
    assertThat(run("check", "--list")).isZero();
    assertThat(out.toString()).contains("put/put same key           Each thread puts");
    assertThat(run("--help")).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void everyCommandHasTheVersionOfTheWhole() {
    assertThat(run("--version")).isZero();
    String version = out.toString();
    assertThat(version).contains("flagrant ").contains("Java ");
    for (String command : Flagrant.commandLine().getSubcommands().keySet()) {
      out.getBuffer().setLength(0);
      assertThat(run(command, "--version")).isZero();
      assertThat(out).as(command).hasToString(version);
    }
  }
}
