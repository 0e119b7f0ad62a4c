package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sizes in which Go hands out memory. */
class SizeClassesTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 8",
    "8, 8",
    "9, 16",
    "144, 144",
    "145, 160",
    "1024, 1024",
    "1025, 1152",
    "2448, 2688",
    "4624, 4864",
    "28673, 32768",
    "32767, 32768",
    "32768, 32768",
    "32769, 40960",
    "40960, 40960",
    "40961, 49152",
    "8589934593, 8589942784"
  })
  void aSizeIsRoundedUpAsGoDoes(long size, long handedOut) {
    assertThat(SizeClasses.roundUpSize(size)).isEqualTo(handedOut);
  }

  /** The two sums come from the table of classes in Go's sources. */
  @Test
  void theSmallClassesAreGos() {
    long[] classes = LongStream.range(1, 32769).map(SizeClasses::roundUpSize).distinct().toArray();

    long sum = 0;
    long weighted = 0;
    for (int i = 0; i < classes.length; i++) {
      sum += classes[i];
      weighted += (i + 1) * classes[i];
    }
    assertThat(classes).hasSize(67).isSorted();
    assertThat(sum).isEqualTo(372_768);
    assertThat(weighted).isEqualTo(21_281_984);
  }

  @Test
  void whatIsHandedOutIsTheLeastClassThatIsEnough() {
    long last = 0;
    for (long size = 0; size < 100_000; size++) {
      long handedOut = SizeClasses.roundUpSize(size);
      assertThat(handedOut).isGreaterThanOrEqualTo(size).isGreaterThanOrEqualTo(last);
      assertThat(SizeClasses.roundUpSize(handedOut)).isEqualTo(handedOut);
      last = handedOut;
    }
  }
}
