package dev.flagrant.benchmarks.model;

import java.util.List;
import java.util.Objects;

/**
 * One cell of the table of workloads.
 *
 * @param workload its label
 * @param keys {@code long} or {@code string}
 * @param probes {@code equal} or {@code identical}
 * @param size entries of each map
 * @param peer label of the map
 * @param platform where it ran
 * @param variant what else was set, such as {@code guard=none}; empty in the comparison of maps
 */
public record Cell(
    String workload,
    String keys,
    String probes,
    int size,
    String peer,
    Platform platform,
    String variant) {

  /** The variant of the cells that compare maps. */
  public static final String PLAIN = "";

  /** Begins the variant of a guard, whose name follows. */
  public static final String GUARD = "guard=";

  /** Go's check. */
  public static final String GO_GUARD = GUARD + "go";

  /** No check at all. */
  public static final String NO_GUARD = GUARD + "none";

  /** The variant that can name the other thread, under Go's guard. */
  public static final String NAMES = "names-other-thread";

  /** The variants that show what guarding costs; the first is what the others are compared with. */
  public static final List<String> GUARDED =
      List.of(NO_GUARD, GO_GUARD, GUARD + "atomic", GUARD + "stamp", NAMES);

  /** Refuses what lacks something. */
  public Cell {
    Objects.requireNonNull(workload, "workload");
    Objects.requireNonNull(keys, "keys");
    Objects.requireNonNull(probes, "probes");
    Objects.requireNonNull(peer, "peer");
    Objects.requireNonNull(platform, "platform");
    Objects.requireNonNull(variant, "variant");
  }

  /** The name that a filter is matched with. */
  public String name() {
    String name =
        String.join("/", workload, keys, probes, String.valueOf(size), peer, platform.toString());
    return variant.equals(PLAIN) ? name : name + "/" + variant;
  }

  /** The same cell of another peer. */
  public Cell of(String otherPeer) {
    return new Cell(workload, keys, probes, size, otherPeer, platform, variant);
  }

  /** The same cell on another platform. */
  public Cell on(Platform other) {
    return new Cell(workload, keys, probes, size, peer, other, variant);
  }

  /** The same cell with something else set. */
  public Cell with(String otherVariant) {
    return new Cell(workload, keys, probes, size, peer, platform, otherVariant);
  }

  /** The row of the table it stands in. */
  public String row() {
    return String.join("/", workload, keys, probes, String.valueOf(size));
  }
}
