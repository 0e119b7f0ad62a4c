package dev.flagrant.lincheck.detecting;

import static dev.flagrant.lincheck.detecting.GuardAssertions.assertAlwaysDetectedOrLinearizable;
import static dev.flagrant.lincheck.detecting.GuardAssertions.assertNoCounterexampleAmongMany;
import static dev.flagrant.lincheck.detecting.GuardAssertions.assertNoCounterexampleAmongRandomRaces;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.lincheck.detecting.RandomRaces.Drawn;
import dev.flagrant.testkit.DetectionSite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With a stamp, writers, lookups and steps of iterations are detected or linearizable. */
@Tag("stamp")
class StampGuardTest {
  @Test
  void twoUpdatesAreDetectedOrLinearizableInEveryInterleaving() {
    assertThat(assertAlwaysDetectedOrLinearizable(ExhaustedRace.UPDATE_UPDATE).sites())
        .containsExactlyInAnyOrder(DetectionSite.START, DetectionSite.END);
  }

  @Test
  void soIsALookupBetweenWhoseStepsWholeWritesGiveItsCellToAnotherKey() {
    assertThat(assertAlwaysDetectedOrLinearizable(ExhaustedRace.REUSE_GET).sites())
        .containsExactly(DetectionSite.READ);
  }

  @Test
  void soIsAnIterationBetweenWhoseStepsWholeWritesGiveACellToAnotherKey() {
    assertThat(assertAlwaysDetectedOrLinearizable(ExhaustedRace.REUSE_ITERATE).sites())
        .containsExactly(DetectionSite.ITERATE);
  }

  @Test
  void soAreLargerRandomRacesAsFarAsWasLooked() {
    assertNoCounterexampleAmongRandomRaces(Drawn.ALL);
  }

  @Test
  void soAreTwoNewKeys() {
    assertThat(assertAlwaysDetectedOrLinearizable(ExhaustedRace.NEW_NEW).sites())
        .containsExactlyInAnyOrder(DetectionSite.START, DetectionSite.END);
  }

  @Test
  void noLookupWithinAWriteAnswersWithTheElemOfAnotherKeyAsFarAsWasLooked() {
    assertNoCounterexampleAmongMany(SmallRaces.REUSE_GET);
  }

  @Test
  void noIterationWithinAWriteShowsAKeyWithTheElemOfAnotherAsFarAsWasLooked() {
    assertNoCounterexampleAmongMany(SmallRaces.REUSE_ITERATE);
  }
}
