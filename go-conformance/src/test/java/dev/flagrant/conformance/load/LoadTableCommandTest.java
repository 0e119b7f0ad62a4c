package dev.flagrant.conformance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command prints the table, and refuses what it cannot do. */
class LoadTableCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return LoadTableCommand.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  @Test
  void theTableIsPrintedAndNothingElse() {
    assertThat(run("--buckets-log2", "6", "--maps", "3", "--seed", "9")).isZero();
    assertThat(out.toString()).contains("%overflow").contains("8.00").contains("largest");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void helpIsGivenOnRequest() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("Usage: load-table").contains("missprobe");
    assertThat(out.toString()).contains("Exit status: ", "Examples:");
  }

  @Test
  void itHasTheVersionOfTheCommandItIsAPartOf() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).startsWith("flagrant ");
    out.getBuffer().setLength(0);

    CommandLine whole =
        new CommandLine(CommandLine.Model.CommandSpec.create().version("whole 7"))
            .addSubcommand(LoadTableCommand.commandLine());
    whole.setOut(new PrintWriter(out));
    assertThat(whole.execute("load-table", "--version")).isZero();
    assertThat(out.toString()).startsWith("whole 7");
  }

  @Test
  void theSameSeedGivesTheSameTable() {
    run("--buckets-log2", "6", "--maps", "3", "--seed", "9");
    String first = out.toString();
    out.getBuffer().setLength(0);
    run("--buckets-log2", "6", "--maps", "3", "--seed", "9");
    assertThat(out).hasToString(first);
    out.getBuffer().setLength(0);
    run("--buckets-log2", "6", "--maps", "3", "--seed", "10");
    assertThat(out.toString()).isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "--buckets-log2, 3, from 4 to 18",
    "--buckets-log2, 19, from 4 to 18",
    "--maps, 0, from 1 to 1048576",
    "--maps, -1, from 1 to 1048576",
    "--seed, x, 'x'",
    "--bogus, 1, Unknown option",
  })
  void whatItCannotDoIsRefusedInOneLine(String option, String value, String reason) {
    assertThat(run(option, value)).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains(option).contains(reason).hasLineCount(1);
  }
}
