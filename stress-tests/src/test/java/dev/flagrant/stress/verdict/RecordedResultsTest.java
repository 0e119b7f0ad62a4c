package dev.flagrant.stress.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.vm.CompileMode;

/**
 * The verdict on results that JCStress has left: of Go's map, of Go's map without its guard and
 * with a plain one.
 */
class RecordedResultsTest {

  private static final String RACE = "dev.flagrant.stress.readwrite.PutGet";
  private static final String CONTROL = "dev.flagrant.stress.control.LockedPutGet";
  private static final String LOOP = "dev.flagrant.stress.readwrite.LookupsInALoop";

  private static List<TestResult> results(String name) throws IOException {
    return ResultFiles.in(RecordedRuns.folder(name));
  }

  private static Verdict verdict(List<String> expected, List<TestResult> results) {
    return Verdict.of(Requirements.load(), "smoke", expected, results);
  }

  /** The one result of a test in the good run, to be made worse. */
  private static TestResult good(String test) throws IOException {
    return results("good").stream()
        .filter(result -> result.getName().equals(test))
        .findFirst()
        .orElseThrow();
  }

  private static TestResult like(TestResult model, Status status, Map<String, Long> states) {
    TestResult result = new TestResult(status);
    result.setConfig(model.getConfig());
    states.forEach(result::addState);
    return result;
  }

  @Test
  void aRunThatShowsWhatItMustIsMet() throws IOException {
    Verdict verdict = verdict(List.of(RACE, CONTROL), results("good"));
    assertThat(verdict.complaints()).allSatisfy((test, lines) -> assertThat(lines).isEmpty());
    assertThat(verdict.met()).isTrue();
  }

  @Test
  void aRaceThatIsNeverDetectedIsNot() throws IOException {
    Verdict verdict = verdict(List.of(RACE), results("silent"));
    assertThat(verdict.complaints().get(RACE))
        .containsExactly("'DETECTED READ' seen 0 times, not 3 or more");
    assertThat(verdict.met()).isFalse();
    assertThat(verdict.inconclusive()).containsExactly(RACE);
  }

  @Test
  void aForbiddenOutcomeIsNot() throws IOException {
    Verdict verdict = verdict(List.of(LOOP), results("forbidden"));
    assertThat(verdict.complaints().get(LOOP)).contains("forbidden: STALE, 1 time");
    assertThat(verdict.inconclusive()).isEmpty();
    assertThat(verdict.met()).isFalse();
  }

  @Test
  void anOutcomeThatNoDescriptionNamesIsNot() throws IOException {
    TestResult odd = like(good(CONTROL), Status.NORMAL, Map.of("CLEAN", 100_000L, "ODD", 1L));
    assertThat(verdict(List.of(CONTROL), List.of(odd)).complaints().get(CONTROL))
        .containsExactly("forbidden: ODD, 1 time");
  }

  @Test
  void oneFalseAlarmAmongManyCleanSamplesIsNot() throws IOException {
    TestResult alarm =
        like(good(CONTROL), Status.NORMAL, Map.of("CLEAN", 1_000_000L, "DETECTED READ", 1L));
    assertThat(verdict(List.of(CONTROL), List.of(alarm)).complaints().get(CONTROL))
        .containsExactly("forbidden: DETECTED READ, 1 time");
  }

  @Test
  void anOutcomeThatTheGuardMustNeverLeaveIsNotThoughGosMay() throws IOException {
    TestResult torn =
        like(good(RACE), Status.NORMAL, Map.of("CLEAN", 5_000L, "DETECTED READ", 9L, "TORN", 1L));
    assertThat(verdict(List.of(RACE), List.of(torn)).met()).isTrue();
    Verdict stamp =
        Verdict.of(Requirements.load().under("stamp"), "smoke", List.of(RACE), List.of(torn));
    assertThat(stamp.complaints().get(RACE))
        .containsExactly("never to be seen under this guard: 'TORN', 1 time");
    assertThat(stamp.inconclusive()).isEmpty();
  }

