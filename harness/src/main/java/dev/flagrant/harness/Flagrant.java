package dev.flagrant.harness;

import dev.flagrant.benchmarks.BenchCommand;
import dev.flagrant.conformance.cli.ConformanceCommand;
import dev.flagrant.conformance.load.LoadTableCommand;
import dev.flagrant.harness.cli.CheckCommand;
import dev.flagrant.harness.cli.LincheckCommand;
import dev.flagrant.harness.cli.OneLineErrors;
import dev.flagrant.harness.cli.ProcessEnd;
import dev.flagrant.harness.cli.StressCommand;
import dev.flagrant.harness.cli.Version;
import dev.flagrant.harness.cli.WrittenOutput;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code flagrant} command: everything it does is a subcommand. */
@Command(
    name = "flagrant",
    description = "Races maps on purpose and tells how they take it.",
    subcommands = {
      CheckCommand.class,
      LincheckCommand.class,
      StressCommand.class,
      ConformanceCommand.class,
      LoadTableCommand.class,
      BenchCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT)
public final class Flagrant implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  private Flagrant() {}

  /** The command line, ready to be executed. */
  public static CommandLine commandLine() {
    OneLineErrors errors = new OneLineErrors();
    return new CommandLine(new Flagrant())
        // A file of arguments is none of the help's promises, and a name may begin with an @.
        .setExpandAtFiles(false)
        .setExecutionStrategy(new WrittenOutput())
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "which command? see flagrant --help");
  }

  /** Runs the command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    // The digits and separators of figures are the same for all who compare them.
    Locale.setDefault(Locale.ROOT);
    ProcessEnd end = ProcessEnd.watched();
    // Not left to the last thread: a hung map may have left threads of its own behind.
    end.with(OneLineErrors.statusOf(Flagrant::commandLine, arguments));
  }
}
