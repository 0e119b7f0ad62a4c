package dev.flagrant.conformance.flooding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.KeyType;
import dev.flagrant.map.KeyTypes;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A flood of strings with one {@code hashCode} slows a map down by less than ten times. */
class FloodedStringsTest {
  private static final double BOUND = 10;
  private static final int KEYS = 100_000;
  private static final int BLOCKS = 17;
  private static final int FEW_KEYS = 5_000;
  private static final int MANY_BLOCKS = 200;

  /** The maps that strings can be keys of. */
  enum Maps {
    OBJECTS(GoMap::new),
    STRINGS(() -> GoMap.make(KeyTypes.strings())),
    INTERFACES(() -> GoMap.make(KeyTypes.interfaces()));

    private final Supplier<Map<String, Integer>> factory;

    Maps(Supplier<Map<String, Integer>> factory) {
      this.factory = factory;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHundredThousandCollidingStringsTakeLessThanTenTimesAsLong(Maps maps) {
    String[] flood = CollidingStrings.ofBlocks(KEYS, BLOCKS);
    assertThat(Stream.of(flood).map(String::hashCode).distinct()).hasSize(1);
    assertBounded(maps, flood);
  }

  @ParameterizedTest
  @EnumSource
  void longStringsThatDifferInFewPlacesTakeLessThanTenTimesAsLong(Maps maps) {
    String[] flood = CollidingStrings.thatDifferInFewPlaces(FEW_KEYS, MANY_BLOCKS);
    assertThat(Stream.of(flood).map(String::hashCode).distinct()).hasSize(1);
    assertBounded(maps, flood);
  }

  private static void assertBounded(Maps maps, String[] flood) {
    assertThat(flood).doesNotHaveDuplicates();
    String[] ordinary = CollidingStrings.ordinary(flood.length, flood[0].length());
    double ratio = Flood.ratio(maps.factory, flood, ordinary, BOUND);
    System.out.printf(
        "flooding: %,d strings of %d characters, %s: %.2f times as long%n",
        flood.length, flood[0].length(), maps, ratio);
    assertThat(ratio).isLessThan(BOUND);
  }

  /** Strings by {@code hashCode}, as a map without a defence hashes them. */
  private enum Defenceless implements KeyType<String> {
    KEYS;

    @Override
    public long hash(String key, int seed) {
      return KeyTypes.mix(key.hashCode(), seed);
    }

    @Override
    public boolean equal(String key, String stored) {
      return key.equals(stored);
    }
  }

  @Test
  void aMapWithoutADefenceIsFound() {
    Supplier<Map<String, Integer>> maps = () -> GoMap.make(Defenceless.KEYS);
    String[] flood = CollidingStrings.ofBlocks(FEW_KEYS, BLOCKS);
    String[] ordinary = CollidingStrings.ordinary(FEW_KEYS, flood[0].length());
    double ratio = Flood.ratio(maps, flood, ordinary, BOUND);
    System.out.printf("flooding: %,d strings, by hashCode: %.0f times as long%n", FEW_KEYS, ratio);
    assertThat(ratio).isGreaterThan(BOUND);
  }
}
