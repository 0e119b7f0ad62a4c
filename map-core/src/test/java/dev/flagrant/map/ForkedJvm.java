package dev.flagrant.map;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A JVM of its own, for what is chosen once per JVM and for what ends it. */
public final class ForkedJvm {
  private static final long TIMEOUT_SECONDS = 300;

  /** Options from outside, of which a JVM says on its standard error that it has taken them. */
  private static final Set<String> OPTIONS_FROM_OUTSIDE =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private ForkedJvm() {}

  /** The launcher of the JVM that runs the tests. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** For a JVM that has the options of its command and no others. */
  static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(OPTIONS_FROM_OUTSIDE);
    return builder;
  }

  /** What a JVM left behind. */
  public record Outcome(int exit, String out, String err) {}

  /**
   * Runs a main class of the tests to its end, compiled by C1 at most.
   *
   * @param options of the JVM, as {@code -Dname=value}; they come last, and so overrule
   */
  public static Outcome run(Class<?> main, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Xshare:auto");
    // What the fork runs counts as covered, too.
    for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (argument.startsWith("-javaagent:") && argument.contains("jacoco")) {
        command.add(argument);
      }
    }
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    Path out = Files.createTempFile("fork", ".out");
    Path err = Files.createTempFile("fork", ".err");
    try {
      Process process =
          builder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(
            "the forked JVM did not end: " + Files.readString(out) + Files.readString(err));
      }
      return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
