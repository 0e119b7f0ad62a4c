package dev.flagrant.harness.cli;

import dev.flagrant.lincheck.engine.Grain;
import dev.flagrant.lincheck.engine.ModelChecker;
import dev.flagrant.testkit.RaceScenario;
import picocli.CommandLine.Option;

/** How large the races are that are explored, and how far. */
final class ExplorationOptions {

  @Option(
      names = "--operations",
      paramLabel = "N",
      converter = Operations.class,
      description =
          "So many operations of each thread's program, 1 to 8. Default: ${DEFAULT-VALUE}.")
  private long operations = 1;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = Threads.class,
      description = "Threads of each race, 2 to 16. Default: ${DEFAULT-VALUE}.")
  private long threads = 2;

  @Option(
      names = "--interleavings",
      paramLabel = "N",
      converter = Interleavings.class,
      description = "At most so many interleavings of each scenario. Default: ${DEFAULT-VALUE}.")
  private long interleavings = 1_000;

  /** As many as the longest program of a scenario has. */
  static final class Operations extends WholeNumber {
    Operations() {
      super(1, 8);
    }
  }

  /** A bound against slips of the hand. */
  static final class Threads extends WholeNumber {
    Threads() {
      super(2, 16);
    }
  }

  /** A bound against slips of the hand. */
  static final class Interleavings extends WholeNumber {
    Interleavings() {
      super(1, 1_000_000_000);
    }
  }

  /** Who explores them. */
  ModelChecker checker() {
    return new ModelChecker(Grain.CELLS, Math.toIntExact(interleavings));
  }

  /** The scenario with as many operations as are wanted. */
  RaceScenario shortened(RaceScenario race) {
    return race.shortened(Math.toIntExact(operations));
  }

  /** Threads of each race. */
  int threads() {
    return Math.toIntExact(threads);
  }
}
