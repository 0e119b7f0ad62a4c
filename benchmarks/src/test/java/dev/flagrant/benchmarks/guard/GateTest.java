package dev.flagrant.benchmarks.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.benchmarks.workload.Workload;
import dev.flagrant.map.GoMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** One workload that does not meet its bound is enough, whichever instrument says so. */
class GateTest {
  private final List<String> lines = new ArrayList<>();

  @Test
  void itPassesIfAllBoundsAreMet() {
    assertThat(passes(GateTest::allMet, GateTest::allMet)).isTrue();
    assertThat(lines).hasSize(6).contains("hit of 1,000 entries: as measured: met");
  }

  @Test
  void itDoesNotPassIfAWorkloadIsTooSlow() {
    assertThat(passes(GateTest::oneNotMet, GateTest::allMet)).isFalse();
    assertThat(lines).containsOnlyOnce("populate of 1,000 entries: as measured: NOT MET");
  }

  @Test
  void itDoesNotPassIfAWorkloadTakesTooManyInstructions() {
    assertThat(passes(GateTest::allMet, GateTest::oneNotMet)).isFalse();
    assertThat(lines).containsOnlyOnce("populate of 1,000 entries: as measured: NOT MET");
  }

  @Test
  void whatCannotBeCountedIsSaidAndTimeDecides() {
    assertThat(passesWithoutCounting(GateTest::allMet)).isTrue();
    assertThat(lines).hasSize(4).endsWith("instructions: not counted, for a reason");
    assertThat(passesWithoutCounting(GateTest::oneNotMet)).isFalse();
  }

  @Test
  void itsSubjectIsGoMap() {
    assertThat(Gate.subject(16).unwrap()).isInstanceOf(GoMap.class);
  }

  private static Finding allMet(Bound bound) {
    return new Result(true);
  }

  private static Finding oneNotMet(Bound bound) {
    return new Result(bound.workload() != Workload.POPULATE);
  }

  private boolean passes(Function<Bound, Finding> time, Function<Bound, Finding> instructions) {
    return Gate.passes(time, Optional::empty, instructions, lines::add);
  }

  private boolean passesWithoutCounting(Function<Bound, Finding> time) {
    return Gate.passes(
        time,
        () -> Optional.of("a reason"),
        bound -> {
          throw new AssertionError("counted");
        },
        lines::add);
  }

  private record Result(boolean met) implements Finding {
    @Override
    public String says() {
      return "as measured";
    }
  }
}
