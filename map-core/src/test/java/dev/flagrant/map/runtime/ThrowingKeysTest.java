package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Hashes and comparisons that throw, at every single call an operation makes, in every phase of a
 * growth: the exception passes through, nothing is lost, and the map works on.
 */
class ThrowingKeysTest {
  /** A map in some phase of its life. */
  enum Phase {
    ONE_BUCKET(() -> filled(new FixedKeys().builder().build(), 6)),
    FULL(() -> filled(new FixedKeys().builder().hint(52).build(), 52)),
    JUST_GROWING(() -> filled(new FixedKeys().builder().hint(52).build(), 53)),
    HALF_GROWN(
        () -> {
          GoMap<FixedKey, Integer> map = filled(new FixedKeys().builder().hint(104).build(), 105);
          map.delete(FixedKey.at(9, 999));
          map.delete(FixedKey.at(12, 999));
          return map;
        }),
    GROWING_LONG_CHAINS(
        () -> {
          GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(52).build();
          Structure.fill(map, 3, 0, 20);
          Structure.fill(map, 11, 100, 20);
          Structure.fill(map, 6, 200, 13);
          return map;
        }),
    GROWING_WITH_NANS(
        () -> {
          GoMap<FixedKey, Integer> map = new FixedKeys().notReflexive().builder().hint(52).build();
          for (int id = 0; id < 53; id++) {
            Structure.put(map, id % 2 == 0 ? FixedKey.at(id, id) : FixedKey.nan(id, 0x40 | id, id));
          }
          assertThat(map.range().next()).isTrue();
          return map;
        }),
    GROWING_TO_THE_SAME_SIZE(
        () -> {
          // Iterations begin at bucket 4, which is still to be evacuated.
          GoMap<FixedKey, Integer> map = new FixedKeys().builder().random(() -> 4).hint(52).build();
          Structure.fill(map, 4, 400, 3);
          GrowTest.thinOut(map);
          Structure.put(map, FixedKey.at(2, 300));
          return map;
        });

    final Supplier<GoMap<FixedKey, Integer>> map;

    Phase(Supplier<GoMap<FixedKey, Integer>> map) {
      this.map = map;
    }

    private static GoMap<FixedKey, Integer> filled(GoMap<FixedKey, Integer> map, int count) {
      for (int id = 0; id < count; id++) {
        Structure.put(map, FixedKey.at(id, id));
      }
      return map;
    }
  }

  private enum Operation {
    UPDATE(map -> map.put(FixedKey.at(3, 3), -3), content -> content.put(FixedKey.at(3, 3), -3)),
    PUT(map -> map.put(FixedKey.at(3, 777), 7), content -> content.put(FixedKey.at(3, 777), 7)),
    PUT_IF_ABSENT(
        map -> map.putIfAbsent(FixedKey.at(6, 778), 8),
        content -> content.put(FixedKey.at(6, 778), 8)),
    REMOVE(map -> map.remove(FixedKey.at(3, 3)), content -> content.remove(FixedKey.at(3, 3))),
    DELETE_NOTHING(map -> map.delete(FixedKey.at(5, 888)), content -> {}),
    GET(map -> map.lookup(FixedKey.at(3, 3)), content -> {}),
    CONTAINS(map -> map.lookup(FixedKey.at(6, 999)), content -> {}),
    ITERATE(map -> map.forEach((key, elem) -> {}), content -> {});

    final Consumer<GoMap<FixedKey, Integer>> run;
    final Consumer<Map<FixedKey, Integer>> effect;

    Operation(Consumer<GoMap<FixedKey, Integer>> run, Consumer<Map<FixedKey, Integer>> effect) {
      this.run = run;
      this.effect = effect;
    }
  }

  private static final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @ParameterizedTest
  @EnumSource
  void whereverAnOperationThrowsNothingIsLost(Phase phase) {
    int thrown = 0;
    for (Operation operation : Operation.values()) {
      for (int call = 0; call >= 0; call++) {
        GoMap<FixedKey, Integer> map = phase.map.get();
        FixedKeys keys = (FixedKeys) ((Hmap) map).t.key();
        Map<FixedKey, Integer> content = content(map);
        Thrown exception = throwAt(keys, call);

        Throwable caught = catchThrowable(() -> operation.run.accept(map));

        keys.quiet();
        if (caught == null) {
          // Every call was let through: the operation has done its work.
          operation.effect.accept(content);
          call = -2;
        } else {
          assertThat(caught).isSameAs(exception);
          thrown++;
        }
        assertThat(((Hmap) map).flags() & Flags.HASH_WRITING).isZero();
        Invariants.check(map);
        assertThat(content(map)).as("%s, call %s", operation, call).isEqualTo(content);

        worksOn(map, content);
      }
    }
    assertThat(thrown).isGreaterThan(5);
  }

