package dev.flagrant.lincheck.detecting;

import static dev.flagrant.lincheck.detecting.GuardAssertions.assertAlwaysDetectedOrLinearizable;
import static dev.flagrant.lincheck.detecting.GuardAssertions.assertNoCounterexampleAmongMany;
import static dev.flagrant.lincheck.detecting.GuardAssertions.assertNoCounterexampleAmongRandomRaces;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.lincheck.detecting.RandomRaces.Drawn;
import dev.flagrant.lincheck.engine.Grain;
import dev.flagrant.testkit.DetectionSite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With a stamp, writers, lookups and steps of iterations are detected or linearizable. */
@Tag("stamp")
class StampGuardTest {
  @Test
  void twoUpdatesAreDetectedOrLinearizableInEveryInterleaving() {
    assertThat(assertAlwaysDetectedOrLinearizable(SmallRaces.UPDATE_UPDATE, Grain.CELLS).sites())
        .containsExactlyInAnyOrder(DetectionSite.START, DetectionSite.END);
  }

  @Test
  void soAreAnUpdateAndALookup() {
    assertThat(assertAlwaysDetectedOrLinearizable(SmallRaces.UPDATE_GET, Grain.UPDATES).sites())
        .containsExactly(DetectionSite.READ);
  }

  @Test
  void soAreAnUpdateAndAnIteration() {
    assertThat(assertAlwaysDetectedOrLinearizable(SmallRaces.UPDATE_ITERATE, Grain.UPDATES).sites())
        .containsExactly(DetectionSite.ITERATE);
  }

  @Test
  void soAreLargerRandomRacesAsFarAsWasLooked() {
    assertNoCounterexampleAmongRandomRaces(Drawn.ALL);
  }

  @Test
  void soAreWritesOfWhichOneGivesTheMapANewSeed() {
    assertAlwaysDetectedOrLinearizable(SmallRaces.UPDATE_CLEAR, Grain.CELLS);
    assertAlwaysDetectedOrLinearizable(SmallRaces.NEW_REMOVE, Grain.CELLS);
  }

  @Test
  void soAreTwoNewKeys() {
    assertThat(assertAlwaysDetectedOrLinearizable(SmallRaces.NEW_NEW, Grain.CELLS).sites())
        .containsExactlyInAnyOrder(DetectionSite.START, DetectionSite.END);
  }

  @Test
  void noLookupAnswersWithTheElemOfAnotherKeyAsFarAsWasLooked() {
    assertNoCounterexampleAmongMany(SmallRaces.REUSE_GET);
  }

  @Test
  void noIterationShowsAKeyWithTheElemOfAnotherAsFarAsWasLooked() {
    assertNoCounterexampleAmongMany(SmallRaces.REUSE_ITERATE);
  }
}
