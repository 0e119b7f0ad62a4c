package dev.flagrant.lincheck.detecting;

import static dev.flagrant.lincheck.detecting.GuardAssertions.assertAlwaysDetectedOrLinearizable;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Under both guards that see more than Go's, of two writes one of which gives the map a new seed.
 */
@Tag("atomic")
@Tag("stamp")
class NewSeedTest {
  @ParameterizedTest
  @EnumSource(names = {"UPDATE_CLEAR", "NEW_REMOVE"})
  void theyAreDetectedOrLinearizableInEveryInterleaving(ExhaustedRace race) {
    assertAlwaysDetectedOrLinearizable(race);
  }
}
