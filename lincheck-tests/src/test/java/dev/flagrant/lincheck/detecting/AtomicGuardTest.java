package dev.flagrant.lincheck.detecting;

import static dev.flagrant.lincheck.detecting.GuardAssertions.assertAlwaysDetectedOrLinearizable;
import static dev.flagrant.lincheck.detecting.GuardAssertions.assertNoCounterexampleAmongRandomRaces;
import static dev.flagrant.lincheck.detecting.GuardAssertions.assertSilentlyWrong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.lincheck.detecting.RandomRaces.Drawn;
import dev.flagrant.testkit.DetectionSite;
import dev.flagrant.testkit.RaceOutcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With atomic updates of the mark, writers are detected or linearizable; readers are not. */
@Tag("atomic")
class AtomicGuardTest {
  @Test
  void twoUpdatesAreDetectedOrLinearizableInEveryInterleaving() {
    assertThat(assertAlwaysDetectedOrLinearizable(ExhaustedRace.UPDATE_UPDATE).sites())
        .containsExactlyInAnyOrder(DetectionSite.START, DetectionSite.END);
  }

  @Test
  void soAreLargerRandomRacesOfWritesAsFarAsWasLooked() {
    assertNoCounterexampleAmongRandomRaces(Drawn.WRITES);
  }

  @Test
  void soAreTwoNewKeys() {
    assertThat(assertAlwaysDetectedOrLinearizable(ExhaustedRace.NEW_NEW).sites())
        .containsExactlyInAnyOrder(DetectionSite.START, DetectionSite.END);
  }

  @Test
  void aLookupCanStillAnswerWithTheElemOfAnotherKey() {
    assertSilentlyWrong(SmallRaces.REUSE_GET, RaceOutcome.TORN);
  }

  @Test
  void anIterationCanStillShowAKeyWithTheElemOfAnother() {
    assertSilentlyWrong(SmallRaces.REUSE_ITERATE, RaceOutcome.TORN);
  }
}
