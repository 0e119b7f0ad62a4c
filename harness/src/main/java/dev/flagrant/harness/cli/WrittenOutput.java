package dev.flagrant.harness.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Runs the command, and takes it for failed if its output was lost: a writer keeps such an error to
 * itself until it is asked.
 */
public final class WrittenOutput implements IExecutionStrategy {

  private final RunLast command = new RunLast();

  @Override
  public int execute(ParseResult parsed) {
    int status = command.execute(parsed);
    CommandLine line = parsed.commandSpec().commandLine();
    boolean writerFailed = line.getOut().checkError();
    // Asked second: the writer flushes into the stream, which keeps the error to itself as well.
    if (System.out.checkError() || writerFailed) {
      line.getErr().println("flagrant: the output was lost: standard output is full or closed");
      line.getErr().flush();
      return Math.max(status, ExitStatus.USAGE);
    }
    return status;
  }
}
