package dev.flagrant.lincheck.detecting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.lincheck.detecting.RandomRaces.Drawn;
import dev.flagrant.lincheck.engine.Explored;
import dev.flagrant.lincheck.engine.Grain;
import dev.flagrant.lincheck.engine.ModelChecker;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What can be asked of a guard and a race. */
final class GuardAssertions {
  private static final int EXHAUSTING = 150_000;
  private static final int SAMPLE = 5_000;
  private static final int RANDOM_RACES = 7;
  private static final int RANDOM_SAMPLE = 400;

  private GuardAssertions() {}

  /** Every interleaving is linearizable or detected, both occur, and no interleaving is left. */
  static Explored assertAlwaysDetectedOrLinearizable(ExhaustedRace exhausted) {
    Explored explored = explore(exhausted.race, exhausted.grain, EXHAUSTING);
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
    return assertSilentlyWrong(race, Grain.CELLS, outcome);
  }

  /** So it does with threads switched at this grain. */
  static Explored assertSilentlyWrong(RaceScenario race, Grain grain, RaceOutcome outcome) {
    Explored explored = explore(race, grain, SAMPLE);
    assertThat(explored.trace()).contains("The following interleaving leads to the error");
    assertThat(explored.count(outcome)).isEqualTo(1);
    return explored;
  }

  /**
   * Some races that have too many interleavings, each explored as far as is worth while when it is
   * asked for: two threads with three operations each, and three with two.
   */
  static Stream<Explored> randomRaces(Drawn drawn) {
    return LongStream.rangeClosed(1, RANDOM_RACES)
        .boxed()
        .flatMap(
            seed ->
                Stream.of(
                    explore(RandomRaces.of(seed, 3, drawn), 2, Grain.CELLS, RANDOM_SAMPLE),
                    explore(RandomRaces.of(seed, 2, drawn), 3, Grain.CELLS, RANDOM_SAMPLE)));
  }

  /** None of the random races has a counterexample, and races were noticed. */
  static void assertNoCounterexampleAmongRandomRaces(Drawn drawn) {
    List<Explored> races = randomRaces(drawn).toList();
    assertThat(races).allSatisfy(race -> assertThat(race.trace()).as(race.explanation()).isEmpty());
    assertThat(races).anyMatch(race -> race.count(RaceOutcome.DETECTED) > 0);
    assertThat(races).anyMatch(race -> race.count(RaceOutcome.CLEAN) > 0);
  }

  private static Explored explore(RaceScenario race, Grain grain, int limit) {
    return explore(race, 2, grain, limit);
  }

  private static Explored explore(RaceScenario race, int threads, Grain grain, int limit) {
    return new ModelChecker(grain, limit)
        .explore(SmallRaces.GO_MAP, race, threads, SmallRaces::detectedOrLinearizable);
  }
}
