package dev.flagrant.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of its own, of the same JDK: for what is chosen once for each, for what ends it, and for
 * threads that nothing else can end. Immutable.
 */
public final class ChildJvm {
  /**
   * With any of these a JVM takes more options than it is given, and says so on its error stream.
   */
  private static final Set<String> OPTIONS_FROM_OUTSIDE =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private final List<String> options;
  private final String classPath;

  private ChildJvm(List<String> options, String classPath) {
    this.options = options;
    this.classPath = classPath;
  }

  /**
   * A JVM with the class path of this one.
   *
   * @param options of the JVM, as {@code -Dname=value}
   */
  public static ChildJvm with(String... options) {
    return new ChildJvm(List.of(options), System.getProperty("java.class.path"));
  }

  /** The same with another class path. */
  public ChildJvm onClassPath(String other) {
    return new ChildJvm(options, other);
  }

  /**
   * What a JVM left behind.
   *
   * @param status its exit status
   * @param output what it printed
   * @param errors what it printed as errors
   */
  public record Ended(int status, String output, String errors) {}

  /**
   * Runs a class to its end, and ends the JVM if that is too late. Both of its outputs go to files:
   * a pipe that nobody empties would hold it up, and one that is read to its end is no bound.
   *
   * @param patience how long it may take
   * @throws AssertionError if it took longer; it says what was printed until then
   */
  public Ended run(Duration patience, Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(arguments);
    Path output = Files.createTempFile("child", ".out");
    Path errors = Files.createTempFile("child", ".err");
    try {
      ProcessBuilder child =
          new ProcessBuilder(command)
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile());
      child.environment().keySet().removeAll(OPTIONS_FROM_OUTSIDE);
      Process process = child.start();
      boolean ended;
      try {
        ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      } finally {
        process.destroyForcibly().waitFor();
      }
      String printed = Files.readString(output);
      String complained = Files.readString(errors);
      if (!ended) {
        throw new AssertionError(
            main.getName()
                + " has not ended in "
                + patience.toSeconds()
                + " seconds; it printed: "
                + printed
                + complained);
      }
      return new Ended(process.exitValue(), printed, complained);
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }
}