  @Test
  void aTestThatWasNeverRunIsNot() throws IOException {
    Verdict verdict = verdict(List.of(RACE, CONTROL, LOOP), results("good"));
    assertThat(verdict.complaints().get(LOOP)).containsExactly("never run");
    assertThat(verdict.met()).isFalse();
  }

  @Test
  void nothingAtAllIsNot() {
    assertThat(verdict(List.of(), List.of()).met()).isFalse();
  }

  @Test
  void aJvmThatFailedIsNotEvenIfAnotherDidWell() throws IOException {
    for (Status status : Status.values()) {
      if (status != Status.NORMAL) {
        TestResult failed = like(good(RACE), status, Map.of());
        assertThat(verdict(List.of(RACE), List.of(good(RACE), failed)).complaints().get(RACE))
            .containsExactly("error: " + status);
      }
    }
  }

  @Test
  void tooFewSamplesAreNot() throws IOException {
    TestResult few = like(good(RACE), Status.NORMAL, Map.of("DETECTED READ", 999L));
    assertThat(verdict(List.of(RACE), List.of(few)).complaints().get(RACE))
        .containsExactly("999 samples, not 1,000 or more");
  }

  @Test
  void tooFewConfigurationsAreNot() throws IOException {
    List<TestResult> twice = List.of(good(RACE), good(RACE));
    assertThat(
            Verdict.of(Requirements.load(), "quick", List.of(RACE), twice).complaints().get(RACE))
        .containsExactly("1 configuration, not 4 or more");
  }

  @Test
  void aTestOfWhichNothingIsRequiredIsNot() throws IOException {
    Requirements none = new Requirements(Requirements.load().modes(), List.of());
    assertThat(Verdict.of(none, "smoke", List.of(RACE), results("good")).complaints().get(RACE))
        .containsExactly("nothing says what this test must show");
  }

  @Test
  void detectionsCountOnlyWhereC2CompiledEveryActor() throws IOException {
    TestResult model = good(RACE);
    TestResult interpreted = like(model, Status.NORMAL, Map.of("DETECTED READ", 5_000L));
    model.getConfig().jvmArgs.remove("-XX:-TieredCompilation");
    interpreted.setConfig(model.getConfig());
    assertThat(verdict(List.of(RACE), List.of(interpreted)).complaints().get(RACE))
        .containsExactly("'DETECTED READ' seen 0 times, not 3 or more");
  }

  @Test
  void ofActorsThatAreCompiledApartAllMustBeByC2() throws Exception {
    Options options = new Options(new String[0]);
    assertThat(options.parse()).isTrue();
    TestResult result = like(good(RACE), Status.NORMAL, Map.of("DETECTED READ", 5_000L));
    int[] modes = CompileMode.casesFor(2, true, true);
    int allByC2 = modes[modes.length - 1];
    for (int mode : modes) {
      result.setConfig(
          new TestConfig(
              options,
              TestList.getInfo(RACE),
              0,
              List.of(),
              mode,
              result.getConfig().getSchedulingClass()));
      assertThat(verdict(List.of(RACE), List.of(result)).met())
          .as(CompileMode.description(mode, List.of("one", "other")))
          .isEqualTo(mode == allByC2);
    }
  }

  @Test
  void aFileThatWasCutOffIsRefusedThoughJcstressWouldReadIt(@TempDir Path folder)
      throws IOException {
    Path whole;
    try (var files = Files.newDirectoryStream(RecordedRuns.folder("good"), "*.bin.gz")) {
      whole = files.iterator().next();
    }
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = folder.resolve(whole.getFileName().toString());
    Files.write(cut, Arrays.copyOf(bytes, bytes.length - 100));
    assertThatThrownBy(() -> ResultFiles.in(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cut off");
  }

  @Test
  void aFolderWithoutResultsHasNone(@TempDir Path folder) throws IOException {
    assertThat(ResultFiles.in(folder)).isEmpty();
  }
}
