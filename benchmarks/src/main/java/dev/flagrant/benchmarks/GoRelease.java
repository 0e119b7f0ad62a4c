package dev.flagrant.benchmarks;

import dev.flagrant.benchmarks.model.Platform;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which releases of Go have the map that is reproduced here, and can run what measures it. */
final class GoRelease {
  /**
   * Before 1.18 Go had the map, but no type parameters, which the program uses; from 1.24 on it has
   * another map.
   */
  static final String WITH_BUCKETS = "1.18 to 1.23";

  private static final int FIRST = 18;
  private static final int LAST = 23;
  private static final Pattern VERSION = Pattern.compile("Go 1\\.(\\d{1,4})(\\D.*)?");

  private GoRelease() {}

  /**
   * Whether its map has buckets; a version that tells no release, as a development one, has not.
   */
  static boolean hasBuckets(Platform go) {
    Matcher version = VERSION.matcher(go.runtime());
    if (!version.matches()) {
      return false;
    }
    int release = Integer.parseInt(version.group(1));
    return release >= FIRST && release <= LAST;
  }
}
