package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.runtime.FlagsLeft.Operations;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words are explained by which operations. */
class FlagsLeftTest {

  private static final int BOTH = Flags.ITERATOR | Flags.OLD_ITERATOR;

  private static final Operations READS = new Operations(false, false, false);
  private static final Operations WRITES = new Operations(true, false, true);
  private static final Operations ITERATIONS = new Operations(false, true, false);
  private static final Operations WRITES_AND_ITERATIONS = new Operations(true, true, true);
  private static final Operations LOCKED = new Operations(true, true, false);

  private static final List<Operations> ALL =
      List.of(READS, WRITES, ITERATIONS, WRITES_AND_ITERATIONS, LOCKED);

  @Test
  void whatTheOperationsDoIsExplained() {
    assertThat(FlagsLeft.unexplained(0, READS)).isEmpty();
    assertThat(FlagsLeft.unexplained(0, WRITES)).isEmpty();
    assertThat(FlagsLeft.unexplained(Flags.SAME_SIZE_GROW, WRITES)).isEmpty();
    assertThat(FlagsLeft.unexplained(BOTH, ITERATIONS)).isEmpty();
    assertThat(FlagsLeft.unexplained(BOTH, LOCKED)).isEmpty();
    for (int bits : new int[] {0, Flags.ITERATOR, Flags.OLD_ITERATOR, BOTH}) {
      assertThat(FlagsLeft.unexplained(bits, WRITES_AND_ITERATIONS)).isEmpty();
    }
  }

  @Test
  void aMarkIsNeverExplained() {
    for (Operations operations : ALL) {
      for (int others = 0; others < Flags.HASH_WRITING; others++) {
        assertThat(FlagsLeft.unexplained(Flags.HASH_WRITING | others, operations))
            .isEqualTo("a mark is left");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"16", "-2147483648"})
  void aBitThatGoHasNotIsNeverExplained(int bit) {
    for (Operations operations : ALL) {
      assertThat(FlagsLeft.unexplained(bit, operations)).isEqualTo("unknown bits");
    }
  }

  @Test
  void anIteratorNeedsAnIteration() {
    for (int bits : new int[] {Flags.ITERATOR, Flags.OLD_ITERATOR, BOTH}) {
      assertThat(FlagsLeft.unexplained(bits, READS)).isEqualTo("an iterator that nobody began");
      assertThat(FlagsLeft.unexplained(bits, WRITES)).isEqualTo("an iterator that nobody began");
    }
  }

  @Test
  void withoutARaceNoIteratorIsLost() {
    for (int bits : new int[] {0, Flags.ITERATOR, Flags.OLD_ITERATOR}) {
      assertThat(FlagsLeft.unexplained(bits, ITERATIONS))
          .isEqualTo("an iterator is lost without a race");
      assertThat(FlagsLeft.unexplained(bits, LOCKED))
          .isEqualTo("an iterator is lost without a race");
    }
  }

  @Test
  void aGrowthNeedsAWrite() {
    assertThat(FlagsLeft.unexplained(Flags.SAME_SIZE_GROW, READS))
        .isEqualTo("a growth without a write");
  }

  @Test
  void onlyGosMapHasAWord() {
    GoMap<Integer, Integer> map = new GoMap<>();
    assertThat(FlagsLeft.unexplained(map, WRITES)).isEmpty();
    Tampering.mark(map);
    assertThat(FlagsLeft.unexplained(map, WRITES)).isNotEmpty();
    assertThat(FlagsLeft.unexplained(new HashMap<>(), WRITES)).isEmpty();
  }
}
