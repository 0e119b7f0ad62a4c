package dev.flagrant.lincheck.notlinearizable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.flagrant.lincheck.Checks;
import dev.flagrant.lincheck.GoldenTrace;
import dev.flagrant.lincheck.MapOperations;
import dev.flagrant.map.GoMap;
import dev.flagrant.map.KeyTypes;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Raced, Go's map is not linearizable, and must be found not to be. */
class RawMapTest {
  /** Go's map, without a lock; its seed is fixed, so that an interleaving can be kept. */
  public static final class Raw extends MapOperations {
    /** An empty map. */
    public Raw() {
      super(GoMap.<Integer>builder(KeyTypes.objects()).seed(1).<Integer>build());
    }
  }

  /** A map that never tells of a race. */
  public static final class Silent extends MapOperations {
    /** An empty map. */
    public Silent() {
      super(new HashMap<>());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void theModelCheckerFindsIt(int threads) {
    LincheckAssertionError found =
        catchThrowableOfType(
            LincheckAssertionError.class,
            () -> Checks.modelChecking(threads, 2, 50).check(Raw.class));
    assertThat(found).isNotNull();
    assertThat(found)
        .hasMessageContaining("The following interleaving leads to the error")
        .hasMessageContaining("ConcurrentModificationError");
  }

  /** Two threads put one key, and a third looks it up. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void theInterleavingIsTheOneThatIsKept(int threads) throws Exception {
    Method put = Raw.class.getMethod("put", int.class, int.class);
    Method get = Raw.class.getMethod("get", int.class);
    List<List<Actor>> programs =
        List.of(
            List.of(new Actor(put, List.of(1, 1))),
            List.of(new Actor(put, List.of(1, 2))),
            List.of(new Actor(get, List.of(1))));
    Actor present = new Actor(put, List.of(1, 0));
    ExecutionScenario race =
        new ExecutionScenario(List.of(present), programs.subList(0, threads), List.of(), null);
    LincheckAssertionError found =
        catchThrowableOfType(
            LincheckAssertionError.class,
            () ->
                Checks.modelChecking(threads, 1, 0)
                    .addCustomScenario(race)
                    .minimizeFailedScenario(false)
                    .check(Raw.class));
    assertThat(found).isNotNull();
    GoldenTrace.assertKept("raw-map-" + threads + "-threads", String.valueOf(found.getMessage()));
  }

  @Test
  void itFindsAMapThatIsSilentToo() {
    LincheckAssertionError found =
        catchThrowableOfType(
            LincheckAssertionError.class, () -> Checks.modelChecking(2, 2, 50).check(Silent.class));
    assertThat(found).isNotNull();
    assertThat(found).hasMessageContaining("Invalid execution results");
  }
}
