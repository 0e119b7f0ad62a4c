package dev.flagrant.lincheck.detecting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.lincheck.engine.Explored;
import dev.flagrant.lincheck.engine.Grain;
import dev.flagrant.lincheck.engine.ModelChecker;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;

/** What can be asked of a guard and a race. */
final class GuardAssertions {
  private static final int EXHAUSTING = 150_000;
  private static final int SAMPLE = 5_000;

  private GuardAssertions() {}

  /** Every interleaving is linearizable or detected, both occur, and no interleaving is left. */
  static Explored assertAlwaysDetectedOrLinearizable(RaceScenario race, Grain grain) {
    Explored explored = explore(race, grain, EXHAUSTING);
    assertSeen(explored);
    assertThat(explored.exhausted()).as("%s interleavings", explored.interleavings()).isTrue();
    return explored;
  }

  /** So are the first some thousand interleavings of a race that has too many. */
  static void assertNoCounterexampleAmongMany(RaceScenario race) {
    assertSeen(explore(race, Grain.CELLS, SAMPLE));
  }

  private static void assertSeen(Explored explored) {
    assertThat(explored.trace()).as(explored.explanation()).isEmpty();
    assertThat(explored.count(RaceOutcome.DETECTED)).isPositive();
    assertThat(explored.count(RaceOutcome.CLEAN)).isPositive();
  }

  /** Some interleaving goes wrong in this way and nobody notices. */
  static Explored assertSilentlyWrong(RaceScenario race, RaceOutcome outcome) {
    Explored explored = explore(race, Grain.CELLS, SAMPLE);
    assertThat(explored.trace()).contains("The following interleaving leads to the error");
    assertThat(explored.count(outcome)).isEqualTo(1);
    return explored;
  }

  private static Explored explore(RaceScenario race, Grain grain, int limit) {
    return new ModelChecker(grain, limit)
        .explore(SmallRaces.GO_MAP, race, 2, SmallRaces::detectedOrLinearizable);
  }
}
