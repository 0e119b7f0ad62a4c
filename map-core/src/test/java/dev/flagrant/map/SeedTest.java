package dev.flagrant.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.runtime.Hmap;
import dev.flagrant.map.runtime.Invariants;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each map hashes with a random seed of its own, and with a new one whenever it becomes empty. */
class SeedTest {
  static Stream<Supplier<GoMap<String, Integer>>> waysToMakeAMap() {
    return Stream.of(
        GoMap::new,
        () -> new GoMap<>(Map.of("a", 1)),
        () -> new GoMap<>(Map.of()),
        () -> GoMap.make(100L),
        () -> GoMap.make(KeyTypes.strings()),
        () -> GoMap.<String>builder(KeyTypes.strings()).hint(100).build(),
        () -> SerialisationTest.copy(new GoMap<>(Map.of("a", 1))));
  }

  @ParameterizedTest
  @MethodSource("waysToMakeAMap")
  void noTwoMapsShareASeed(Supplier<GoMap<String, Integer>> way) {
    Set<Integer> seeds = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      seeds.add(seedOf(way.get()));
    }
    // Twenty draws of 32 bits: two are the same once in twenty million runs; four never.
    assertThat(seeds).hasSizeGreaterThan(17);
  }

  @Test
  void aMapThatBecomesEmptyDrawsANewSeed() {
    GoMap<String, Integer> map = GoMap.<String>builder(KeyTypes.strings()).seed(1).build();
    for (Runnable emptying :
        List.<Runnable>of(map::clear, () -> map.delete("a"), () -> map.keySet().clear())) {
      map.put("a", 1);
      int before = seedOf(map);
      map.put("a", 2);
      map.delete("no such");
      assertThat(seedOf(map)).isEqualTo(before);
      emptying.run();
      assertThat(seedOf(map)).isNotEqualTo(before);
      Invariants.check(map);
    }
  }

  @Test
  void theSeedIsTheOneThatKeysAreHashedWith() {
    Set<Integer> used = new HashSet<>();
    KeyType<String> watching =
        new KeyType<>() {
          @Override
          public long hash(String key, int seed) {
            used.add(seed);
            return KeyTypes.mix(key.hashCode(), seed);
          }

          @Override
          public boolean equal(String key, String stored) {
            return key.equals(stored);
          }
        };
    GoMap<String, Integer> map = GoMap.make(watching);
    for (int i = 0; i < 100; i++) {
      map.put("key " + i, i);
      map.get("key " + i);
    }
    assertThat(used).containsExactly(seedOf(map));
  }

  private static int seedOf(GoMap<?, ?> map) {
    try {
      Field hash0 = Hmap.class.getDeclaredField("hash0");
      hash0.setAccessible(true);
      return hash0.getInt(map);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("hash0", e);
    }
  }

  @Test
  void mapsOfOneBuilderDrawTheSameNumbers() {
    GoMapBuilder<Integer> builder = GoMap.<Integer>builder(KeyTypes.integers()).seed(1);
    GoMap<Integer, Integer> one = builder.build();
    for (int i = 0; i < 20; i++) {
      one.put(i, i);
      assertThat(one.range().next()).isTrue();
    }
    GoMap<Integer, Integer> other = builder.build();
    for (int i = 0; i < 20; i++) {
      other.put(i, i);
      assertThat(other.range().next()).isTrue();
    }
    assertThat(one.toString()).isEqualTo(other.toString());
  }

  /** Two threads that only iterate are no race, so what they draw must be drawn safely, too. */
  @Test
  void aSeedGivesEveryIterationItsOwnNumber() throws InterruptedException {
    int draws = 200_000;
    LongSupplier shared = GoMapBuilder.seeded(1);
    List<long[]> drawn = List.of(new long[draws], new long[draws]);
    List<Thread> threads =
        drawn.stream()
            .map(own -> new Thread(() -> Arrays.setAll(own, i -> shared.getAsLong())))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    LongSupplier alone = GoMapBuilder.seeded(1);
    assertThat(drawn.stream().flatMapToLong(Arrays::stream).sorted())
        .containsExactlyElementsOf(
            LongStream.generate(alone).limit(2L * draws).sorted().boxed().toList());
  }
}
