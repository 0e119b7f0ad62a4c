package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.KeyTypes;
import dev.flagrant.map.TypeLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What maps of one kind share: the shortcut of the default kind changes no answer. */
class MapTypeTest {
  /** The same kind as the default one, but another object, and so without the shortcut. */
  private static final MapType SAME =
      new MapType(KeyTypes.objects(), TypeLayout.POINTER, Options.DEFAULT);

  @Test
  void theDefaultKindHashesAsItsKeyTypeDoes() {
    for (Object key : keys()) {
      for (int seed = -50; seed < 50; seed++) {
        assertThat(MapType.hash(MapType.OBJECTS, key, seed))
            .as("%s", key)
            .isEqualTo(MapType.hash(SAME, key, seed));
      }
    }
  }

  @Test
  void theDefaultKindComparesAsItsKeyTypeDoes() {
    for (Object key : keys()) {
      for (Object stored : keys()) {
        assertThat(MapType.OBJECTS.equal(key, stored))
            .as("%s and %s", key, stored)
            .isEqualTo(SAME.equal(key, stored));
      }
    }
  }

  private static List<@Nullable Object> keys() {
    List<@Nullable Object> keys = new ArrayList<>();
    keys.addAll(Arrays.asList(null, "", "Aa", "BB", 1, 1L, 1L << 40, Double.NaN, -0.0, 0.0));
    keys.add(List.of("a", 1));
    keys.add(Arrays.asList("a", 1));
    keys.add(new Unequal());
    return keys;
  }

  /** Never equal, and never to be asked whether it equals null. */
  private static final class Unequal {
    @Override
    public boolean equals(@Nullable Object other) {
      if (other == null) {
        throw new AssertionError("asked for null");
      }
      return false;
    }

    @Override
    public int hashCode() {
      return 7;
    }
  }
}
