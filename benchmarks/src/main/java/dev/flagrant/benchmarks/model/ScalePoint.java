package dev.flagrant.benchmarks.model;

import java.util.Objects;

/**
 * Nanoseconds per operation on one very large map.
 *
 * @param peer label of the map
 * @param platform where it ran
 * @param entries in the map
 * @param insert mean over the inserts since the point before, growth and collections included
 * @param hit median over repetitions
 * @param update median over repetitions
 */
public record ScalePoint(
    String peer, Platform platform, int entries, double insert, double hit, double update) {
  /** Refuses what lacks something. */
  public ScalePoint {
    Objects.requireNonNull(peer, "peer");
    Objects.requireNonNull(platform, "platform");
  }
}
