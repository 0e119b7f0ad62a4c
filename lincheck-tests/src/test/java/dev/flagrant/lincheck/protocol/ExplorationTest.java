package dev.flagrant.lincheck.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.lincheck.protocol.Protocol.Check;
import dev.flagrant.testkit.RaceOutcome;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How many interleavings of the minimal races are noticed, harmless, and silently wrong. */
class ExplorationTest {

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    // race, protocol, memory, interleavings, noticed, clean, lost, torn
    "WRITE_WRITE, GO, SC, 6264, 1708, 2396, 2160, 0",
    "WRITE_WRITE, GO, TSO, 200391126, 4886276, 10952726, 184552124, 0",
    "WRITE_WRITE, ATOMIC, SC, 24, 18, 6, 0, 0",
    "WRITE_WRITE, ATOMIC, TSO, 30, 24, 6, 0, 0",
    "WRITE_WRITE, STAMP, SC, 24, 18, 6, 0, 0",
    "WRITE_WRITE, STAMP, TSO, 30, 24, 6, 0, 0",
    "READ_WRITE, GO, SC, 115, 5, 71, 0, 39",
    "READ_WRITE, GO, TSO, 16912, 315, 11430, 0, 5167",
    "READ_WRITE, ATOMIC, SC, 40, 3, 25, 0, 12",
    "READ_WRITE, ATOMIC, TSO, 140, 10, 90, 0, 40",
    "READ_WRITE, STAMP, SC, 95, 89, 6, 0, 0",
    "READ_WRITE, STAMP, TSO, 420, 408, 12, 0, 0",
    "ITERATE_WRITE, GO, SC, 240, 30, 119, 30, 61",
    "ITERATE_WRITE, GO, TSO, 50144, 2863, 19999, 18237, 9045",
    "ITERATE_WRITE, ATOMIC, SC, 69, 12, 40, 0, 17",
    "ITERATE_WRITE, ATOMIC, TSO, 250, 50, 142, 0, 58",
    "ITERATE_WRITE, STAMP, SC, 248, 235, 13, 0, 0",
    "ITERATE_WRITE, STAMP, TSO, 1092, 1066, 26, 0, 0"
  })
  void everyInterleavingIsCounted(
      MinimalRace race,
      Protocol protocol,
      MemoryModel memory,
      long total,
      long noticed,
      long clean,
      long lost,
      long torn) {
    Exploration exploration = Exploration.of(race, protocol, memory);
    assertThat(
            List.of(
                exploration.total(),
                exploration.count(RaceOutcome.DETECTED),
                exploration.count(RaceOutcome.CLEAN),
                exploration.count(RaceOutcome.LOST_UPDATE),
                exploration.count(RaceOutcome.TORN)))
        .containsExactly(total, noticed, clean, lost, torn);
    assertThat(exploration.silent()).isEqualTo(lost + torn);
    assertThat(noticed + clean + lost + torn).isEqualTo(total);
  }

  @Test
  void theWindowsOfTwoWritesAreTwoAndMakeUpAllThatIsSilent() {
    Exploration exploration = Exploration.of(MinimalRace.WRITE_WRITE, Protocol.GO, MemoryModel.SC);
    assertThat(exploration.windows())
        .extracting(Window::key, window -> window.found().count())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("LOST_UPDATE 0010 0011", 720L),
            org.assertj.core.groups.Tuple.tuple("LOST_UPDATE 0011 0011", 1440L));
  }

  @ParameterizedTest
  @EnumSource
  void theWindowsMakeUpAllThatIsSilent(MinimalRace race) {
    for (Protocol protocol : Protocol.values()) {
      for (MemoryModel memory : MemoryModel.values()) {
        Exploration exploration = Exploration.of(race, protocol, memory);
        assertThat(exploration.windows().stream().mapToLong(each -> each.found().count()).sum())
            .isEqualTo(exploration.silent());
      }
    }
  }

  @Test
  void aDrawnWindowHasALineForEveryEventAndNobodyNotices() {
    Window window =
        Exploration.of(MinimalRace.WRITE_WRITE, Protocol.GO, MemoryModel.SC).windows().get(0);
    assertThat(window.found().switches()).isEqualTo(4);
    assertThat(window.drawn()).hasSize(2 + 8 + 8);
    assertThat(String.join("\n", window.drawn())).doesNotContain("NOTICED");
  }

  /** A protocol and a check it needs. */
  static Stream<Arguments> checks() {
    return Stream.of(Protocol.values())
        .flatMap(
            protocol -> protocol.checks().stream().map(check -> Arguments.of(protocol, check)));
  }

  @ParameterizedTest(name = "{0} without {1}")
  @MethodSource("checks")
  void withoutAnyOfItsChecksAProtocolEndsInOtherWays(Protocol protocol, Check check) {
    assertThat(MinimalRace.values())
        .anySatisfy(
            race ->
                assertThat(
                        Exploration.of(race, protocol, MemoryModel.SC, EnumSet.of(check))
                            .outcomes())
                    .isNotEqualTo(Exploration.of(race, protocol, MemoryModel.SC).outcomes()));
  }
}
