package dev.flagrant.harness.cli;

import dev.flagrant.map.runtime.Guards;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Refuses system properties by which Go's map cannot be set, before a command goes by them: the map
 * itself says so only where its classes are initialised, to whoever does that first.
 */
final class MapProperties implements IExecutionStrategy {

  /** How Go's map fails is chosen by this property, for all maps of the process. */
  private static final String FAILURE = "dev.flagrant.failure";

  private static final String HALT = "halt";

  private static final String NAMING = "dev.flagrant.name-other-thread";

  /** The option by which a JVM ends when a map of its detects a race. */
  static final String HALTS = "-D" + FAILURE + "=" + HALT;

  private final RunLast command = new RunLast();

  @Override
  public int execute(ParseResult parsed) {
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    try {
      requireKnown();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(parsed.commandSpec().commandLine(), "-D" + e.getMessage(), e);
    }
    return command.execute(parsed);
  }

  private static void requireKnown() {
    Guards.require(System.getProperty(Guards.PROPERTY, Guards.DEFAULT));
    requireOneOf(FAILURE, "throw", HALT);
    requireOneOf(NAMING, "false", "true");
    if (HALT.equals(System.getProperty(FAILURE))) {
      throw new IllegalArgumentException(
          FAILURE + "=" + HALT + " would end this process at the first detection; run without it");
    }
  }

  /** The first is what holds where there is no such property. */
  private static void requireOneOf(String property, String... known) {
    String value = System.getProperty(property, known[0]);
    if (!List.of(known).contains(value)) {
      throw new IllegalArgumentException(
          "%s=%s: it is one of %s".formatted(property, value, String.join(", ", known)));
    }
  }
}
