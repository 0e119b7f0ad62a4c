package dev.flagrant.benchmarks.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTest {
  private static final Cell CELL =
      new Cell("hit", "long", "equal", 16, "GoMap", new Platform("JDK 17", "g1"), Cell.PLAIN);

  @Test
  void theMedianIsTheMiddleSample() {
    assertThat(Estimate.of(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2);
    assertThat(Estimate.of(List.of(9.0, 1.0, 2.0, 4.0)).median()).isEqualTo(3);
  }

  @Test
  void theIntervalLeavesOutWhatAFairCoinWouldSeldomDo() {
    // Of 15 samples at most 3 lie on one side of the median with probability 0.018, 4 with 0.059.
    assertThat(Estimate.of(oneTo(15))).isEqualTo(new Estimate(8, 4, 12, 1 - 2 * 0.017578125));
    // Of 6, none with probability 0.016, at most one with 0.11.
    assertThat(Estimate.of(oneTo(6))).isEqualTo(new Estimate(3.5, 1, 6, 1 - 2 * 0.015625));
  }

  @Test
  void fewSamplesGiveAllOfThemAsTheInterval() {
    assertThat(Estimate.of(oneTo(3))).isEqualTo(new Estimate(2, 1, 3, 0.75));
    assertThat(Estimate.of(List.of(5.0))).isEqualTo(new Estimate(5, 5, 5, 0));
  }

  @Test
  void noSamplesAreRefused() {
    assertThatThrownBy(() -> Estimate.of(List.of())).hasMessage("no samples");
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0.5", "3, 0.75", "4, 0.875", "6, 0.96875", "9, 0.9609375"})
  void howSureAnIntervalIsDependsOnTheNumberOfSamplesOnly(int samples, double coverage) {
    assertThat(Estimate.coverage(samples)).isCloseTo(coverage, within(1e-9));
  }

  /**
   * Samples of one process are alike here, as they are in truth; their number counts for nothing.
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 6, 7, 9, 10})
  void theIntervalOfATimingEnclosesTheMedianOfAllProcessesAsOftenAsItSays(int forks) {
    Random random = new Random(20_261_123);
    int cases = 20_000;
    int enclosed = 0;
    for (int i = 0; i < cases; i++) {
      List<Double> samples = new ArrayList<>();
      for (int fork = 0; fork < forks; fork++) {
        double process = 100 + 10 * random.nextGaussian();
        for (int iteration = 0; iteration < 4; iteration++) {
          samples.add(process + 3 * random.nextGaussian());
        }
      }
      Estimate estimate = new Timing(CELL, forks, samples).estimate();
      if (estimate.low() <= 100 && 100 <= estimate.high()) {
        enclosed++;
      }
    }
    // Four standard deviations of such a count at most.
    assertThat(enclosed / (double) cases).isCloseTo(Estimate.coverage(forks), within(0.0142));
  }

  @Test
  void aTimingHasTheMedianOfAllSamplesAndTheIntervalOfItsProcesses() {
    List<Double> samples = List.of(1.0, 2.0, 3.0, 11.0, 12.0, 13.0, 4.0, 5.0, 90.0);
    assertThat(new Timing(CELL, 3, samples).estimate()).isEqualTo(new Estimate(5, 2, 12, 0.75));
  }

  @Test
  void oneProcessHasNoIntervalNorHaveSamplesOfUnknownProcesses() {
    Estimate none = new Estimate(2, 2, 2, 0);
    assertThat(new Timing(CELL, 1, oneTo(3)).estimate()).isEqualTo(none);
    assertThat(new Timing(CELL, 2, oneTo(3)).estimate()).isEqualTo(none);
    assertThat(none.hasInterval()).isFalse();
  }

  private static List<Double> oneTo(int last) {
    return IntStream.rangeClosed(1, last).mapToObj(i -> (double) i).toList();
  }
}
