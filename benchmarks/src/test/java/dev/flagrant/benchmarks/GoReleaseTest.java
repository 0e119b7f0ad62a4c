package dev.flagrant.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.benchmarks.model.Platform;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With whose map GoMap may be compared as with real Go's. */
class GoReleaseTest {

  @ParameterizedTest
  @ValueSource(strings = {"Go 1.18", "Go 1.19.8", "Go 1.20rc1", "Go 1.23.4 X:nocoverageredesign"})
  void oneWithBucketsIsMeasured(String version) {
    assertThat(GoRelease.hasBuckets(new Platform(version, ""))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Go 1.13.8",
        "Go 1.17.13",
        "Go 1.24",
        "Go 1.25.1",
        "Go 1.190",
        "Go 2.19",
        "Go vel +b1f0",
        "Go "
      })
  void anyOtherIsNot(String version) {
    assertThat(GoRelease.hasBuckets(new Platform(version, ""))).isFalse();
  }
}
