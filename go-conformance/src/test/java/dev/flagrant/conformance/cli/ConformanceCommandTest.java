package dev.flagrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.flagrant.conformance.AnswersSubject;
import dev.flagrant.conformance.GoMapSubject;
import dev.flagrant.conformance.Key;
import dev.flagrant.conformance.MapKind;
import dev.flagrant.conformance.SubjectFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a person who runs the command sees, and its exit status. */
final class ConformanceCommandTest {
  @TempDir private @Nullable Path folder;

  private record Run(int status, String out, String err) {}

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        new CommandLine(new ConformanceCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    command.setParameterExceptionHandler(
        (mistake, given) -> {
          command.getErr().println(mistake.getMessage());
          return CommandLine.ExitCode.USAGE;
        });
    return new Run(command.execute(arguments), out.toString(), err.toString());
  }

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
      AnswersSubject right = new GoMapSubject().make(kind, hint, random);
      return new AnswersSubject() {
        @Override
        public void assign(Key key, Long elem) {
          right.assign(key, elem);
        }

        @Override
        public void delete(Key key) {
          right.delete(key);
        }

        @Override
        public Long getOrZero(Key key, Long zero) {
          return right.getOrZero(key, zero);
        }

        @Override
        public @Nullable Long lookup(Key key) {
          return right.lookup(key);
        }

        @Override
        public int len() {
          return right.len() + 1;
        }

        @Override
        public void clear() {
          right.clear();
        }
      };
    }
  }

  @Test
  void aSubjectThatConformsIsSaidToDoWhatGoDoes() throws IOException {
    Run run = run(trace("clear-int64.trace").toString());

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("level              3 (structure)", "traces             1")
        .containsPattern("known differences  [1-9]\\d* iterations")
        .contains("verdict            does what Go does");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aDifferenceIsReportedWithStatusOne() throws IOException {
    Run run =
        run(
            "--subject",
            WrongLength.class.getName(),
            "--level",
            "1",
            trace("mixed-set.trace").toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("after: len\nthe answers differ\n  expected ")
        .contains("flagrant conformance --live --types 'int64/struct{}' --shape mixed")
        .contains("verdict            differs in 1 traces");
  }

  @Test
  void aDamagedTraceIsRefusedInOneLine() throws IOException {
    Path file = trace("clear-big.trace");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, 1000));

    Run run = run(file.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).isEqualTo(file + ": at byte 1000: it is truncated: the file ends here\n");
  }

  @Test
  void mistakesAreToldInOneLine() {
    assertMistake("there is no such file", "no/such/file");
    assertMistake("there is no class no.such.Class", "--subject", "no.such.Class");
    assertMistake("does not implement", "--subject", "java.lang.String");
    assertMistake("there is no level 4", "--level", "4");
    assertMistake("--ops is 0; it must be at least 1", "--live", "--ops", "0");
    assertMistake("there is no huge", "--live", "--types", "int64/int64", "--shape", "huge");
    assertMistake("there are no int/int", "--live", "--types", "int/int", "--shape", "grow");
    assertMistake("--types and --shape go together", "--live", "--shape", "grow");
    assertMistake("need --live", "--seed", "1");
    assertMistake("exclude each other", "--live", "some.trace");
    assertMistake("does not exist", "--classpath", "no/such/folder");
    assertMistake("Invalid value for option '--ops'", "--ops", "many");
  }

  private static void assertMistake(String sentence, String... arguments) {
    Run run = run(arguments);
    assertThat(run.status()).as(sentence).isEqualTo(2);
    assertThat(run.err()).contains(sentence);
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void freshTracesAreRecordedWhereThereIsGo() {
    assumeTrue(LiveOptions.obstacle() == null, "no Go 1.19 on the path");

    Run run = run("--live", "--ops", "500", "--seed", "7");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("recording with seed 7\n").contains("traces             72");

    Run one =
        run(
            "--live", "--types", "big/big", "--shape", "churn", "--ops", "300", "--block", "1",
            "--size", "50");
    assertThat(one.status()).isZero();
    assertThat(one.out()).contains("traces             1");
  }
}
