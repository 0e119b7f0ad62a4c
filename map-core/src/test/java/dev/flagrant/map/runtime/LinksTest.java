package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The links of a large array against a table of Java's. */
class LinksTest {
  private static final int BUCKETS = 4 * Links.BLOCK;

  @Test
  void noBucketIsChainedAtFirst() {
    Links links = new Links(BUCKETS);

    for (int place = 0; place < BUCKETS; place++) {
      assertThat(links.get(place)).isEqualTo(Links.NONE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 32, 33, 62, 63, 64, 127, 128, 255, 256, 300, 511, 512, 1023})
  void aLinkIsThatOfItsBucketOnly(int place) {
    Links links = new Links(BUCKETS);

    links.set(place, -7);

    for (int other = 0; other < BUCKETS; other++) {
      assertThat(links.get(other)).isEqualTo(other == place ? -7 : Links.NONE);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void linksAreWhatTheyWereSetToLast(long seed) {
    Random random = new Random(seed);
    Links links = new Links(BUCKETS);
    Map<Integer, Integer> expected = new HashMap<>();
    for (int i = 0; i < 10_000; i++) {
      int place = random.nextInt(BUCKETS);
      int next = random.nextInt(3) == 0 ? Links.NONE : random.nextInt();
      if (next == Links.NONE) {
        links.remove(place);
      } else {
        links.set(place, next);
      }
      expected.put(place, next);
      int asked = random.nextInt(BUCKETS);
      assertThat(links.get(asked))
          .as("bucket %s after %s links, seed %s", asked, i + 1, seed)
          .isEqualTo(expected.getOrDefault(asked, Links.NONE));
    }
    assertThat(expected).as("every bucket had a link").hasSize(BUCKETS);
  }

  @Test
  void clearLeavesNone() {
    Links links = new Links(BUCKETS);
    links.set(3, 300);
    links.set(600, 301);

    links.clear();

    assertThat(links.get(3)).isEqualTo(Links.NONE);
    assertThat(links.get(600)).isEqualTo(Links.NONE);
  }
}
