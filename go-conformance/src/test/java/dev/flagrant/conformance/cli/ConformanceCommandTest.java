package dev.flagrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.flagrant.conformance.AnswersSubject;
import dev.flagrant.conformance.GoMapSubject;
import dev.flagrant.conformance.MapKind;
import dev.flagrant.conformance.SubjectFactory;
import dev.flagrant.conformance.SubjectWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a person who runs the command sees, and its exit status. */
final class ConformanceCommandTest {
  @TempDir private @Nullable Path folder;

  private Path trace(String name) throws IOException {
    Path file = Objects.requireNonNull(folder).resolve(name);
    try (InputStream in = GoMapSubject.class.getResourceAsStream("traces/" + name)) {
      Files.write(file, Objects.requireNonNull(in).readAllBytes());
    }
    return file;
  }

  /** Counts wrong. */
  public static final class WrongLength implements SubjectFactory {
    /** For the command. */
    public WrongLength() {}

    @Override
    public AnswersSubject make(MapKind kind, long hint, LongSupplier random) {
      return new SubjectWrapper(new GoMapSubject().make(kind, hint, random)) {
        @Override
        public int len() {
          return super.len() + 1;
        }
      };
    }
  }

  @Test
  void aSubjectThatConformsIsSaidToDoWhatGoDoes() throws IOException {
    CommandRun run = CommandRun.of(trace("clear-int64.trace").toString());

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("level              3 (structure)", "traces             1")
        .containsPattern("known differences  [1-9]\\d* iterations")
        .contains("verdict            does what Go does");
    run.assertNothingButProgress();
  }

  @Test
  void aDifferenceIsReportedWithStatusOne() throws IOException {
    CommandRun run =
        CommandRun.of(
            "--subject",
            WrongLength.class.getName(),
            "--level",
            "1",
            trace("mixed-set.trace").toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("after: len\nthe answers differ\n  expected ")
        .contains(
            "compare every state: flagrant conformance --subject '"
                + WrongLength.class.getName()
                + "' --level 1 --live --types 'int64/struct{}' --shape mixed ")
        .contains("verdict            differs in 1 traces");
  }

  /** Removes the first and the last quotation mark that a shell would. */
  private static List<String> words(String command) {
    return Arrays.stream(command.strip().split(" "))
        .map(word -> word.replaceAll("^'|'$", ""))
        .toList();
  }

  @Test
  void theCommandThatIsPrintedShowsTheSameDifferenceAgain() throws IOException {
    assumeTrue(LiveOptions.obstacle() == null, "no Go 1.19 on the path");
    CommandRun run =
        CommandRun.of(
            "--subject",
            WrongLength.class.getName(),
            "--level",
            "2",
            trace("mixed-set.trace").toString());
    String printed =
        run.out()
            .lines()
            .filter(line -> line.contains("record it again"))
            .findFirst()
            .orElseThrow();
    List<String> words = words(printed.substring(printed.indexOf("flagrant conformance")));

    CommandRun again = CommandRun.of(words.subList(2, words.size()).toArray(String[]::new));

    String difference =
        run.out().substring(run.out().indexOf("differs from"), run.out().indexOf("with Go"));
    assertThat(again.out()).contains(difference, "level              2 (iteration)");
    assertThat(again.status()).isEqualTo(1);
  }

  @Test
  void aDamagedTraceIsRefusedInOneLineBeforeAnyIsReplayed() throws IOException {
    Path file = trace("clear-big.trace");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, 1000));

