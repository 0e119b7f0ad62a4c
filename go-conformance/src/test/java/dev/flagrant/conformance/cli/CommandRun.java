package dev.flagrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What a run of the command showed. */
record CommandRun(int status, String out, String err) {
  static CommandRun of(String... arguments) {
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
