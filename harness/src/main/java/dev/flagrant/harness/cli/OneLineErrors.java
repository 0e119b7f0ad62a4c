package dev.flagrant.harness.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** One line on the error stream for a person's mistake; a stack only for a fault of ours. */
public final class OneLineErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {

  /** What picocli says of a value that it cannot read, and what that means to a person. */
  private static final Map<String, String> TYPES =
      Map.of(
          "is not an int",
              "is no whole number from %d to %d".formatted(Integer.MIN_VALUE, Integer.MAX_VALUE),
          "is not a long",
              "is no whole number from %d to %d".formatted(Long.MIN_VALUE, Long.MAX_VALUE),
          "is not a double", "is no number");

  /** The exit status of a command, of which the making may fail as well. */
  public static int statusOf(Supplier<CommandLine> command, String... arguments) {
    try {
      return command.get().execute(arguments);
    } catch (Throwable fault) { // the JVM would end with the status of a verdict that is not met
      return tell(fault, new PrintWriter(System.err, true, Charset.defaultCharset()));
    }
  }

  @Override
  public int handleParseException(ParameterException mistake, String[] arguments) {
    print(mistake.getCommandLine().getErr(), told(mistake));
    return ExitStatus.USAGE;
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    if (thrown instanceof UsageException) {
      print(command.getErr(), thrown.getMessage());
      return ExitStatus.USAGE;
    }
    Throwable fault = thrown instanceof ExecutionException ? cause(thrown) : thrown;
    return tell(fault, command.getErr());
  }

  private static int tell(Throwable fault, PrintWriter err) {
    print(err, "this should not have happened: " + fault);
    fault.printStackTrace(err);
    err.flush();
    return ExitStatus.FAULT;
  }

  private static Throwable cause(Exception wrapped) {
    Throwable cause = wrapped.getCause();
    return cause == null ? wrapped : cause;
  }

  /** What was wrong, and what to do about it. */
  private static String told(ParameterException mistake) {
    String help = "see " + mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      return "%s; %s%s".formatted(unmatched(unmatched), suggestion(unmatched), help);
    }
    String message = firstLine(mistake.getMessage());
    if (mistake instanceof MissingParameterException) {
      return message + "; " + help;
    }
    for (Map.Entry<String, String> type : TYPES.entrySet()) {
      if (message.endsWith(type.getKey())) {
        return message.substring(0, message.length() - type.getKey().length()) + type.getValue();
      }
    }
    return message;
  }

  private static String unmatched(UnmatchedArgumentException mistake) {
    String first = mistake.getUnmatched().get(0);
    if (mistake.isUnknownOption()) {
      return "Unknown option: '" + first + "'";
    }
    boolean command = !mistake.getCommandLine().getSubcommands().isEmpty();
    return (command ? "Unknown command: '" : "Unexpected argument: '") + first + "'";
  }

  /** The options that begin alike, or the command that is most alike. */
  private static String suggestion(UnmatchedArgumentException mistake) {
    List<String> alike = mistake.getSuggestions();
    if (alike.isEmpty()) {
      return "";
    }
    return "did you mean %s? "
        .formatted(mistake.isUnknownOption() ? String.join(" or ", alike) : alike.get(0));
  }

  private static void print(PrintWriter err, @Nullable String message) {
    err.printf("flagrant: %s%n", firstLine(message));
    err.flush();
  }

  private static String firstLine(@Nullable String message) {
    return String.valueOf(message).lines().findFirst().orElse("");
  }
}
