package dev.flagrant.benchmarks.measure;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.flagrant.benchmarks.model.ResultsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs a measurement in a process of its own, which writes its results as JSON into a file. */
final class Fork {
  private Fork() {}

  /**
   * Runs the main method of a class in another JVM.
   *
   * @param main its first argument is the file to write, the given ones follow
   * @throws MeasurementException if it fails
   */
  static <T> T java(
      Jdk jdk, List<String> options, Class<?> main, TypeReference<T> type, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    command.addAll(options);
    command.addAll(main(main));
    return run(command, type, arguments);
  }

  /** What follows the options of a JVM that runs the main method of a class. */
  static List<String> main(Class<?> main) {
    return List.of("-cp", System.getProperty("java.class.path"), main.getName());
  }

  /**
   * Runs a command.
   *
   * @param command is given the file to write, and the arguments after it
   * @throws MeasurementException if it fails
   */
  static <T> T run(List<String> command, TypeReference<T> type, Object... arguments) {
    try {
      Path results = Children.file(".json");
      Path output = Children.file(".log");
      try {
        List<String> all = new ArrayList<>(command);
        all.add(results.toString());
        Arrays.stream(arguments).map(String::valueOf).forEach(all::add);
        int status =
            Children.run(
                new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(output.toFile()));
        if (status != 0) {
          throw new MeasurementException(
              "a measurement ended with exit status %d: %s%n%s"
                  .formatted(status, String.join(" ", all), Files.readString(output)));
        }
        return ResultsFile.JSON.readValue(results.toFile(), type);
      } finally {
        Children.remove(results);
        Children.remove(output);
      }
    } catch (IOException e) {
      throw new MeasurementException("a measurement could not be run: " + e.getMessage(), e);
    }
  }

  /**
   * Runs a command whose output does not matter, and gives its exit status.
   *
   * @throws IOException if there is no such command
   */
  static int status(List<String> command) throws IOException {
    return Children.run(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD));
  }
}
