package dev.flagrant.stress.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagrant.stress.verdict.Evidence;
import dev.flagrant.stress.verdict.RecordedRuns;
import dev.flagrant.stress.verdict.ResultFiles;
import dev.flagrant.stress.verdict.Verdict;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.DiskWriteCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;

/** Runs of several folders, brought together. */
class CampaignTest {

  private Path root = Path.of("");

  @BeforeEach
  void copyTheGoodRun(@TempDir Path home) throws IOException {
    root = home;
    Path folder = Files.createDirectories(root.resolve("a/1-jdk25"));
    try (Stream<Path> files = Files.list(RecordedRuns.folder("good"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  private Path plan() {
    return root.resolve("a/1-jdk25/" + PlanFile.NAME);
  }

  private void changePlan(String from, String to) throws IOException {
    String text = Files.readString(plan());
    assertThat(text).contains(from);
    Files.writeString(plan(), text.replace(from, to));
  }

  private Verdict whole() throws UnusableException {
    Campaign campaign = new Campaign();
    campaign.add(root);
    Map<StressPlan, Verdict> verdicts = campaign.verdictsOnWholes();
    assertThat(verdicts).hasSize(1);
    return verdicts.values().iterator().next();
  }

  @Test
  void aRunBelowAFolderIsFoundAndJudged() throws UnusableException {
    assertThat(whole().met()).isTrue();
  }

  @Test
  void aShardAloneIsJudgedByItsOwnTestsAndTheWholeByAll() throws Exception {
    changePlan("\"tests\" : \"readwrite.PutGet$|control.LockedPutGet\"", "\"tests\" : \"PutGet$\"");
    changePlan("\"shard\" : \"1/1\"", "\"shard\" : \"1/2\"");
    Campaign campaign = new Campaign();
    campaign.add(root);
    assertThat(campaign.verdictsOnRuns()).hasSize(1);
    changePlan("PutGet$", "");
    Verdict all = whole();
    assertThat(all.met()).isFalse();
    assertThat(all.complaints().get("dev.flagrant.stress.writewrite.PutPutSameKey"))
        .containsExactly("never run");
  }

  private static void leave(Path folder, TestResult result) throws IOException {
    DiskWriteCollector writer =
        new DiskWriteCollector(folder.resolve("jcstress-results-another.bin.gz").toString());
    writer.add(result);
    writer.close();
  }

  @Test
  void shardsAddUpToTheWholeThatNoneOfThemIs() throws Exception {
    Path one = plan().resolveSibling("");
    Path other = Files.createDirectories(root.resolve("b/1-jdk25"));
    changePlan("\"1/1\"", "\"1/2\"");
    Files.writeString(
        other.resolve(PlanFile.NAME), Files.readString(plan()).replace("\"1/2\"", "\"2/2\""));
    List<TestResult> results = ResultFiles.in(one);
    assertThat(results).hasSize(2);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(one, "*.bin.gz")) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    leave(one, results.get(0));
    assertThat(whole().met()).isFalse();
    leave(other, results.get(1));
    assertThat(whole().met()).isTrue();
  }

  @Test
  void aRunThatLeftNothingOfSomeTestsIsNamed() throws Exception {
    Campaign campaign = new Campaign();
    campaign.add(root);
    assertThat(campaign.unfinished()).isEmpty();
    changePlan("readwrite.PutGet$|", "readwrite.PutGet$|readwrite.RemoveGet|");
    Campaign longer = new Campaign();
    longer.add(root);
    assertThat(longer.unfinished()).hasSize(1).containsEntry(plan().getParent(), 1);
  }

  @Test
  void runsWithOtherOptionsAreJudgedApart() throws Exception {
    Path other = Files.createDirectories(root.resolve("b"));
    Files.writeString(
        other.resolve(PlanFile.NAME), Files.readString(plan()).replace("\"jdk25\"", "\"jdk17\""));
    Campaign campaign = new Campaign();
    campaign.add(root);
    assertThat(campaign.verdictsOnWholes().values())
        .extracting(Verdict::met)
        .containsExactly(true, false);
  }

  @Test
  void aFolderWithoutARunIsRefused(@TempDir Path empty) {
    assertThatThrownBy(() -> new Campaign().add(empty))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("holds no run");
  }

  @Test
  void aFolderThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> new Campaign().add(root.resolve("none")))
        .isInstanceOf(UnusableException.class);
  }

  @Test
  void aFolderThatIsNamedTwiceCountsOnce() throws Exception {
    Campaign campaign = new Campaign();
    campaign.add(root);
    campaign.add(root.resolve("a"));
    Verdict twice = campaign.verdictsOnWholes().values().iterator().next();
    assertThat(samplesOfPutGet(twice)).isPositive().isEqualTo(samplesOfPutGet(whole()));
  }

  private static long samplesOfPutGet(Verdict verdict) {
    Evidence shown = verdict.evidence("dev.flagrant.stress.readwrite.PutGet");
    return Objects.requireNonNull(shown).samples();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"map\" :", "null", "[]", "", "\u0000"})
  void aPlanThatIsNoneIsRefusedInWordsThatSayWhatToDo(String text) throws IOException {
    Files.writeString(plan(), text);
    assertThatThrownBy(() -> new Campaign().add(root))
        .isInstanceOf(UnusableException.class)
        .hasMessage(
            plan()
                + " is damaged, so nobody knows what was run there; delete that folder and run it"
                + " again");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"1/1\"', '\"9/1\"'",
    "'\"SMOKE\"', '\"SLOW\"'",
    "'\"SMOKE\"', 'null'",
    "'\"readwrite', '\"(readwrite'"
  })
  void aPlanWithAValueThatCannotBeIsRefused(String from, String to) throws IOException {
    changePlan(from, to);
    assertThatThrownBy(() -> new Campaign().add(root))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("is damaged");
  }

  @ParameterizedTest
  @CsvSource({
    "Failed with error code 137, ': the watch ended 1 JVM'",
    "Failed with error code 134, ''"
  })
  void ofAJvmThatWasKilledTheVerdictQuotesTheWatch(String message, String quoted) throws Exception {
    Path folder = plan().resolveSibling("");
    TestResult killed = new TestResult(Status.VM_ERROR);
    killed.setConfig(ResultFiles.in(folder).get(0).getConfig());
    killed.addMessage(message);
    leave(folder, killed);
    Files.writeString(folder.resolve(Watch.NOTE), "the watch ended 1 JVM\n".repeat(2));
    assertThat(whole().complaints().get(killed.getName()))
        .containsExactly("error: VM_ERROR: " + message + quoted);
  }

  @Test
  void aRunThatWasInterruptedIsRefusedInWordsThatSayWhatToDo() throws IOException {
    Path begun = plan().resolveSibling("jcstress-results-2026-11-21-09-00-00.bin.gz");
    Files.write(begun, new byte[] {});
    assertThatThrownBy(() -> new Campaign().add(root))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining(begun + " is cut off or damaged")
        .hasMessageEndingWith("wait if it still goes on, else delete it and run it again");
  }
}
