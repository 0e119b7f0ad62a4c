package dev.flagrant.benchmarks.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EstimateTest {
  @Test
  void theMedianIsTheMiddleSample() {
    assertThat(Estimate.of(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2);
    assertThat(Estimate.of(List.of(9.0, 1.0, 2.0, 4.0)).median()).isEqualTo(3);
  }

  @Test
  void theIntervalLeavesOutWhatAFairCoinWouldSeldomDo() {
    // Of 15 samples at most 3 lie on one side of the median with probability 0.018, 4 with 0.059.
    assertThat(Estimate.of(oneTo(15))).isEqualTo(new Estimate(8, 4, 12));
    // Of 6, none with probability 0.016, at most one with 0.11.
    assertThat(Estimate.of(oneTo(6))).isEqualTo(new Estimate(3.5, 1, 6));
  }

  @Test
  void fewSamplesGiveAllOfThemAsTheInterval() {
    assertThat(Estimate.of(oneTo(3))).isEqualTo(new Estimate(2, 1, 3));
    assertThat(Estimate.of(List.of(5.0))).isEqualTo(new Estimate(5, 5, 5));
  }

  @Test
  void noSamplesAreRefused() {
    assertThatThrownBy(() -> Estimate.of(List.of())).hasMessage("no samples");
  }

  private static List<Double> oneTo(int last) {
    return IntStream.rangeClosed(1, last).mapToObj(i -> (double) i).toList();
  }
}
