package dev.flagrant.benchmarks;

import dev.flagrant.benchmarks.measure.GoProgram;
import dev.flagrant.benchmarks.model.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which release of Go there is, and with which of them the map is compared. */
final class GoRelease {
  /**
   * Before 1.18 Go had the map, but no type parameters, which the program uses; from 1.24 on it has
   * another map.
   */
  static final String COMPARED = "1.18 to 1.23";

  private static final int FIRST = 18;
  private static final int LAST = 23;
  private static final Pattern VERSION = Pattern.compile("Go 1\\.(\\d{1,4})(\\D.*)?");
  private static final Pattern SAID = Pattern.compile("go version (?:go)?(\\S+) .*\\R?");

  private GoRelease() {}

  /** That of the {@code go} on the path; empty if there is none that tells. */
  static Optional<Platform> onThePath() {
    return saidBy("go");
  }

  /** That of another command. */
  static Optional<Platform> saidBy(String go) {
    try {
      Process process = GoProgram.command(List.of(go, "version")).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher version = SAID.matcher(said);
      return process.waitFor() == 0 && version.matches()
          ? Optional.of(new Platform("Go " + version.group(1), ""))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Whether it is one of those; a version that tells no release, as a development one, is not. */
  static boolean isCompared(Platform go) {
    Matcher version = VERSION.matcher(go.runtime());
    if (!version.matches()) {
      return false;
    }
    int release = Integer.parseInt(version.group(1));
    return release >= FIRST && release <= LAST;
  }
}
