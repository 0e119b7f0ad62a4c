package dev.flagrant.stress.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * An installed JDK.
 *
 * @param java its launcher
 * @param version its version, as {@code 17.0.1}
 */
public record Jdk(Path java, Runtime.Version version) {

  private static final int OLDEST = 17;

  /** The one that runs this. */
  public static Jdk current() {
    return new Jdk(Path.of(System.getProperty("java.home"), "bin", "java"), Runtime.version());
  }

  /**
   * The one installed in a folder.
   *
   * @throws UnusableException if there is none, or it is too old
   */
  public static Jdk at(Path home) throws UnusableException {
    Path java = home.resolve("bin").resolve("java").toAbsolutePath();
    if (!Files.isExecutable(java)) {
      throw new UnusableException(home + " is no JDK: it has no bin/java that can be run");
    }
    Properties release = new Properties();
    Runtime.Version version;
    try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
      release.load(reader);
      version = Runtime.Version.parse(release.getProperty("JAVA_VERSION", "").replace("\"", ""));
    } catch (IOException | IllegalArgumentException e) {
      throw new UnusableException(
          home + " is no JDK: the file 'release' in it does not tell its version");
    }
    if (version.feature() < OLDEST) {
      throw new UnusableException(
          "%s is a JDK %d; it must be %d or newer".formatted(home, version.feature(), OLDEST));
    }
    return new Jdk(java, version);
  }

  /**
   * Starts it once with these options, and nothing to run.
   *
   * @throws UnusableException with its own words if it refuses them
   * @throws IOException if it cannot be started
   */
  public void requireAccepts(List<String> options) throws UnusableException, IOException {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(options);
    command.add("-version");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output;
    try (BufferedReader reader = process.inputReader()) {
      output = reader.lines().filter(Jdk::isOfTheRefusal).findFirst().orElse("it says nothing");
      reader.transferTo(Writer.nullWriter());
    }
    if (process.onExit().join().exitValue() != 0) {
      throw new UnusableException(
          "--jvm-option: %s refuses %s: %s".formatted(label(), String.join(" ", options), output));
    }
  }

  /** What a JVM takes from its environment it says first. */
  private static boolean isOfTheRefusal(String line) {
    return !line.startsWith("Picked up ") && !line.startsWith("NOTE: Picked up ");
  }

  /** Its name in reports and file names. */
  public String label() {
    return "jdk" + version.feature();
  }
}
