package dev.flagrant.benchmarks.model;

/**
 * What a measurement ran on.
 *
 * @param runtime {@code JDK 17}, or {@code Go 1.19.8}
 * @param collector the collector's name, empty where there is no choice
 */
public record Platform(String runtime, String collector) {
  @Override
  public String toString() {
    return collector.isEmpty() ? runtime : runtime + " " + collector;
  }
}
