package dev.flagrant.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagrant.benchmarks.maps.BenchMap;
import dev.flagrant.benchmarks.maps.ForwardingMap;
import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.workload.MapFactory;
import dev.flagrant.benchmarks.workload.ProbeKind;
import dev.flagrant.benchmarks.workload.Setting;
import dev.flagrant.benchmarks.workload.Trial;
import dev.flagrant.benchmarks.workload.Workload;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountedTrialTest {
  /** Half a million operations, rounded up to runs of 131,072. */
  private static final int COUNTED = 4 * 131_072;

  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, OutOfMemoryError.class})
  void aThreadThatDiesAfterTheWarmUpHasCountedNothing(Class<? extends Throwable> death)
      throws ReflectiveOperationException {
    Throwable cause = death.getConstructor(String.class).newInstance("the map failed");
    Thread warmUp = Thread.currentThread();
    Trial trial = hits(hint -> new Mortal(hashMap(hint), warmUp, cause));
    assertThatThrownBy(() -> CountedTrial.count(trial))
        .isInstanceOf(ExecutionException.class)
        .hasCause(cause);
  }

  @Test
  void whatCountsRunsInAThreadOfItsOwnAfterAMillionOperations() throws Exception {
    Map<Thread, Integer> lookups = new ConcurrentHashMap<>();
    Trial trial = hits(hint -> new Counting(hashMap(hint), lookups));
    assertThat(CountedTrial.count(trial)).isEqualTo(COUNTED);
    assertThat(lookups).hasSize(2);
    assertThat(lookups.remove(Thread.currentThread())).isGreaterThanOrEqualTo(1_000_000);
    assertThat(lookups.values()).containsExactly(COUNTED);
  }

  private static Trial hits(MapFactory maps) {
    return Workload.HIT.prepare(new Setting(maps, KeyKind.LONG, ProbeKind.EQUAL, 16));
  }

  private static BenchMap hashMap(int hint) {
    return Peer.HASH_MAP.create(KeyKind.LONG, hint);
  }

  /** Fails in every thread but one. */
  private record Mortal(BenchMap map, Thread survivor, Throwable cause) implements ForwardingMap {
    @Override
    public @Nullable Object get(Object key) {
      if (Thread.currentThread() != survivor) {
        Mortal.<Error>raise(cause);
      }
      return map.get(key);
    }

    @SuppressWarnings("unchecked") // what is thrown is what it is, whatever the type says
    private static <T extends Throwable> void raise(Throwable cause) throws T {
      throw (T) cause;
    }
  }

  /** Counts the lookups of each thread. */
  private record Counting(BenchMap map, Map<Thread, Integer> lookups) implements ForwardingMap {
    @Override
    public @Nullable Object get(Object key) {
      lookups.merge(Thread.currentThread(), 1, Integer::sum);
      return map.get(key);
    }
  }
}
