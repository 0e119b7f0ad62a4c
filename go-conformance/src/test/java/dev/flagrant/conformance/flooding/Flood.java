package dev.flagrant.conformance.flooding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** How much longer a map takes with some keys than with others. */
final class Flood {
  private static final int REPEATS = 5;
  private static final int ATTEMPTS = 4;

  private Flood() {}

  /**
   * The ratio of two times: of putting all the keys in, finding them, and removing them. Medians,
   * the two taken in turn; a ratio that is too high is measured again, for another process may have
   * taken the processor.
   *
   * @param bound up to which the first attempt counts
   * @return the lowest ratio of all attempts
   */
  static double ratio(
      Supplier<Map<String, Integer>> maps, String[] flood, String[] ordinary, double bound) {
    double lowest = Double.MAX_VALUE;
    for (int attempt = 0; attempt < ATTEMPTS && lowest > bound; attempt++) {
      long[] flooded = new long[REPEATS];
      long[] usual = new long[REPEATS];
      for (int i = 0; i < REPEATS; i++) {
        usual[i] = nanos(maps.get(), ordinary);
        flooded[i] = nanos(maps.get(), flood);
      }
      lowest = Math.min(lowest, (double) median(flooded) / median(usual));
    }
    return lowest;
  }

  private static long median(long[] times) {
    return LongStream.of(times).sorted().skip(times.length / 2).findFirst().orElseThrow();
  }

  /** The time for one map and one set of keys, the answers looked at. */
  static long nanos(Map<String, Integer> map, String[] keys) {
    // Keys that come from outside are new objects, of which nothing is cached.
    String[] fresh =
        Arrays.stream(keys).map(key -> new String(key.toCharArray())).toArray(String[]::new);
    long start = System.nanoTime();
    for (int i = 0; i < keys.length; i++) {
      map.put(keys[i], i);
    }
    long sum = 0;
    for (String key : fresh) {
      sum += map.getOrDefault(key, -1);
    }
    int size = map.size();
    for (String key : fresh) {
      map.remove(key);
    }
    long time = System.nanoTime() - start;
    assertThat(sum).isEqualTo((long) keys.length * (keys.length - 1) / 2);
    assertThat(size).isEqualTo(keys.length);
    assertThat(map).isEmpty();
    return time;
  }
}
