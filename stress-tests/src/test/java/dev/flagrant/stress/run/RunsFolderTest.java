package dev.flagrant.stress.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagrant.map.GoMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a folder takes the runs of one command only. */
class RunsFolderTest {

  private static final StressPlan PLAN =
      new StressPlan(
          GoMap.class.getName(),
          null,
          List.of(),
          Mode.SMOKE,
          "jdk17",
          "MarkedRead",
          List.of(),
          Shard.WHOLE);

  private static void assertTaken(Path root) {
    assertThatThrownBy(() -> RunsFolder.take(root))
        .isInstanceOf(UnusableException.class)
        .hasMessage(
            "--out: "
                + root
                + " holds results of another run, or one goes on there; name another folder");
  }

  @Test
  void aNewFolderIsMadeAndHoldsThePlanOfEachRunBeforeAnythingRuns(@TempDir Path home)
      throws Exception {
    RunsFolder folder = RunsFolder.take(home.resolve("a/b"));
    Path first = folder.newRun(PLAN);
    Path second = folder.newRun(PLAN);
    assertThat(first).isEqualTo(home.resolve("a/b/1-jdk17"));
    assertThat(second).isEqualTo(home.resolve("a/b/2-jdk17"));
    assertThat(PlanFile.read(second)).isEqualTo(PLAN);
  }

  @Test
  void aFolderIsFoundThroughALink(@TempDir Path home) throws Exception {
    Path folder = Files.createDirectory(home.resolve("folder"));
    Path link = Files.createSymbolicLink(home.resolve("link"), folder);
    Path run = RunsFolder.take(link).newRun(PLAN);
    assertThat(run).isEqualTo(link.resolve("1-jdk17"));
    Campaign campaign = new Campaign();
    campaign.add(link);
    assertThat(campaign.unfinished()).containsOnlyKeys(folder.toRealPath().resolve("1-jdk17"));
  }

  @Test
  void aFolderOfOtherFilesIsTaken(@TempDir Path home) throws Exception {
    Files.writeString(home.resolve("notes.txt"), "");
    assertThat(RunsFolder.take(home)).hasToString(home.toString());
  }

  @Test
  void aFolderWithARunIsRefusedAlsoWithoutTheMark(@TempDir Path home) throws Exception {
    Path run = RunsFolder.take(home).newRun(PLAN);
    assertTaken(home);
    Files.delete(home.resolve(RunsFolder.MARK));
    assertTaken(home);
    assertTaken(run);
    assertThat(home.resolve(RunsFolder.MARK)).doesNotExist();
  }

  @Test
  void ofManyThatWantAFolderAtOnceOneGetsIt(@TempDir Path home) throws Exception {
    int commands = 4;
    CyclicBarrier together = new CyclicBarrier(commands);
    Callable<Boolean> command =
        () -> {
          together.await();
          try {
            RunsFolder.take(home);
            return true;
          } catch (UnusableException e) {
            return false;
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(commands);
    try {
      List<Boolean> taken = new ArrayList<>();
      for (Future<Boolean> each : threads.invokeAll(Collections.nCopies(commands, command))) {
        taken.add(each.get());
      }
      assertThat(taken).containsOnlyOnce(true);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aRunsFolderThatIsThereAlreadyIsNotUsed(@TempDir Path home) throws Exception {
    Files.createDirectory(home.resolve("1-jdk17"));
    RunsFolder folder = RunsFolder.take(home);
    assertThatThrownBy(() -> folder.newRun(PLAN)).isInstanceOf(UnusableException.class);
  }

  @Test
  void aPlanIsNotOverwritten(@TempDir Path home) throws Exception {
    PlanFile.write(PLAN, home);
    assertThatThrownBy(() -> PlanFile.write(PLAN, home)).isInstanceOf(IOException.class);
  }

  @Test
  void aFolderThatCannotBeIsNamedWithTheReason(@TempDir Path home) throws Exception {
    Path file = Files.writeString(home.resolve("file"), "");
    assertThatThrownBy(() -> RunsFolder.take(file))
        .isInstanceOf(UnusableException.class)
        .hasMessage(
            "--out: nothing can be written in " + file + ": it is no folder; name another folder");
    assertThatThrownBy(() -> RunsFolder.take(file.resolve("below")))
        .isInstanceOf(UnusableException.class)
        .hasMessageStartingWith("--out: nothing can be written in " + file.resolve("below"));
  }
}
