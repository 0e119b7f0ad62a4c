package dev.flagrant.stress.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How numbers of things are written. */
class CountedTest {

  @Test
  void oneThingIsNotWrittenAsMany() {
    assertThat(Counted.of(1, "test")).isEqualTo("1 test");
    assertThat(Counted.of(0, "test")).isEqualTo("0 tests");
    assertThat(Counted.of(1_000, "sample")).isEqualTo("1,000 samples");
  }
}
