package dev.flagrant.lincheck.detecting;

import static dev.flagrant.lincheck.detecting.GuardAssertions.assertSilentlyWrong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.lincheck.GoldenTrace;
import dev.flagrant.lincheck.detecting.RandomRaces.Drawn;
import dev.flagrant.lincheck.engine.Explored;
import dev.flagrant.testkit.RaceOutcome;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Go's own guard is neither: each of its windows is found on the real map. */
class GoGuardTest {
  @Test
  void twoUpdatesCanBothFindTheOldElem() throws IOException {
    Explored explored = assertSilentlyWrong(SmallRaces.UPDATE_UPDATE, RaceOutcome.TORN);
    GoldenTrace.assertKept("update-update", explored.trace());
  }

  @Test
  void anUpdateCanUseAHashOfASeedThatAClearHasReplaced() throws IOException {
    Explored explored = assertSilentlyWrong(SmallRaces.UPDATE_CLEAR, RaceOutcome.LOST_UPDATE);
    GoldenTrace.assertKept("update-clear", explored.trace());
  }

  @Test
  void aLookupCanAnswerWithTheElemOfAnotherKey() throws IOException {
    Explored explored = assertSilentlyWrong(SmallRaces.REUSE_GET, RaceOutcome.TORN);
    GoldenTrace.assertKept("reuse-get", explored.trace());
  }

  @Test
  void anIterationCanShowAKeyWithTheElemOfAnother() {
    assertSilentlyWrong(SmallRaces.REUSE_ITERATE, RaceOutcome.TORN);
  }

  /** Else that the other guards stop them would say nothing of those guards. */
  @ParameterizedTest
  @EnumSource
  void everyRaceThatIsExhaustedUnderAnotherGuardGoesWrongInSilence(ExhaustedRace exhausted) {
    assertSilentlyWrong(exhausted.race, exhausted.grain, exhausted.underGo);
  }

  /** The same races in which the other guards are asked to notice everything. */
  @ParameterizedTest
  @EnumSource
  void amongRandomRacesSomeGoWrongInSilence(Drawn drawn) {
    assertThat(GuardAssertions.randomRaces(drawn).anyMatch(race -> race.silent() > 0)).isTrue();
  }
}
