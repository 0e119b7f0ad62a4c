package dev.flagrant.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.benchmarks.model.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With whose map GoMap may be compared as with real Go's. */
class GoReleaseTest {

  @ParameterizedTest
  @ValueSource(strings = {"Go 1.18", "Go 1.19.8", "Go 1.20rc1", "Go 1.23.4 X:nocoverageredesign"})
  void oneThatHasTheMapAndBuildsTheProgramIsMeasured(String version) {
    assertThat(GoRelease.isCompared(new Platform(version, ""))).isTrue();
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
    assertThat(GoRelease.isCompared(new Platform(version, ""))).isFalse();
  }

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "go version go1.17.13 linux/amd64, 0, Go 1.17.13",
    "go version go1.23.4 X:nocoverageredesign linux/amd64, 0, Go 1.23.4",
    "go version devel +b1f0 linux/amd64, 0, Go devel",
    "go version go1.19 linux/amd64, 1, ",
    "gopher, 0, ",
  })
  void itIsWhatTheCommandSays(String says, int status, @Nullable String release)
      throws IOException {
    Path command = folder.resolve("go");
    Files.writeString(command, "#!/bin/sh\necho '%s'\nexit %d\n".formatted(says, status));
    assertThat(command.toFile().setExecutable(true)).isTrue();
    assertThat(GoRelease.saidBy(command.toString()).map(Platform::runtime))
        .isEqualTo(Optional.ofNullable(release));
  }

  @Test
  void whereThereIsNoCommandThereIsNoGo() {
    assertThat(GoRelease.saidBy("no-such-go")).isEmpty();
  }
}
