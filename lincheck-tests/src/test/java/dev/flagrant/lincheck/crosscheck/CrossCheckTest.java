package dev.flagrant.lincheck.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.lincheck.protocol.Exploration;
import dev.flagrant.lincheck.protocol.MemoryModel;
import dev.flagrant.lincheck.protocol.MinimalRace;
import dev.flagrant.lincheck.protocol.Protocol;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two explorations that share no code, of the model and of the real flags, find the same. */
@Tag("every-guard")
class CrossCheckTest {
  private static final int LIMIT = 60_000;

  @ParameterizedTest
  @EnumSource
  void lincheckOnTheRealFlagsFindsTheOutcomesOfTheModelAndNoOther(MinimalRace race)
      throws Exception {
    Protocol protocol =
        Protocol.valueOf(System.getProperty("dev.flagrant.guard", "go").toUpperCase(Locale.ROOT));
    assertThat(MinimalRaces.explore(race, LIMIT))
        .containsExactlyInAnyOrderElementsOf(
            Exploration.of(race, protocol, MemoryModel.SC).outcomes());
  }
}
