package dev.flagrant.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.measure.Collector;
import dev.flagrant.benchmarks.measure.Effort;
import dev.flagrant.benchmarks.measure.Jdk;
import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.report.Runs;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PlanTest {
  @Test
  void onlyMapsThatTheHeapHasRoomForGrowVeryLarge() {
    assertThat(withHeap(16).scaleSteps()).isEqualTo(Effort.FULL.scaleSteps());
    assertThat(withHeap(5).scaleSteps()).containsExactly(10_000_000, 20_000_000, 40_000_000);
    assertThat(withHeap(1).scaleSteps()).containsExactly(10_000_000);
  }

  @Test
  void allThatWasMeasuredIsTakenOver() {
    Campaign earlier = Runs.ofThisMachine(Map.of());
    Measured measured = new Measured(Effort.FULL, 3, List.of());
    measured.takeOver(earlier);
    Campaign after = measured.campaign();
    assertThat(after.timings()).isEqualTo(earlier.timings()).isNotEmpty();
    assertThat(after.memory()).isEqualTo(earlier.memory()).isNotEmpty();
    assertThat(after.latencies()).isEqualTo(earlier.latencies()).isNotEmpty();
    assertThat(after.scaling()).isEqualTo(earlier.scaling()).isNotEmpty();
    assertThat(after.notes()).containsAll(earlier.notes());
    assertThat(after.date()).isEqualTo(earlier.date());
  }

  @Test
  void aJdkOfAnotherVersionIsNotGoneOnWith() {
    Jdk jdk = Jdk.current();
    Measured here = new Measured(Effort.FULL, 3, List.of(jdk));
    assertThat(here.campaign().jdks()).containsExactly(entry(jdk.label(), jdk.version()));
    assertThat(jdk.version()).contains(Runtime.version().feature() + ".");
    here.takeOver(Runs.ofThisMachine(Map.of(jdk.label(), jdk.version(), "JDK 99", "99.0.1")));
    assertThat(here.campaign().jdks()).containsEntry("JDK 99", "99.0.1");

    Measured again = new Measured(Effort.FULL, 3, List.of(jdk));
    assertThatThrownBy(() -> again.takeOver(Runs.ofThisMachine(Map.of(jdk.label(), "older"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("what was measured with another " + jdk.label() + ": older");
  }

  private static Plan withHeap(int heapGiB) {
    return new Plan(
        Effort.FULL,
        EnumSet.of(Part.SCALING),
        List.of(Jdk.current()),
        List.of(Collector.PARALLEL),
        List.of(Peer.values()),
        Pattern.compile(""),
        3,
        heapGiB);
  }
}
