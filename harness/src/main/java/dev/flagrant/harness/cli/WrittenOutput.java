package dev.flagrant.harness.cli;

import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;

/**
 * Runs the command, and takes it for failed if its output was lost, which a writer keeps to itself
 * until it is asked, and if it ends in an {@link Error}.
 */
public final class WrittenOutput implements IExecutionStrategy {

  private final IExecutionStrategy command = new MapProperties();

  @Override
  public int execute(ParseResult parsed) {
    CommandLine line = parsed.commandSpec().commandLine();
    int status = run(parsed, line);
    boolean writerFailed = line.getOut().checkError();
    // Asked second: the writer flushes into the stream, which keeps the error to itself as well.
    if (System.out.checkError() || writerFailed) {
      line.getErr().println("flagrant: the output was lost: standard output is full or closed");
      line.getErr().flush();
      return Math.max(status, ExitStatus.USAGE);
    }
    return status;
  }

  /** An error would end the JVM past all handlers, with the status of a verdict that is not met. */
  private int run(ParseResult parsed, CommandLine line) {
    try {
      return command.execute(parsed);
    } catch (Error e) {
      throw new ExecutionException(line, e.toString(), e);
    }
  }
}
