package dev.flagrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** What a run of the command showed. */
public record CommandRun(int status, String out, String err) {

  /** Runs the conformance command. */
  static CommandRun of(String... arguments) {
    return of(new ConformanceCommand(), arguments);
  }

  /** Runs a command that tells of a mistake in one line, as the whole of them do. */
  public static CommandRun of(Callable<Integer> runnable, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        new CommandLine(runnable)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    command.setParameterExceptionHandler(
        (mistake, given) -> {
          command.getErr().println(mistake.getMessage());
          return CommandLine.ExitCode.USAGE;
        });
    return new CommandRun(command.execute(arguments), out.toString(), err.toString());
  }

  /** Nothing is wrong: there are no lines on the error stream but what a slow machine is told. */
  void assertNothingButProgress() {
    assertThat(err.lines()).allMatch(line -> line.startsWith("replaying "));
  }

  /** Refused in one line, before anything is replayed. */
  static void assertMistake(String sentence, String... arguments) {
    CommandRun run = of(arguments);
    assertThat(run.err()).as(sentence).contains(sentence);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.status()).as(sentence).isEqualTo(2);
    assertThat(run.out()).as(sentence).isEmpty();
  }
}
