package dev.flagrant.benchmarks.model;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where and under what load the measurements were taken.
 *
 * @param processor its name
 * @param cores as the JVM sees them
 * @param memoryGiB of the machine
 * @param system operating system
 * @param loadBefore load average of a minute when the run began; negative if unknown
 */
public record Machine(
    String processor, int cores, long memoryGiB, String system, double loadBefore) {

  /** Refuses what lacks something. */
  public Machine {
    Objects.requireNonNull(processor, "processor");
    Objects.requireNonNull(system, "system");
  }

  /** Whether it is the same kind of machine, whatever its load. */
  public boolean isLike(Machine other) {
    return processor.equals(other.processor)
        && cores == other.cores
        && memoryGiB == other.memoryGiB
        && system.equals(other.system);
  }

  /** This one, now. */
  public static Machine here() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    long bytes =
        system instanceof com.sun.management.OperatingSystemMXBean detailed
            ? detailed.getTotalMemorySize()
            : 0;
    return new Machine(
        processorName(),
        system.getAvailableProcessors(),
        Math.round(bytes / (double) (1L << 30)),
        system.getName() + " " + system.getArch(),
        system.getSystemLoadAverage());
  }

  private static String processorName() {
    Path file = Path.of("/proc/cpuinfo");
    try {
      if (Files.isReadable(file)) {
        for (String line : Files.readAllLines(file)) {
          if (line.startsWith("model name")) {
            return line.substring(line.indexOf(':') + 1).strip();
          }
        }
      }
    } catch (IOException e) {
      return "unknown";
    }
    return "unknown";
  }
}
