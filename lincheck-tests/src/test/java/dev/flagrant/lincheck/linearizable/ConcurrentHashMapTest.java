package dev.flagrant.lincheck.linearizable;

import dev.flagrant.lincheck.Checks;
import dev.flagrant.lincheck.MapOperations;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** A control of the set-up: the same operations and model find nothing wrong with a sound map. */
class ConcurrentHashMapTest {
  /** A map whose operations on one entry are atomic. */
  public static final class Sound extends MapOperations {
    /** An empty map. */
    public Sound() {
      super(new ConcurrentHashMap<>());
    }
  }

  @Test
  void itIsLinearizableUnderTheModelChecker() {
    Checks.modelChecking(2, 3, 6).check(Sound.class);
  }

  @Test
  void itIsLinearizableOnRealThreads() {
    Checks.stress(2, 3, 6).check(Sound.class);
  }
}
