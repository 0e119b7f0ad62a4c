package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import dev.flagrant.map.KeyType;
import dev.flagrant.map.KeyTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an iteration shows of a map that has become empty meanwhile, and so has a new seed. */
class HiterNewSeedTest {
  /** Keys whose bucket is their thousands and the seed. */
  private static final class BySeed implements KeyType<Integer> {
    boolean resistsFloods;

    @Override
    public long hash(Integer key, int seed) {
      return (key / 1000L + seed) & 31L;
    }

    @Override
    public boolean equal(Integer key, Integer stored) {
      return key.equals(stored);
    }

    @Override
    public @Nullable KeyType<Integer> floodResistant() {
      return resistsFloods ? KeyTypes.objects() : null;
    }
  }

  private final long[] draw = {0};

  private final BySeed keys = new BySeed();

  private final GoMap<Integer, Integer> map =
      GoMap.<Integer>builder(keys).random(() -> draw[0]).hint(52).build();

  /**
   * An iteration stands in an old bucket, whose growth ends. The map becomes empty, so that it has
   * a new seed, and a key comes back to another bucket, which the iteration has still to come to.
   */
  @Test
  void aKeyThatComesBackUnderANewSeedIsShownOnceAfterAGrowthToTheSameSize() {
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
    GoMapIterator<Integer, Integer> it = inOldBucket5();
    finishGrowth();
    empty(1);
    map.put(5001, 1);

    requireShownOnce(it, 5001);
  }

  /**
   * The map grows out of the array of the iteration, and then is emptied. Under the new seed the
   * key belongs to the bucket at hand; in that array it lies where it did, still to come.
   */
  @Test
  void aKeyThatComesBackOnceTheArrayIsOutgrownIsShownOnce() {
    GoMapIterator<Integer, Integer> it = inOldBucketOfAGrowthToALargerArray();
    finishGrowth();
    growTo32();

    empty(8);
    map.put(13001, 1);

    requireShownOnce(it, 13001);
  }

  /** The entries in the array of the iteration lie there by the second of three seeds. */
  @Test
  void aKeyThatComesBackTwiceIsShownOnce() {
    GoMapIterator<Integer, Integer> it = inOldBucketOfAGrowthToALargerArray();
    finishGrowth();
    empty(1);
    map.put(13001, 0);
    growTo32();

    empty(8);
    map.put(13001, 1);

    requireShownOnce(it, 13001);
  }

  /** A flood moves the key on from where it came back to, by hashes that say nothing of that. */
  @Test
  void aKeyThatComesBackAndIsMovedByAFloodIsShownOnce() {
    GoMapIterator<Integer, Integer> it = inOldBucketOfAGrowthToALargerArray();
    finishGrowth();
    empty(1);
    map.put(5001, 1);

    keys.resistsFloods = true;
    for (int key = 3000; ((Hmap) map).type().floodResistant() != null; key++) {
      map.put(key, 0);
    }

    requireShownOnce(it, 5001);
  }

  private GoMapIterator<Integer, Integer> inOldBucketOfAGrowthToALargerArray() {
    map.put(5000, 0);
    map.put(5001, 0);
    map.put(13001, 0);
    fill(0);
    assertThat(Structure.buckets(map).size()).isEqualTo(16);
    return inOldBucket5();
  }

  /** Fills the first few buckets until a growth begins. */
  private void fill(int from) {
    for (int i = from; !((Hmap) map).growing(); i++) {
      map.put(i % 5 * 1000 + i, 0);
    }
  }

  private void growTo32() {
    fill(100);
    assertThat(Structure.buckets(map).size()).isEqualTo(32);
  }

  private GoMapIterator<Integer, Integer> inOldBucket5() {
    assertThat(Structure.old(map).evacuated(5)).isFalse();
    draw[0] = 5;
    GoMapIterator<Integer, Integer> it = map.range();
    assertThat(it.next()).isTrue();
    assertThat(it.key()).as("in the old bucket").isEqualTo(5000);
    return it;
  }

  /** Writes to keys that are not there until no growth is under way. */
  private void finishGrowth() {
    Hmap h = map;
    for (int bucket = 0; h.growing(); bucket = (bucket + 1) % 32) {
      map.remove(1000 * bucket + 999);
    }
  }

  private void empty(int newSeed) {
    draw[0] = newSeed;
    for (Integer key : List.copyOf(map.keySet())) {
      map.remove(key);
    }
    assertThat(((Hmap) map).hash0).as("the new seed").isEqualTo(newSeed);
  }

  private void requireShownOnce(GoMapIterator<Integer, Integer> it, Integer key) {
    int shown = 0;
    while (it.next()) {
      shown += it.key().equals(key) ? 1 : 0;
    }
    assertThat(shown).isEqualTo(1);
    Invariants.check(map);
  }
}
