package dev.flagrant.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.measure.Collector;
import dev.flagrant.benchmarks.measure.Effort;
import dev.flagrant.benchmarks.measure.Jdk;
import dev.flagrant.benchmarks.measure.MeasurementException;
import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.Machine;
import dev.flagrant.benchmarks.model.Platform;
import dev.flagrant.benchmarks.model.ScalePoint;
import dev.flagrant.benchmarks.report.Runs;
import java.util.ArrayList;
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
    Measured measured = new Measured(withHeap(16), Map.of());
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
    Measured here = new Measured(withHeap(16), Map.of());
    assertThat(here.campaign().jdks()).containsExactly(entry(jdk.label(), jdk.version()));
    assertThat(jdk.version()).contains(Runtime.version().feature() + ".");
    here.takeOver(Runs.ofThisMachine(Map.of(jdk.label(), jdk.version(), "JDK 99", "99.0.1")));
    assertThat(here.campaign().jdks()).containsEntry("JDK 99", "99.0.1");

    Measured again = new Measured(withHeap(16), Map.of());
    assertThatThrownBy(() -> again.takeOver(Runs.ofThisMachine(Map.of(jdk.label(), "older"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("what was measured with another " + jdk.label() + ": older");
  }

  @Test
  void aHeapOfAnotherSizeIsNotGoneOnWith() {
    Campaign earlier = Runs.ofThisMachine(Map.of());
    Measured measured = new Measured(withHeap(10), Map.of());
    assertThatThrownBy(() -> measured.takeOver(earlier))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maps that grew in a heap of 16 GiB, and this run's has 10; give --heap 16");
  }

  @Test
  void anotherGoIsNotGoneOnWith() {
    Measured measured = new Measured(withHeap(16), Map.of());
    measured.takeOver(Runs.ofThisMachine(Map.of()));
    measured.takeGo(new Platform("Go 1.19.8", ""));
    assertThatThrownBy(() -> measured.takeGo(new Platform("Go 1.22.1", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("what was measured with Go 1.19.8, and the path has Go 1.22.1");
  }

  @Test
  void partsWithoutGoAreNamedAsLongAsTheyLackIt() {
    Measured measured = new Measured(withHeap(16), Map.of());
    measured.takeOver(Runs.ofThisMachine(Map.of()));
    assertThat(measured.campaign().notes())
        .as("Go may still come")
        .noneMatch(note -> note.contains("Go was not"));
    measured.noteThatGoIsMissing();
    String lacking = "Real Go was not run for: latency, scaling. It needs a `go` of 1.18 to 1.23";
    assertThat(measured.campaign().notes()).last().asString().startsWith(lacking);

    Measured next = new Measured(withHeap(16), Map.of());
    next.takeOver(measured.campaign());
    assertThat(next.campaign().notes()).filteredOn(note -> note.contains("Go was not")).hasSize(1);
    next.scaling().add(new ScalePoint("Go", new Platform("Go 1.19.8", ""), 10, 1, 1, 1));
    assertThat(next.campaign().notes()).last().asString().contains("not run for: latency. ");
  }

  @Test
  void optionsThatReachWhatIsMeasuredAreNoted() {
    Map<String, String> environment = Map.of("GOGC", "off", "HOME", "here");
    assertThat(new Measured(withHeap(16), environment).campaign().notes())
        .containsExactly("GOGC was set when some of this was measured.");
  }

  @Test
  void aProgramThatWasBuiltAnewIsNoticed() {
    List<String> codes = new ArrayList<>(List.of("one", "one", "other"));
    OneRun run = new OneRun(withHeap(16), Machine.here(), () -> codes.remove(0));
    run.requireTheSameCode();
    assertThatThrownBy(run::requireTheSameCode)
        .isInstanceOf(MeasurementException.class)
        .hasMessageStartingWith("the program was built anew while it ran");
    assertThat(run.code()).isEqualTo("one");
    assertThat(codes).isEmpty();
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
