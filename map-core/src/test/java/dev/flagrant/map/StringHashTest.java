package dev.flagrant.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Strings cannot be made to collide by anybody who does not know the seed. */
class StringHashTest {
  private static final int SEEDS = 10_000;

  @Test
  void stringsWithOneHashCodeHaveHashesOfTheirOwn() {
    List<String> strings =
        IntStream.range(0, 1 << 14)
            .mapToObj(
                number ->
                    Integer.toBinaryString(number | 1 << 14).replace("0", "Aa").replace("1", "BB"))
            .toList();
    assertThat(strings.stream().map(String::hashCode).distinct()).hasSize(1);
    assertThat(strings.stream().map(string -> StringHash.of(string, 7)).distinct())
        .hasSize(strings.size());
  }

  @Test
  void theLengthCounts() {
    assertThat(
            IntStream.range(0, 20).mapToObj("\0"::repeat).map(s -> StringHash.of(s, 7)).distinct())
        .hasSize(20);
  }

  @Test
  void everyCharacterAndEachOfItsBitsCounts() {
    for (int length = 1; length < 20; length++) {
      String plain = "x".repeat(length);
      for (int at = 0; at < length; at++) {
        for (int bit = 0; bit < Character.SIZE; bit++) {
          StringBuilder changed = new StringBuilder(plain);
          changed.setCharAt(at, (char) ('x' ^ 1 << bit));
          assertThat(StringHash.of(changed.toString(), 7)).isNotEqualTo(StringHash.of(plain, 7));
        }
      }
    }
  }

  /** In a chain of plain products, a change of the highest bit could be undone by the next word. */
  @Test
  void noChangeOfTwoWordsCancelsItselfWhateverTheSeed() {
    assertThat(collisions("aaaabbbb", "aaa\u8061bbb\u8062")).isZero();
    assertThat(collisions("aaaabbbb", "bbbbaaaa")).isZero();
    assertThat(collisions("\0\0\0\0bbbb", "\0\0\0\0aaaa")).isZero();
  }

  private static long collisions(String one, String other) {
    return new SplittableRandom(1)
        .ints(SEEDS)
        .filter(seed -> StringHash.of(one, seed) == StringHash.of(other, seed))
        .count();
  }

  @Test
  void theSeedDecidesWhichStringsShareABucket() {
    List<String> strings = IntStream.range(0, 1000).mapToObj(i -> "key " + i).toList();
    int mask = 127;
    List<List<Long>> buckets =
        Stream.of(1, 2)
            .map(seed -> strings.stream().map(s -> StringHash.of(s, seed) & mask).toList())
            .toList();
    long same =
        IntStream.range(0, strings.size())
            .filter(i -> buckets.get(0).get(i).equals(buckets.get(1).get(i)))
            .count();
    assertThat(same).isLessThan(40); // 8 are expected
  }

  @Test
  void theKeyTypesOfGoHashStringsSoAndAMapOfObjectsDoesOnceItIsFlooded() {
    long expected = StringHash.of("a string", 7);
    KeyType<Object> flooded = Objects.requireNonNull(KeyTypes.objects().floodResistant());
    assertThat(KeyTypes.strings().hash("a string", 7)).isEqualTo(expected);
    assertThat(KeyTypes.interfaces().hash("a string", 7)).isEqualTo(expected);
    assertThat(flooded.hash("a string", 7)).isEqualTo(expected);
  }

  @Test
  void untilThenAMapOfObjectsGoesByTheHashCode() {
    long expected = KeyTypes.mix("a string".hashCode(), 7);
    assertThat(KeyTypes.objects().hash("a string", 7)).isEqualTo(expected);
  }
}
