package dev.flagrant.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void areThoseOfSplitMix64() {
    // The first two outputs for seed 0, as published with the algorithm.
    assertThat(Numbers.present(0)).isEqualTo(0xE220_A839_7B1D_CDAFL);
    assertThat(Numbers.present(1)).isEqualTo(0x6E78_9E6A_A1B9_65F4L);
  }

  @Test
  void presentAndAbsentNumbersAreDistinct() {
    int count = 200_000;
    LongStream all =
        LongStream.concat(
            LongStream.range(0, count).map(Numbers::present),
            LongStream.range(0, count).map(Numbers::absent));
    assertThat(all.distinct().count()).isEqualTo(2L * count);
  }

  @Test
  void drawsStayBelowTheirBoundAndReachAllOfIt() {
    Numbers numbers = new Numbers(1);
    boolean[] seen = new boolean[10];
    for (int i = 0; i < 1_000; i++) {
      seen[numbers.below(10)] = true;
    }
    assertThat(seen).containsOnly(true);
  }
}
