package dev.flagrant.conformance.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.conformance.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command prints the table, and refuses what it cannot do. */
class LoadTableCommandTest {

  private static CommandRun run(String... arguments) {
    return CommandRun.of(new LoadTableCommand(), arguments);
  }

  private static String table(String seed) {
    CommandRun run = run("--buckets-log2", "6", "--maps", "3", "--seed", seed);
    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    return run.out();
  }

  @Test
  void theTableIsPrintedAndNothingElse() {
    assertThat(table("9")).contains("%overflow").contains("8.00").contains("largest");
  }

  @Test
  void helpIsGivenOnRequest() {
    CommandRun help = run("--help");
    assertThat(help.status()).isZero();
    assertThat(help.out()).contains("Usage: load-table", "missprobe", "Exit status: ", "Examples:");
  }

  @Test
  void theSameSeedGivesTheSameTable() {
    assertThat(table("9")).isEqualTo(table("9")).isNotEqualTo(table("10"));
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
    CommandRun run = run(option, value);
    assertThat(run.status()).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(option).contains(reason).hasLineCount(1);
  }
}
