package dev.flagrant.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.flagrant.benchmarks.model.Campaign;
import org.junit.jupiter.api.Test;

class RatiosTest {
  private final Campaign campaign = Runs.full(4, 32, 0.2);
  private final Ratios ratios = new Ratios(campaign);

  @Test
  void halfTheTimeIsTwiceAsFast() {
    assertThat(ratios.ratio(Runs.cell("hit", "GoMap"), "HashMap")).hasValue(2);
    assertThat(ratios.ratio(Runs.cell("hit", "HashMap"), "GoMap")).hasValue(0.5);
  }

  @Test
  void realGoIsTheCounterpartOfEveryPlatform() {
    assertThat(ratios.ratio(Runs.cell("hit", "GoMap"), "Go")).hasValue(3);
  }

  @Test
  void aCellThatWasNotMeasuredHasNoRatio() {
    assertThat(ratios.ratio(Runs.cell("churn", "GoMap"), "HashMap")).isEmpty();
    assertThat(ratios.ratio(Runs.cell("hit", "GoMap"), "Eclipse")).isEmpty();
  }

  @Test
  void theGeometricMeanMultiplies() {
    assertThat(Ratios.geometricMean(new double[] {2, 0.25, 2}).getAsDouble())
        .isCloseTo(1, within(1e-9));
    assertThat(Ratios.geometricMean(new double[0])).isEmpty();
  }

  @Test
  void variantsTakeNoPartInTheComparisonOfMaps() {
    assertThat(ratios.all("GoMap", "HashMap", cell -> true)).containsExactly(2, 0.25);
    assertThat(ratios.costs("hit", "guard=go", "guard=none")).containsExactly(1.002);
  }
}
