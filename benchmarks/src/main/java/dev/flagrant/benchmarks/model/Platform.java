package dev.flagrant.benchmarks.model;

import java.util.Objects;

/**
 * What a measurement ran on.
 *
 * @param runtime {@code JDK 17}, or {@code Go 1.19.8}
 * @param collector the collector's name, empty where there is no choice
 */
public record Platform(String runtime, String collector) {
  /** Refuses what lacks something. */
  public Platform {
    Objects.requireNonNull(runtime, "runtime");
    Objects.requireNonNull(collector, "collector");
  }

  @Override
  public String toString() {
    return collector.isEmpty() ? runtime : runtime + " " + collector;
  }
}
