package dev.flagrant.testkit;

import org.jspecify.annotations.Nullable;

/** How a throwable out of a map is read as the news of a race. */
@FunctionalInterface
public interface DetectionRule {

  /** What the throwable tells of a race, or null if it tells of none. */
  @Nullable Detection read(Throwable thrown, MapOperation.Kind during);

  /**
   * Takes every instance of a class for a detection. Such a throwable does not say where it was
   * noticed, so the site is that of the operation's first check: {@code READ} for a get, {@code
   * ITERATE} for an iteration, {@code START} for a change.
   */
  static DetectionRule byOperation(Class<? extends Throwable> type) {
    return (thrown, during) -> type.isInstance(thrown) ? new Detection(site(during), false) : null;
  }

  private static DetectionSite site(MapOperation.Kind during) {
    return switch (during) {
      case GET -> DetectionSite.READ;
      case ITERATE -> DetectionSite.ITERATE;
      case PUT, REMOVE, CLEAR -> DetectionSite.START;
    };
  }
}
