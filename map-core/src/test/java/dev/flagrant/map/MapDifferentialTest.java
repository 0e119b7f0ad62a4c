package dev.flagrant.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over long random histories a GoMap answers as {@link java.util.HashMap} does. */
class MapDifferentialTest {
  private static final int STEPS = 20_000;

  /** A kind of key, and many or few of them. */
  enum Kind {
    OBJECTS(KeyTypes.objects(), mixture(400)),
    FEW_OBJECTS(KeyTypes.objects(), mixture(10)),
    STRINGS(KeyTypes.strings(), IntStream.range(0, 500).mapToObj(i -> "key " + i).toList()),
    LONGS(KeyTypes.longs(), LongStream.range(0, 500).mapToObj(i -> i << 33 | i).toList()),
    INTEGERS(KeyTypes.integers(), IntStream.range(-300, 300).boxed().toList()),
    FLOATS(KeyTypes.float64(), IntStream.range(1, 400).mapToObj(i -> i / 8.0).toList()),
    INTERFACES(KeyTypes.interfaces(), mixture(400)),
    LENGTHS(new Held.Keys(), IntStream.range(0, 300).mapToObj(i -> "i".repeat(i % 9) + i).toList());

    final KeyType<?> type;
    final List<?> keys;

    Kind(KeyType<?> type, List<?> keys) {
      this.type = type;
      this.keys = keys;
    }

    @SuppressWarnings("unchecked") // its keys are the ones that are put in
    Map<Object, @Nullable Object> map(long seed) {
      return GoMap.<Object>builder((KeyType<Object>) type).seed(seed).build();
    }

    /** The null key, keys of several classes, and some whose hash codes are the same. */
    private static List<?> mixture(int count) {
      List<@Nullable Object> keys = new ArrayList<>();
      keys.add(null);
      for (int i = 1; i < count; i++) {
        keys.add(
            switch (i % 4) {
              case 0 -> i;
              case 1 -> "key " + i;
              case 2 -> new Collides(i);
              default -> List.of(i, "list");
            });
      }
      return keys;
    }
  }

  private record Collides(int number) {
    @Override
    public int hashCode() {
      return number % 3;
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyOperationAnswersAsThatOfHashMap(Kind kind) {
    long seed = Long.getLong("flagrant.seed", 20261120L);
    Differential.run(kind.map(seed), kind.keys, seed, STEPS);
  }
}
