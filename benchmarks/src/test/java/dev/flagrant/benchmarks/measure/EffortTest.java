package dev.flagrant.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.benchmarks.model.Cell;
import dev.flagrant.benchmarks.model.Platform;
import dev.flagrant.benchmarks.model.Timing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffortTest {
  @Test
  void moreProcessesAreWantedWhereProcessesDifferAndNotWhereIterationsDo() {
    assertThat(Effort.FULL.wanted(timing(8.0, 12.0, 8.0, 12.0))).isEqualTo(3);
    List<Double> differing = new ArrayList<>();
    for (double process : new double[] {10, 10, 13}) {
      differing.addAll(Collections.nCopies(4, process));
    }
    assertThat(Effort.FULL.wanted(new Timing(cell(), 3, differing))).isEqualTo(6);
    assertThat(Effort.QUICK.wanted(new Timing(cell(), 3, differing))).isEqualTo(3);
  }

  @Test
  void theSettingsNameTheProcessesThatThereAre() {
    assertThat(Effort.FULL.describe(3)).startsWith("3 forks ").contains("; up to 9 forks");
    assertThat(Effort.FULL.describe(5)).startsWith("5 forks ").contains("; up to 9 forks");
    assertThat(Effort.FULL.describe(12)).startsWith("12 forks ").doesNotContain("up to");
    assertThat(Effort.QUICK.describe(2)).startsWith("2 forks ").doesNotContain("up to");
  }

  /** Three processes with the same samples. */
  private static Timing timing(Double... samples) {
    List<Double> all = new ArrayList<>();
    for (int fork = 0; fork < 3; fork++) {
      all.addAll(List.of(samples));
    }
    return new Timing(cell(), 3, all);
  }

  private static Cell cell() {
    return new Cell("hit", "long", "equal", 16, "GoMap", new Platform("JDK 17", "g1"), Cell.PLAIN);
  }
}
