package dev.flagrant.testkit;

import dev.flagrant.map.ConcurrentModificationError;
import dev.flagrant.map.runtime.Hmap;
import dev.flagrant.map.runtime.Invariants;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How Go's map tells of a race, and what its structure must be. */
final class GoMapRules {

  private GoMapRules() {}

  /** Reads the map's own error, which says where it was noticed. */
  static @Nullable Detection detection(Throwable thrown, MapOperation.Kind during) {
    if (!(thrown instanceof ConcurrentModificationError error)) {
      return null;
    }
    DetectionSite site =
        switch (error.site()) {
          case START -> DetectionSite.START;
          case END -> DetectionSite.END;
          case READ -> DetectionSite.READ;
          case ITERATE -> DetectionSite.ITERATE;
          case GROW -> DetectionSite.GROW;
        };
    return new Detection(site, error.getCause() instanceof ConcurrentModificationError);
  }

  /** Checks the structure of a map if it is one of Go's. */
  static void checkStructure(Map<?, ?> map) {
    if (map instanceof Hmap hmap) {
      Invariants.check(hmap);
    }
  }
}
