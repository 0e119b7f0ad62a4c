package dev.flagrant.benchmarks.measure;

import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.model.Timing;
import dev.flagrant.benchmarks.workload.ProbeKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How much is measured, and for how long. */
public enum Effort {
  /** For a result. */
  FULL(
      new Sampling(3, 3, 4, 200),
      new Selection(
          List.of(16, 1_000, 1_000_000),
          List.of(KeyKind.values()),
          List.of(ProbeKind.values()),
          List.of(Peer.values())),
      concat(new int[] {0, 16, 1_000}, IntStream.rangeClosed(0, 12).map(i -> 500_000 + i * 50_000)),
      10_000_000,
      5,
      List.of(10_000_000, 20_000_000, 40_000_000, 70_000_000, 100_000_000)),
  /** For a first look, in less than three minutes. */
  QUICK(
      new Sampling(1, 3, 4, 100),
      new Selection(
          List.of(1_000, 1_000_000),
          List.of(KeyKind.LONG),
          List.of(ProbeKind.EQUAL),
          List.of(Peer.GO_MAP, Peer.HASH_MAP)),
      concat(new int[] {0, 16, 1_000}, IntStream.of(500_000, 1_100_000)),
      1_000_000,
      1,
      List.of(1_000_000, 3_000_000)),
  /** To show that every instrument works; its numbers mean nothing. */
  SMOKE(
      new Sampling(1, 1, 1, 10),
      new Selection(
          List.of(16),
          List.of(KeyKind.LONG),
          List.of(ProbeKind.EQUAL),
          List.of(Peer.GO_MAP, Peer.HASH_MAP)),
      List.of(0, 16, 1_000, 500_000),
      100_000,
      1,
      List.of(100_000, 200_000));

  /**
   * How a time is sampled.
   *
   * @param forks processes
   * @param warmups iterations thrown away, of each fork
   * @param iterations iterations kept, of each fork
   * @param millis of one iteration
   */
  public record Sampling(int forks, int warmups, int iterations, int millis) {
    /** The same in one process only. */
    public Sampling once() {
      return new Sampling(1, warmups, iterations, millis);
    }
  }

  /**
   * Which cells there are.
   *
   * @param sizes entries of a map
   * @param keys kinds of keys
   * @param probes objects to ask with
   * @param peers maps
   */
  public record Selection(
      List<Integer> sizes, List<KeyKind> keys, List<ProbeKind> probes, List<Peer> peers) {}

  /** Half the width of an interval, as a part of its median, that asks for more processes. */
  private static final double WIDE = 0.1;

  private final Sampling sampling;
  private final Selection selection;
  private final List<Integer> memorySizes;
  private final int latencyEntries;
  private final int latencyRepetitions;
  private final List<Integer> scaleSteps;

  Effort(
      Sampling sampling,
      Selection selection,
      List<Integer> memorySizes,
      int latencyEntries,
      int latencyRepetitions,
      List<Integer> scaleSteps) {
    this.sampling = sampling;
    this.selection = selection;
    this.memorySizes = memorySizes;
    this.latencyEntries = latencyEntries;
    this.latencyRepetitions = latencyRepetitions;
    this.scaleSteps = scaleSteps;
  }

  /** How times are sampled. */
  public Sampling sampling() {
    return sampling;
  }

  /**
   * How many processes a cell should have in all, going by those it has: more if their samples do
   * not agree. What disturbs a run for minutes, and a speed that a process has by chance, is in all
   * samples of one process; only others can show what is usual.
   */
  public int wanted(Timing timing) {
    int forks = timing.forks();
    return isWide(timing) && forks < mostForks()
        ? Math.min(forks + sampling.forks, mostForks())
        : forks;
  }

  /** Whether the processes of a cell differ so much that more of them are asked for. */
  public static boolean isWide(Timing timing) {
    return timing.estimate().halfWidth() > WIDE;
  }

  private int mostForks() {
    return this == FULL ? 3 * sampling.forks : sampling.forks;
  }

  /**
   * How the guards are sampled: in processes that are short, because they take turns, and many,
   * because what is compared is less than what one compilation differs from another.
   */
  public Sampling guardSampling() {
    return this == FULL ? new Sampling(10, 3, 4, 200) : sampling;
  }

  /** The sizes on which the guards are compared: one in the caches, one in memory. */
  public List<Integer> guardSizes() {
    return switch (this) {
      case FULL -> List.of(1_000, 1_000_000);
      case QUICK -> List.of(1_000);
      case SMOKE -> List.of(16);
    };
  }

  /** Which cells there are. */
  public Selection selection() {
    return selection;
  }

  /** The sizes whose memory is measured. */
  public List<Integer> memorySizes() {
    return memorySizes;
  }

  /** The entries up to which the latency of a put is measured. */
  public int latencyEntries() {
    return latencyEntries;
  }

  /** How often it is. */
  public int latencyRepetitions() {
    return latencyRepetitions;
  }

  /** The sizes of the very large maps, rising. */
  public List<Integer> scaleSteps() {
    return scaleSteps;
  }

  /** Its name in results. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For people, with the fewest processes that a cell has. */
  public String describe(int forks) {
    String all =
        "%d forks that take turns, each %d warm-up and %d measured iterations of %d ms"
            .formatted(forks, sampling.warmups, sampling.iterations, sampling.millis);
    return mostForks() <= Math.max(forks, sampling.forks)
        ? all
        : all
            + "; up to %d forks where the interval is wider".formatted(mostForks())
            + " than ±%.0f %%".formatted(100 * WIDE);
  }

  private static List<Integer> concat(int[] first, IntStream rest) {
    return IntStream.concat(Arrays.stream(first), rest).boxed().toList();
  }
}
