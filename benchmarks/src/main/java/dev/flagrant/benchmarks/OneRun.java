package dev.flagrant.benchmarks;

import dev.flagrant.benchmarks.measure.MeasurementException;
import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.Machine;
import java.io.UncheckedIOException;
import java.nio.file.ProviderNotFoundException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all that stands in one table has in common, also where it was measured in several runs. */
final class OneRun {
  private final Plan plan;
  private final Machine machine;
  private final Supplier<String> fingerprint;
  private final String code;
  private final Map<String, String> jdks = new TreeMap<>();
  private @Nullable Integer heapGiB;

  /**
   * A run that begins.
   *
   * @param fingerprint gives that of what is measured, as it is when it is asked
   */
  OneRun(Plan plan, Machine machine, Supplier<String> fingerprint) {
    this.plan = plan;
    this.machine = machine;
    this.fingerprint = fingerprint;
    this.code = fingerprint.get();
    this.heapGiB = plan.heapGiB();
    plan.jdks().forEach(jdk -> jdks.put(jdk.label(), jdk.version()));
  }

  /**
   * Takes over what an earlier run had in common.
   *
   * @throws IllegalArgumentException if this one cannot stand in one table with it
   */
  void takeOver(Campaign earlier) {
    String effort = plan.effort().label();
    if (!earlier.effort().equals(effort)) {
      throw new IllegalArgumentException(
          "a " + earlier.effort() + " run, and this is a " + effort + " one");
    }
    if (!machine.isLike(earlier.machine())) {
      throw new IllegalArgumentException(
          "what was measured on another machine: " + earlier.machine().processor());
    }
    if (!code.equals(earlier.code())) {
      throw new IllegalArgumentException(
          "what was measured with another state of the map, the workloads or what measures them");
    }
    if (earlier.jdks() != null) {
      earlier.jdks().forEach(this::takeOverJdk);
    }
    if (!earlier.scaling().isEmpty() || !earlier.latencies().isEmpty()) {
      takeOverHeap(earlier.heapGiB());
    }
  }

  private void takeOverJdk(String name, String version) {
    String here = jdks.putIfAbsent(name, version);
    if (here != null && !here.equals(version)) {
      throw new IllegalArgumentException(
          "what was measured with another %s: %s, and this is %s".formatted(name, version, here));
    }
  }

  private void takeOverHeap(@Nullable Integer earlier) {
    boolean grows = plan.parts().contains(Part.SCALING) || plan.parts().contains(Part.LATENCY);
    if (earlier != null && grows && earlier != plan.heapGiB()) {
      throw new IllegalArgumentException(
          "maps that grew in a heap of %d GiB, and this run's has %d; give --heap %d"
              .formatted(earlier, plan.heapGiB(), earlier));
    }
    heapGiB = earlier;
  }

  /**
   * Makes sure that what runs is still what was started.
   *
   * @throws MeasurementException if it was built anew meanwhile
   */
  void requireTheSameCode() {
    if (!isStillTheSameCode()) {
      throw new MeasurementException(
          "the program was built anew while it ran, and what ran last is left out; build nothing"
              + " meanwhile, or run a copy");
    }
  }

  /** Whether what runs is still what was started. */
  boolean isStillTheSameCode() {
    return code.equals(codeNow());
  }

  private String codeNow() {
    try {
      return fingerprint.get();
    } catch (UncheckedIOException | ProviderNotFoundException e) {
      return "unreadable, as it is while it is being written";
    }
  }

  /** The fingerprint of what is measured. */
  String code() {
    return code;
  }

  /** The whole version of each JDK, by its label. */
  Map<String, String> jdks() {
    return new TreeMap<>(jdks);
  }

  /** The largest heap in which maps grew; null if an earlier run did not say it. */
  @Nullable Integer heapGiB() {
    return heapGiB;
  }
}
