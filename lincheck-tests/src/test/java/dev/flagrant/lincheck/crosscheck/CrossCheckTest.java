package dev.flagrant.lincheck.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.lincheck.protocol.MinimalRace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two explorations that share no code, of the model and of the real flags, find the same. */
@Tag("every-guard")
class CrossCheckTest {
  @ParameterizedTest
  @EnumSource
  void lincheckOnTheRealFlagsFindsTheOutcomesOfTheModelAndNoOther(MinimalRace race)
      throws Exception {
    assertThat(SetsAgree.ofLincheck(race))
        .containsExactlyInAnyOrderElementsOf(SetsAgree.ofTheModel(race));
  }
}