  /**
   * After the exception the same step is taken again. Only in a map that is growing a step hashes:
   * it finds out where an entry will go, or looks up one that has gone.
   */
  @ParameterizedTest
  @EnumSource
  void anIterationThatThrewGoesOnWhereItWas(Phase phase) {
    boolean growing = ((Hmap) phase.map.get()).growing();
    int thrown = 0;
    while (throwsAndGoesOn(phase, thrown)) {
      thrown++;
    }

    assertThat(thrown > 0).as("steps of a map that is growing: %s", growing).isEqualTo(growing);
  }

  /** Whether the rest of an iteration came to so many calls of the key type. */
  private static boolean throwsAndGoesOn(Phase phase, int call) {
    GoMap<FixedKey, Integer> map = phase.map.get();
    FixedKeys keys = (FixedKeys) ((Hmap) map).t.key();
    Map<FixedKey, Integer> content = content(map);
    GoMapIterator<FixedKey, Integer> it = map.range();
    assertThat(it.next()).isTrue();
    Set<Integer> shown = new HashSet<>(Set.of(it.key().id()));
    map.delete(new FixedKey(it.key().hash(), 4000)); // moves what is left of the bucket at hand
    map.delete(FixedKey.at(5, 4000));

    Thrown exception = throwAt(keys, call);
    int thrown = 0;
    boolean more = true;
    while (more) {
      try {
        more = it.next();
        if (more) {
          assertThat(shown.add(it.key().id())).as("shown once").isTrue();
        }
      } catch (Thrown e) {
        assertThat(e).isSameAs(exception);
        thrown++;
      }
    }

    keys.quiet();
    assertThat(thrown).isLessThanOrEqualTo(1);
    assertThat(shown).hasSameSizeAs(content.keySet());
    Invariants.check(map);
    return thrown == 1;
  }

  @Test
  void aHashCodeOfJavaThatThrowsPassesThrough() {
    GoMap<Object, Integer> map = new GoMap<>();
    map.put("key", 1);
    Thrown exception = new Thrown();
    Object bad =
        new Object() {
          @Override
          public int hashCode() {
            throw exception;
          }
        };

    assertThat(catchThrowable(() -> map.put(bad, 2))).isSameAs(exception);
    assertThat(catchThrowable(() -> map.remove(bad))).isSameAs(exception);
    assertThat(catchThrowable(() -> map.lookup(bad))).isSameAs(exception);

    assertThat(map).containsExactlyEntriesOf(Map.of("key", 1));
    Invariants.check(map);
  }

  /** An exception of the listener comes before everything. */
  @Test
  void aListenerThatThrowsLeavesTheMapUnharmed() {
    boolean[] armed = {false};
    Thrown exception = new Thrown();
    GoMap<FixedKey, Integer> map =
        new FixedKeys()
            .builder()
            .listener(
                (accessed, operation, thread) -> {
                  if (armed[0]) {
                    throw exception;
                  }
                })
            .build();
    Structure.fill(map, 0, 0, 9);
    armed[0] = true;

    for (Operation operation : Operation.values()) {
      assertThat(catchThrowable(() -> operation.run.accept(map))).isSameAs(exception);
    }
    assertThat(catchThrowable(map::clear)).isSameAs(exception);

    armed[0] = false;
    assertThat(map).hasSize(9);
    Invariants.check(map);
  }

  private static Thrown throwAt(FixedKeys keys, int call) {
    Thrown exception = new Thrown();
    int[] left = {call};
    Runnable countdown =
        () -> {
          if (left[0]-- == 0) {
            throw exception;
          }
        };
    keys.onHash = countdown;
    keys.onEqual = countdown;
    return exception;
  }

  private static void worksOn(GoMap<FixedKey, Integer> map, Map<FixedKey, Integer> content) {
    for (int id = 5000; id < 5060; id++) {
      Structure.put(map, FixedKey.at(id, id));
      content.put(FixedKey.at(id, id), id);
    }
    for (int id = 0; id < 10; id++) {
      map.delete(FixedKey.at(id, id));
      content.remove(FixedKey.at(id, id));
    }
    assertThat(content(map)).isEqualTo(content);
    Invariants.check(map);
  }

  /** Records know NaN as equal, so these contents can be compared. */
  private static Map<FixedKey, Integer> content(GoMap<FixedKey, Integer> map) {
    Map<FixedKey, Integer> content = new HashMap<>();
    map.forEach(
        (key, elem) -> assertThat(content.put(key, elem)).as("%s is shown once", key).isNull());
    assertThat(content).hasSize(map.size());
    return content;
  }
}
