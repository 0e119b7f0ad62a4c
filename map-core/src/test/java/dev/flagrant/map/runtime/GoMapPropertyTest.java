package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A map agrees with {@link java.util.HashMap} over long random sequences of operations, its
 * iterations keep Go's law however many of them are under way and whatever is written meanwhile,
 * and its structure keeps every rule after every step.
 *
 * <p>The sequences are fixed; the system property {@code flagrant.seed} adds one of its own.
 */
class GoMapPropertyTest {
  @ParameterizedTest
  @EnumSource
  void mapsOfAllSizesAgreeWithTheModel(KeyKind kind) {
    RandomOperations.Seen seen = new RandomOperations.Seen();
    int[] ranges = {3, 9, 20, 40, 80, 160, 320, 640};
    for (int seed = 0; seed < 48; seed++) {
      run(kind, seed, ranges[seed % ranges.length], 300, seen);
    }
    for (int seed = 120; seed < 124; seed++) {
      run(kind, seed, 400, 2500, seen);
    }

    assertThat(seen.growths).isGreaterThan(40);
    assertThat(seen.iterationsEnded).isGreaterThan(200);
    assertThat(seen.iterationsOverTwoGrowths).isGreaterThan(20);
    assertThat(seen.iterationsOverAClear).isGreaterThan(20);
    assertThat(seen.iterationsBegunDuringGrowth).isGreaterThan(5);
    if (kind == KeyKind.FOUR_BITS || kind == KeyKind.NANS_AND_OTHERS) {
      assertThat(seen.sameSizeGrowths).isGreaterThan(2);
      assertThat(seen.iterationsOverTwoSameSizeGrowths).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSequenceOfTheCallersChoiceAgreesWithTheModel(KeyKind kind) {
    long seed = Long.getLong("flagrant.seed", 0x5EED);
    run(kind, seed, 200, 2000, new RandomOperations.Seen());
  }

  @ParameterizedTest
  @EnumSource
  void aSeedRepeatsItsSequenceAndTheStructureItEndsWith(KeyKind kind) {
    long seed = 0x5EED;
    RandomOperations first = new RandomOperations(kind, seed, 80, new RandomOperations.Seen());
    RandomOperations again = new RandomOperations(kind, seed, 80, new RandomOperations.Seen());
    RandomOperations other = new RandomOperations(kind, seed + 1, 80, new RandomOperations.Seen());
    for (RandomOperations operations : List.of(first, again, other)) {
      operations.run(600);
    }

    assertThat(again.trace()).isEqualTo(first.trace());
    assertThat(again.structure()).isEqualTo(first.structure());
    assertThat(other.trace()).isNotEqualTo(first.trace());
  }

  @Test
  void chainsOfMoreThan64BucketsAgreeWithTheModel() {
    RandomOperations.Seen seen = new RandomOperations.Seen();

    new RandomOperations(KeyKind.ONE_HASH, 1, 1200, seen).filledWith(600).run(1000);

    assertThat(seen.longestChain).isGreaterThan(64);
  }

  @Test
  void runsOfSeveralOverflowBucketsAgreeWithTheModel() {
    RandomOperations.Seen seen = new RandomOperations.Seen();

    for (int seed = 0; seed < 3; seed++) {
      new RandomOperations(KeyKind.BITS_ABOVE_THE_SIXTH, seed, 2000, seen)
          .filledWith(900)
          .run(2000);
    }

    assertThat(seen.longestRun).isGreaterThan(1);
  }

  private static void run(
      KeyKind kind, long seed, int range, int steps, RandomOperations.Seen seen) {
    try {
      new RandomOperations(kind, seed, range, seen).run(steps);
    } catch (AssertionError e) {
      throw new AssertionError(
          kind + " with seed " + seed + " and keys below " + range + ", " + e.getMessage(), e);
    }
  }
}
