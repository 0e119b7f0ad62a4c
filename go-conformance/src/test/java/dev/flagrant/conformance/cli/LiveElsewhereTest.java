package dev.flagrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fresh traces in processes that lack something: what that is stands in one line. */
@Timeout(120)
final class LiveElsewhereTest {
  private static final String[] LIVE = {
    "--live", "--types", "int64/int64", "--shape", "hints", "--ops", "50", "--seed", "1"
  };

  /** The command in a process of its own. */
  static final class Main {
    private Main() {}

    public static void main(String[] arguments) {
      CommandRun run = CommandRun.of(arguments);
      System.out.print(run.out());
      System.err.print(run.err());
      System.exit(run.status());
    }
  }

  @BeforeEach
  void requireGo() {
    assumeTrue(LiveOptions.obstacle() == null, "no Go 1.19 on the path");
  }

  private static ProcessBuilder live(String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(LIVE));
    return new ProcessBuilder(command);
  }

  private static CommandRun run(ProcessBuilder live) throws IOException, InterruptedException {
    Process process = live.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new CommandRun(process.waitFor(), out, err);
  }

  private static void assertObstacle(CommandRun run, String sentence) {
    List<String> own = run.err().lines().filter(line -> !line.startsWith("WARNING: ")).toList();
    assertThat(own).as("what is not the JVM's own").hasSize(1);
    assertThat(own.get(0)).startsWith("--live: ").contains(sentence);
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void aProcessWithoutAHomeIsToldWhatGoLacks() throws IOException, InterruptedException {
    ProcessBuilder live = live();
    live.environment().keySet().removeAll(List.of("HOME", "GOCACHE", "XDG_CACHE_HOME"));

    assertObstacle(run(live), "GOCACHE");
  }

  @Test
  void aFolderForTemporaryFilesThatIsNotThereIsNamed() throws IOException, InterruptedException {
    assertObstacle(
        run(live("-Djava.io.tmpdir=/no/such/folder")),
        "no folder can be made in /no/such/folder, which java.io.tmpdir names");
  }

  @Test
  void goNeedsNoFolderForTemporaryFilesOfItsOwn() throws IOException, InterruptedException {
    ProcessBuilder live = live();
    live.environment().putAll(Map.of("TMPDIR", "/no/such/folder"));
    CommandRun run = run(live);

    run.assertNothingButProgress();
    assertThat(run.out()).contains("verdict            does what Go does");
  }
}
