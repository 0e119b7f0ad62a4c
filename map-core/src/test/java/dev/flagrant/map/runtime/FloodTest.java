package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import dev.flagrant.map.KeyType;
import dev.flagrant.map.KeyTypes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A map that meets too many colliding keys goes over to other hashes, and shows nothing of it. */
class FloodTest {
  private static final int LIMIT = Flood.FULL_BUCKETS * Bmaps.BUCKET_CNT;

  /** The system property {@code flagrant.seed} chooses another. */
  private static final long SEED = Long.getLong("flagrant.seed", 0x5EED);

  /** An empty map that draws the same hashes and the same iterations each time. */
  private static <K> GoMap<K, Integer> seeded(KeyType<K> keys) {
    return GoMap.<K>builder(keys).seed(SEED).build();
  }

  /** Different strings of eight blocks with one {@code hashCode}. */
  private static String colliding(int number) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < 8; bit++) {
      text.append((number >>> bit & 1) == 0 ? "Aa" : "BB");
    }
    return text.toString();
  }

  private static KeyType<?> keyType(Hmap h) {
    return h.t.key();
  }

  private static int longestChain(Hmap h) {
    BucketArray array = Structure.buckets(h);
    return IntStream.range(0, array.size()).map(array::chainLength).max().orElseThrow();
  }

  @Test
  void oneCollisionTooManyChangesTheHashesAndKeepsEveryEntry() {
    KeyType<String> keys = KeyTypes.objects();
    GoMap<String, Integer> map = seeded(keys);
    Map<String, Integer> model = new HashMap<>();
    for (int i = 0; i < 256; i++) {
      map.put(colliding(i), i);
      model.put(colliding(i), i);
      Invariants.check(map);
      assertThat(keyType(map) == keys).as("after %s, seed %s", i + 1, SEED).isEqualTo(i < LIMIT);
    }

    assertThat(map).as("seed %s", SEED).isEqualTo(model);
    assertThat(longestChain(map)).as("longest chain, seed %s", SEED).isLessThan(Flood.FULL_BUCKETS);
    assertThat(keyType(map).floodResistant()).as("there is no further step").isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 200, 420, 860, 1_000, 5_000, 50_000})
  void entriesThatDoNotCollideAreMovedTooWhateverTheStateOfTheirGrowth(int ordinary) {
    GoMap<String, Integer> map = seeded(KeyTypes.objects());
    Map<String, Integer> model = new HashMap<>();
    for (int i = 0; i < ordinary; i++) {
      map.put("ordinary " + i, i);
      model.put("ordinary " + i, i);
    }
    for (int i = 0; i < 3 * LIMIT; i++) {
      map.put(colliding(i), -i);
      model.put(colliding(i), -i);
    }

    assertThat(keyType(map)).as("seed %s", SEED).isNotSameAs(KeyTypes.objects());
    assertThat(map).as("seed %s", SEED).isEqualTo(model);
    Invariants.check(map);
    model.keySet().forEach(map::remove);
    assertThat(map).isEmpty();
    Invariants.check(map);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 100, 420, 1_000})
  void anIterationUnderWayShowsWhatWasThereOnceAndWithItsPresentElem(int ordinary) {
    for (int begun = 0; begun < 8; begun++) {
      GoMap<String, Integer> map = seeded(KeyTypes.objects());
      for (int i = 0; i < ordinary; i++) {
        map.put("ordinary " + i, i);
      }
      Set<String> shown = new HashSet<>();
      GoMapIterator<String, Integer> it = map.range();
      for (int i = 0; i < begun && it.next(); i++) {
        shown.add(it.key());
      }
      for (int i = 0; i < 2 * LIMIT; i++) {
        map.put(colliding(i), -1);
      }
      assertThat(keyType(map)).as("seed %s", SEED).isNotSameAs(KeyTypes.objects());
      map.put("ordinary 7", 777);
      map.remove("ordinary 6");
      boolean sixWasShown = shown.contains("ordinary 6");

      while (it.next()) {
        String key = it.key();
        assertThat(shown.add(key)).as("%s is shown once, seed %s", key, SEED).isTrue();
        assertThat(it.elem()).as("%s, seed %s", key, SEED).isEqualTo(map.get(key));
      }

      for (int i = 0; i < ordinary; i++) {
        boolean expected = i != 6 || sixWasShown;
        assertThat(shown.contains("ordinary " + i))
            .as("ordinary %s, seed %s", i, SEED)
            .isEqualTo(expected);
      }
      Invariants.check(map);
    }
  }

  /** A key whose {@code hashCode} can be made to throw. */
  private static final class Failing {
    boolean fails;

    @Override
    public int hashCode() {
      if (fails) {
        throw new IllegalStateException("no hash today");
      }
      return colliding(0).hashCode();
    }
  }

  @Test
  void anExceptionOfAHashCodeLeavesTheMapAsItWas() {
    GoMap<Object, Integer> map = seeded(KeyTypes.objects());
    Failing failing = new Failing();
    map.put(failing, 0);
    for (int i = 1; i < LIMIT; i++) {
      map.put(colliding(i), i);
    }
    Map<Object, Integer> before = new HashMap<>(map);
    failing.fails = true;

    assertThatThrownBy(() -> map.put(colliding(LIMIT), LIMIT)).hasMessage("no hash today");

    failing.fails = false;
    assertThat(keyType(map)).as("seed %s", SEED).isSameAs(KeyTypes.objects());
    assertThat(map).as("seed %s", SEED).isEqualTo(before);
    Invariants.check(map);
    map.put(colliding(LIMIT), LIMIT);
    assertThat(keyType(map)).isNotSameAs(KeyTypes.objects());
    assertThat(map).hasSize(LIMIT + 1);
    Invariants.check(map);
  }

  @Test
  void keysWithOneHashCodeThatAreNoStringsShareTheirChainAsBefore() {
    record Same(int number) {
      @Override
      public int hashCode() {
        return 7;
      }
    }
    GoMap<Same, Integer> map = seeded(KeyTypes.objects());
    for (int i = 0; i < 200; i++) {
      map.put(new Same(i), i);
    }

    assertThat(map).hasSize(200);
    assertThat(map.get(new Same(150))).isEqualTo(150);
    Invariants.check(map);
  }

  @Test
  void keysOfAnOwnTypeWithoutAnAnswerAreNeverMoved() {
    FixedKeys keys = new FixedKeys();
    GoMap<FixedKey, Integer> map = keys.builder().build();
    for (int i = 0; i < 10 * LIMIT; i++) {
      map.put(FixedKey.at(0, i), i);
    }

    assertThat(keyType(map)).isSameAs(keys);
    assertThat(map).hasSize(10 * LIMIT);
    Invariants.check(map);
  }

  @Test
  void aFloodedMapIsWrittenAndReadBack() throws IOException, ClassNotFoundException {
    GoMap<String, Integer> map = seeded(KeyTypes.objects());
    for (int i = 0; i < 2 * LIMIT; i++) {
      map.put(colliding(i), i);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(map);
    }

    Object read;
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      read = in.readObject();
    }

    assertThat(read)
        .as("seed %s, and %s of what was read", SEED, ((Hmap) read).hash0)
        .isEqualTo(map);
    assertThat(keyType((Hmap) read)).isSameAs(keyType(map));
    Invariants.check((Hmap) read);
  }

  /** Each answer to {@link #floodResistant} has the same hash again, and an answer of its own. */
  private static final class NoBetter implements KeyType<Integer> {
    private final int[] asked;

    NoBetter(int[] asked) {
      this.asked = asked;
    }

    @Override
    public long hash(Integer key, int seed) {
      return 0;
    }

    @Override
    public boolean equal(Integer key, Integer stored) {
      return key.equals(stored);
    }

    @Override
    public KeyType<Integer> floodResistant() {
      asked[0]++;
      return new NoBetter(asked);
    }
  }

  @Test
  void aMapGoesOverToOtherHashesOnce() {
    int[] asked = new int[1];
    GoMap<Integer, Integer> map = seeded(new NoBetter(asked));
    for (int i = 0; i < 10 * LIMIT; i++) {
      map.put(i, i);
    }
    assertThat(map).hasSize(10 * LIMIT);
    assertThat(asked[0]).isBetween(1, 3);
    Invariants.check(map);
  }
}
