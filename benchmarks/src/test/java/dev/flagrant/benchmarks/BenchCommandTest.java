package dev.flagrant.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.benchmarks.measure.Collector;
import dev.flagrant.benchmarks.measure.Fingerprint;
import dev.flagrant.benchmarks.measure.Jdk;
import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.Cell;
import dev.flagrant.benchmarks.model.Latency;
import dev.flagrant.benchmarks.model.Machine;
import dev.flagrant.benchmarks.model.Platform;
import dev.flagrant.benchmarks.model.ResultsFile;
import dev.flagrant.benchmarks.model.Timing;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
    "--filter hti/, '--filter hti/: no cell of these maps has such a name'",
    "--only speed --peers GoMap --filter HashMap, 'no cell of these maps has such a name'",
    "--only scaling --peers fastutil, '--peers: latency and scaling are of GoMap and HashMap'",
    "--forks -1, '--forks -1: it is a number of processes'",
    "--forks 0, '--forks 0: it is a number of processes, 1 or more'",
    "--heap -1, '--heap -1: it is a number of GiB'",
    "--heap 0, '--heap 0: it is a number of GiB, 1 or more'",
    "--heap 100000, '--heap 100000: this machine has '",
    "--only memory --filter hit, '--filter has no meaning without speed or check; leave it out'",
    "--only latency --forks 5, '--forks has no meaning without speed; leave it out'",
    "--only speed --heap 4, '--heap has no meaning without latency or scaling; leave it out'",
    "--only check --peers HashMap, '--peers has no meaning without speed or memory or latency or'",
    "--only memory --gc g1, '--gc has no meaning without speed or check or latency or scaling'",
    "'--only check,scaling --gc g1,parallel', 'a second --gc has no meaning without speed or'",
    "--only memory --peers GoMap-range, '--peers: GoMap-range is GoMap in memory'",
    "--guard --quick, '--quick has no meaning beside --guard'",
    "--guard --out x, '--out has no meaning beside --guard'",
    "--report ../docs --quick, '--quick has no meaning beside --report'",
    "--report ../docs --guard, '--report has no meaning beside --guard'",
    "--resume --smoke, '--resume: give the folder of the results to go on with as --out'",
    "--resume --out no-such-folder, '--resume: there are no results in no-such-folder'",
    "--smoke --out /dev/null, '--out /dev/null: nothing can be written there'",
    "--smoke --out /dev/null/x, '--out /dev/null/x: nothing can be written there'",
    "--report ../docs --out /dev/null/x, '--out /dev/null/x: nothing can be written there'",
    "--report no-such-folder, 'there are no results that can be read in no-such-folder'",
  })
  void misuseIsOneLineAndExitStatusTwo(String arguments, String message) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(output.toString().lines().findFirst().orElse("")).contains(message);
    assertThat(output.toString()).doesNotContain("\tat ");
  }

  @Test
  void aPageThatCannotTakeTheResultsIsToldBeforeAnythingIsWritten() throws IOException {
    Files.writeString(folder.resolve("detection-limits.md"), "no such place");
    for (String[] arguments :
        new String[][] {{"--smoke", "--out"}, {"--report", "../docs", "--out"}}) {
      List<String> all = new ArrayList<>(List.of(arguments));
      all.add(folder.toString());
      assertThat(run(all.toArray(String[]::new))).isEqualTo(2);
      assertThat(output.toString()).contains("detection-limits.md has no section between");
    }
    assertThat(folder).isDirectoryNotContaining(file -> file.endsWith(ResultsFile.NAME));
  }

  @Test
  void aRunThatFailsSaysHowToGoOnIfThereIsSomethingToGoOnWith() throws IOException {
    Path broken = brokenJdk();
    String advice = "the same command goes on from there with --resume --out " + folder;

    String failing = "--smoke --only memory --peers GoMap --out %s --jdk %s";
    assertThat(run(failing.formatted(folder, broken).split(" "))).isEqualTo(3);
    assertThat(output.toString()).contains("exit status 7").doesNotContain("goes on from there");

    run("--smoke", "--only", "memory", "--peers", "GoMap", "--out", folder.toString());
    assertThat(resume("--jdk", broken.toString())).isEqualTo(3);
    assertThat(output.toString()).contains("exit status 7", advice);
  }

  private Path brokenJdk() throws IOException {
    Path broken = folder.resolve("broken");
    Path java = Files.createDirectories(broken.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nexit 7\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(broken.resolve("release"), "JAVA_VERSION=\"99\"\n");
    return broken;
  }

  @Test
  void aJdkThatWouldNotBeUsedIsMisuse() throws IOException {
    String jdks = System.getProperty("java.home") + "," + brokenJdk();
    assertThat(run("--smoke", "--only", "check,scaling", "--jdk", jdks)).isEqualTo(2);
    assertThat(output.toString())
        .startsWith("a second --jdk has no meaning without speed or memory or latency; leave");
  }

  @Test
  void twoJdksOfOneReleaseCannotBeToldApart() {
    String home = System.getProperty("java.home");
    assertThat(run("--smoke", "--jdk", home, "--jdk", home)).isEqualTo(2);
    assertThat(output.toString())
        .startsWith("--jdk " + home + ": there is a " + Jdk.current().label() + " already");
  }

  @Test
  void theGuardOfTheMapIsChosenByWhatIsMeasured() {
    System.setProperty("dev.flagrant.guard", "none");
    try {
      assertThat(run("--guard")).isEqualTo(2);
      assertThat(output.toString()).startsWith("-Ddev.flagrant.guard: bench itself chooses");
    } finally {
      System.clearProperty("dev.flagrant.guard");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "[]",
        "{\"timings\": [{}]}",
        "{\"timings\": [{\"forks\": 0, \"samples\": []}]}"
      })
  void whatIsNoResultIsOneLine(String json) throws IOException {
    Files.writeString(folder.resolve(ResultsFile.NAME), json);
    assertThat(run("--report", folder.toString())).isEqualTo(2);
    assertThat(output.toString().lines().findFirst().orElse(""))
        .startsWith("there are no results that can be read in " + folder + ": ");
    assertThat(output.toString()).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource({"true, 0", "false, 1"})
  void aGuardThatIsNotMetIsExitStatusOne(boolean met, int status) {
    CommandLine command =
        new CommandLine(
            new BenchCommand(
                out -> {
                  out.accept("said");
                  return met;
                }));
    assertThat(command.setOut(new PrintWriter(output)).execute("--guard")).isEqualTo(status);
    assertThat(output.toString()).isEqualToIgnoringNewLines("said");
  }

  @Test
  void twoRunsOfOneSecondHaveAFolderEach() {
    Path one = OutputFolder.ofItsOwn(folder, "now", 1, IllegalStateException::new);
    Path two = OutputFolder.ofItsOwn(folder, "now", 1, IllegalStateException::new);
    assertThat(List.of(one, two)).allMatch(Files::isDirectory).doesNotHaveDuplicates();
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
    assertThat(output.toString())
        .startsWith("results go to " + folder)
        .contains("A smoke run: a look, not a result.");

    assertThat(run(memoryOnly)).as("the folder holds results already").isEqualTo(2);

    assertThat(resume("--note", "a note", "--note", "a note")).isZero();
    Campaign resumed = ResultsFile.read(folder);
    assertThat(resumed.memory()).isEqualTo(campaign.memory());
    assertThat(resumed.machine()).isEqualTo(campaign.machine());
    assertThat(resumed.notes()).contains("a note").doesNotHaveDuplicates();
    assertThat(resumed.notes()).filteredOn(note -> note.contains("--resume")).hasSize(1);
    assertThat(resume()).isZero();
    assertThat(ResultsFile.read(folder).notes()).isEqualTo(resumed.notes());
  }

  @ParameterizedTest
  @CsvSource({
    "full, a processor, here, 'holds a full run, and this is a smoke one'",
    "smoke, a processor, here, 'holds what was measured on another machine: a processor'",
    "smoke, here, 0123456789ab, 'holds what was measured with another state of the map'",
    "smoke, here, , 'holds what was measured with another state of the map'",
  })
  void whatCannotStandInOneTableIsNotGoneOnWith(
      String effort, String processor, @Nullable String code, String message) throws IOException {
    Machine here = Machine.here();
    Machine machine =
        processor.equals("here")
            ? here
            : new Machine(processor, here.cores(), here.memoryGiB(), here.system(), 0);
    String state = "here".equals(code) ? Fingerprint.ofWhatIsMeasured() : code;
    Campaign earlier =
        new Campaign(
            effort, "", "", state, machine, 0, List.of(), List.of(), List.of(), List.of(),
            List.of(), null, null);
    ResultsFile.write(earlier, folder);
    assertThat(resume()).isEqualTo(2);
    assertThat(output.toString().lines().findFirst().orElse("")).contains(message);
    assertThat(ResultsFile.read(folder)).isEqualTo(earlier);
  }

  @Test
  void aReportTakesItsResultsWithIt() throws IOException {
    Path results = folder.resolve("results");
    Path docs = folder.resolve("docs");
    run("--smoke", "--only", "memory", "--peers", "GoMap", "--out", results.toString());
    assertThat(
            run("--report", results.toString(), "--out", docs.toString(), "--note", "seen later"))
        .isZero();
    assertThat(ResultsFile.read(docs))
        .isEqualTo(ResultsFile.read(results).noting(List.of("seen later")));
    assertThat(docs.resolve("performance.md")).content().contains("- seen later");
  }

  @Test
  void withoutAMapThatIsGrownNoPutIsWaitedFor() throws IOException {
    String parts = "--smoke --only memory,latency --gc parallel --peers fastutil --out " + folder;
    assertThat(run(parts.split(" "))).as(output.toString()).isZero();
    assertThat(ResultsFile.read(folder).latencies())
        .noneMatch(latency -> latency.peer().equals(Latency.NO_MAP));
  }

  private int resume(String... more) {
    List<String> arguments = new ArrayList<>(List.of("--smoke", "--only", "memory"));
    arguments.addAll(List.of("--peers", "GoMap", "--resume", "--out", folder.toString()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  @Test
  void cellsWhoseProcessesDifferAreMeasuredInMoreOfThem() throws IOException {
    Cell hit = new Cell("hit", "long", "equal", 16, "HashMap", platform(), "");
    Timing steady = new Timing(hit, 3, Collections.nCopies(12, 10.0));
    List<Double> twoSpeeds = new ArrayList<>(Collections.nCopies(6, 1e-6));
    twoSpeeds.addAll(Collections.nCopies(6, 1e6));
    Cell miss = new Cell("miss", "long", "equal", 16, "HashMap", platform(), "");
    Timing wide = new Timing(miss, 3, twoSpeeds);
    ResultsFile.write(fullRun(List.of(steady, wide)), folder);

    assertThat(measureHitsAndMisses("--resume")).as(output.toString()).isZero();
    List<Timing> after = ResultsFile.read(folder).timings();
    assertThat(after.get(0)).isEqualTo(steady);
    assertThat(after.get(1).forks()).isBetween(6, 9);
    assertThat(after.get(1).samples()).containsAll(twoSpeeds).hasSize(4 * after.get(1).forks());
    assertThat(folder.resolve("performance.md")).content().contains("In more than 3 processes: ");
  }

  @Test
  void processesOfDifferentCellsTakeTurns() throws IOException {
    assertThat(measureHitsAndMisses("--smoke", "--forks", "2")).as(output.toString()).isZero();
    assertThat(ResultsFile.read(folder).settings()).startsWith("2 forks ");
    Pattern turn = Pattern.compile("(\\w+)/long/equal/16/HashMap/.* (\\d/\\d): ");
    assertThat(
            turn.matcher(output.toString()).results().map(one -> one.group(1) + " " + one.group(2)))
        .containsExactly("hit 1/2", "miss 1/2", "miss 2/2", "hit 2/2");
  }

  private int measureHitsAndMisses(String... more) {
    String cells = "--filter (hit|miss)/long/equal/16/HashMap --gc parallel --peers HashMap";
    List<String> arguments = new ArrayList<>(List.of(cells.split(" ")));
    arguments.addAll(List.of("--only", "speed", "--out", folder.toString()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private static Platform platform() {
    return Jdk.current().with(Collector.PARALLEL);
  }

  private static Campaign fullRun(List<Timing> timings) {
    return new Campaign(
        "full",
        "",
        "",
        Fingerprint.ofWhatIsMeasured(),
        Machine.here(),
        0,
        timings,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null);
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

  @Test
  void whatIsThereIsNotMeasuredAgain() throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("--smoke", "--only", "speed,check,latency,scaling"));
    arguments.addAll(List.of("--filter", "hit", "--gc", "parallel", "--peers", "GoMap"));
    arguments.addAll(List.of("--out", folder.toString()));
    assertThat(run(arguments.toArray(String[]::new))).as(output.toString()).isZero();
    assertThat(output.toString()).contains("[1/");
    Campaign first = ResultsFile.read(folder);
    assertThat(List.of(first.timings(), first.latencies(), first.scaling()))
        .noneMatch(List::isEmpty);

    arguments.add("--resume");
    assertThat(run(arguments.toArray(String[]::new))).as(output.toString()).isZero();
    assertThat(output.toString()).doesNotContain("[1/");
    Campaign second = ResultsFile.read(folder);
    assertThat(second.timings()).isEqualTo(first.timings());
    assertThat(second.latencies()).isEqualTo(first.latencies());
    assertThat(second.scaling()).isEqualTo(first.scaling());
  }

  private int run(String... arguments) {
    output.getBuffer().setLength(0);
    CommandLine command = new CommandLine(new BenchCommand());
    PrintWriter writer = new PrintWriter(output);
    return command.setOut(writer).setErr(writer).execute(arguments);
  }
}
