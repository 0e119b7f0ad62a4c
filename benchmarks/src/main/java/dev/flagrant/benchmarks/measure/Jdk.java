package dev.flagrant.benchmarks.measure;

import dev.flagrant.benchmarks.model.Platform;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An installed JDK.
 *
 * @param java its launcher
 * @param feature its version, 17 or more
 */
public record Jdk(Path java, int feature) {
  private static final int OLDEST = 17;
  private static final int WARNS_OF_UNSAFE = 24;

  /** The one that runs this. */
  public static Jdk current() {
    return new Jdk(
        Path.of(System.getProperty("java.home"), "bin", "java"), Runtime.version().feature());
  }

  /**
   * The one installed in a folder.
   *
   * @throws MeasurementException if there is none, or it is too old
   */
  public static Jdk at(Path home) {
    Path java = home.resolve("bin").resolve("java");
    if (!Files.isExecutable(java)) {
      throw new MeasurementException(home + " is no JDK: it has no bin/java that can be run");
    }
    Properties release = new Properties();
    try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
      release.load(reader);
      String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
      int feature = Runtime.Version.parse(version).feature();
      if (feature < OLDEST) {
        throw new MeasurementException(
            home + " is a JDK " + feature + "; it must be " + OLDEST + " or newer");
      }
      return new Jdk(java, feature);
    } catch (IOException | IllegalArgumentException e) {
      throw new MeasurementException(
          home + " is no JDK: the file 'release' in it does not tell its version", e);
    }
  }

  /** All that it says of its version and its make; only its name if that cannot be read. */
  public String version() {
    Properties release = new Properties();
    Path file = java.resolveSibling("..").resolve("release");
    try (Reader reader = Files.newBufferedReader(file)) {
      release.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      return label();
    }
    return Stream.of("IMPLEMENTOR", "IMPLEMENTOR_VERSION", "JAVA_VERSION", "JAVA_RUNTIME_VERSION")
        .map(release::getProperty)
        .filter(Objects::nonNull)
        .map(value -> value.replace("\"", ""))
        .collect(Collectors.joining(" "));
  }

  /** Its name in reports. */
  public String label() {
    return "JDK " + feature;
  }

  /** It with a collector. */
  public Platform with(Collector collector) {
    return new Platform(label(), collector.label());
  }

  /** The options of every measuring JVM of it. */
  List<String> options(Collector collector) {
    return feature >= WARNS_OF_UNSAFE
        ? List.of(collector.option(), "--sun-misc-unsafe-memory-access=allow")
        : List.of(collector.option());
  }

  /**
   * The same with a heap that does not grow and that the system has already given, so that neither
   * happens while time is taken.
   */
  List<String> options(Collector collector, int heapMiB) {
    List<String> options = new ArrayList<>(options(collector));
    options.addAll(List.of("-Xms" + heapMiB + "m", "-Xmx" + heapMiB + "m", "-XX:+AlwaysPreTouch"));
    return options;
  }
}
