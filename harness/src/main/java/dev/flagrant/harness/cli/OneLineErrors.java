package dev.flagrant.harness.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** One line on the error stream for a person's mistake; a stack only for a fault of ours. */
public final class OneLineErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {

  @Override
  public int handleParseException(ParameterException mistake, String[] arguments) {
    print(mistake.getCommandLine(), mistake.getMessage());
    return ExitStatus.USAGE;
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    if (thrown instanceof UsageException) {
      print(command, thrown.getMessage());
      return ExitStatus.USAGE;
    }
    print(command, "this should not have happened: " + thrown);
    thrown.printStackTrace(command.getErr());
    return ExitStatus.FAULT;
  }

  private static void print(CommandLine command, @Nullable String message) {
    String line = String.valueOf(message).lines().findFirst().orElse("");
    command.getErr().printf("flagrant: %s%n", line);
    command.getErr().flush();
  }
}
