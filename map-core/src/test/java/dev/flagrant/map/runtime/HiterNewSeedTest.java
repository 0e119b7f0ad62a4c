package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import dev.flagrant.map.KeyType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an iteration shows of a map that has become empty meanwhile, and so has a new seed. */
class HiterNewSeedTest {
  /** Keys whose bucket is their thousands and the seed. */
  private static final KeyType<Integer> BY_SEED =
      new KeyType<>() {
        @Override
        public long hash(Integer key, int seed) {
          return (key / 1000L + seed) & 7L;
        }

        @Override
        public boolean equal(Integer key, Integer stored) {
          return key.equals(stored);
        }
      };

  /**
   * An iteration stands in an old bucket, whose growth ends. The map becomes empty, so that it has
   * a new seed, and a key comes back to another bucket, which the iteration has still to come to.
   */
  @Test
  void aKeyThatComesBackUnderANewSeedIsShownOnceAfterAGrowthToTheSameSize() {
    long[] draw = {0};
    GoMap<Integer, Integer> map =
        GoMap.<Integer>builder(BY_SEED).random(() -> draw[0]).hint(52).build();
    Hmap h = map;
    map.put(5000, 0);
    map.put(5001, 0);
    for (int bucket = 0; !h.sameSizeGrow(); bucket++) {
      for (int key = 1000 * bucket; key < 1000 * bucket + 40 && !h.sameSizeGrow(); key++) {
        map.put(key, 0);
      }
      for (int key = 1000 * bucket; key < 1000 * bucket + 40 && !h.sameSizeGrow(); key++) {
        map.remove(key);
      }
    }
    assertThat(Structure.old(h).evacuated(5)).isFalse();
    draw[0] = 5;
    GoMapIterator<Integer, Integer> it = map.range();
    assertThat(it.next()).isTrue();
    assertThat(it.key()).as("in the old bucket").isEqualTo(5000);
    draw[0] = 1;

    for (int bucket = 0; h.growing(); bucket = (bucket + 1) % 8) {
      map.remove(1000 * bucket + 999);
    }
    for (Integer key : List.copyOf(map.keySet())) {
      map.remove(key);
    }
    assertThat(h.hash0).as("the new seed").isEqualTo(1);
    map.put(5001, 1);

    int shown = 0;
    while (it.next()) {
      assertThat(it.key()).isEqualTo(5001);
      shown++;
    }
    assertThat(shown).isEqualTo(1);
    Invariants.check(h);
  }
}