    CommandRun.assertMistake(
        file + ": at byte 1000: it is truncated: the file ends here\n",
        "--subject",
        WrongLength.class.getName(),
        "--level",
        "1",
        trace("mixed-set.trace").toString(),
        file.toString());
  }

  private Path traceOfNoOperations() throws IOException {
    Path file = Objects.requireNonNull(folder).resolve("empty.trace");
    String header = "flagrant trace\n\001\010go1.19.8\013int64/int64\005mixed";
    String seedAndSize = "\0".repeat(Long.BYTES + 1);
    String hashBitsAndBlock = "\024\004";
    String blockOfNothing = "\0".repeat(31);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(
          (header + seedAndSize + hashBitsAndBlock + blockOfNothing)
              .getBytes(StandardCharsets.ISO_8859_1));
    }
    return file;
  }

  @Test
  void aTraceOfNoOperationsIsRefusedAlsoBesideOthers() throws IOException {
    String empty = traceOfNoOperations().toString();
    String sentence = empty + ": at byte 54 of its unpacked contents: there is no operation in it";
    String full = trace("mixed-set.trace").toString();

    CommandRun.assertMistake(sentence, empty);
    CommandRun.assertMistake(sentence, full, empty);
    CommandRun.assertMistake(sentence, empty, full);
  }

  /** As a shell makes for what another command unpacks or brings from elsewhere. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aTraceComesThroughAPipeAsWell() throws Exception {
    Path pipe = Objects.requireNonNull(folder).resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    // A shell of its own opens the pipe, as that waits for a reader.
    String copy = "cat '" + trace("mixed-set.trace") + "' > '" + pipe + "'";
    Process writer = new ProcessBuilder("sh", "-c", copy).start();
    try {
      CommandRun run = CommandRun.of(pipe.toString());

      assertThat(run.out()).contains("traces             1", "does what Go does");
      assertThat(run.status()).isZero();
    } finally {
      writer.destroyForcibly();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileThatCannotBeReadIsToldInOneLine() {
    CommandRun.assertMistake("/proc/self/mem: it cannot be read: ", "/proc/self/mem");
  }

  @Test
  void aFolderIsToldToBeOne() {
    CommandRun.assertMistake(
        folder + ": it is a folder; name the traces in it, as with " + folder + "/*.trace",
        String.valueOf(folder));
  }

  @Test
  void mistakesAreToldInOneLine() {
    CommandRun.assertMistake("there is no such file", "no/such/file");
    CommandRun.assertMistake("expected the path of a file, not an empty text", "");
    CommandRun.assertMistake("there is no level 4", "--level", "4");
    CommandRun.assertMistake("--ops is 0; it must be at least 1", "--live", "--ops", "0");
    CommandRun.assertMistake(
        "there is no huge", "--live", "--types", "int64/int64", "--shape", "huge");
    CommandRun.assertMistake(
        "there are no int/int", "--live", "--types", "int/int", "--shape", "grow");
    CommandRun.assertMistake("--types and --shape go together", "--live", "--shape", "grow");
    CommandRun.assertMistake("--seed needs --live", "--seed", "1");
    CommandRun.assertMistake("--ops needs --live", "--ops", "10");
    CommandRun.assertMistake("--size needs --live", "--size", "10");
    CommandRun.assertMistake("--block needs --live", "--block", "10");
    CommandRun.assertMistake("--size needs --shape", "--live", "--size", "10");
    CommandRun.assertMistake("--block needs --shape", "--live", "--block", "10");
    CommandRun.assertMistake("exclude each other", "--live", "some.trace");
    CommandRun.assertMistake("Invalid value for option '--ops'", "--ops", "many");
  }

  @Test
  void belowTheThirdLevelKnownDifferencesAreNotSaidToBeNone() throws IOException {
    CommandRun run = CommandRun.of("--level", "2", trace("clear-string.trace").toString());

    assertThat(run.out())
        .containsPattern("known differences  not counted; Go 1.19 showed [1-9]\\d* entries after");
  }

  @Test
  void freshTracesAreRecordedWhereThereIsGo() {
    assumeTrue(LiveOptions.obstacle() == null, "no Go 1.19 on the path");

    CommandRun run = CommandRun.of("--live", "--ops", "500", "--seed", "7");
    run.assertNothingButProgress();
    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("recording with seed 7\n").contains("traces             81");

    CommandRun one =
        CommandRun.of(
            "--live", "--types", "big/big", "--shape", "churn", "--ops", "300", "--block", "1",
            "--size", "50");
    assertThat(one.status()).isZero();
    assertThat(one.out()).contains("traces             1");
  }
}
