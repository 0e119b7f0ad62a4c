package dev.flagrant.benchmarks.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.benchmarks.guard.RegressionGuard.Patience;
import dev.flagrant.benchmarks.guard.RegressionGuard.Speed;
import dev.flagrant.benchmarks.maps.BenchMap;
import dev.flagrant.benchmarks.maps.ForwardingMap;
import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.workload.MapFactory;
import dev.flagrant.benchmarks.workload.Workload;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegressionGuardTest {
  private static final Patience SHORT = new Patience(5, 11, 5, 2);
  private static final int TIMES = 30;

  private static final MapFactory HASH_MAP = hint -> Peer.HASH_MAP.create(KeyKind.LONG, hint);

  @ParameterizedTest
  @EnumSource(names = {"HIT", "POPULATE", "ITERATE"})
  void aMapThatHasBecomeSlowIsRejected(Workload workload) {
    Speed finding =
        new RegressionGuard(hint -> new Slow(HASH_MAP.create(hint)), SHORT)
            .examine(new Bound(workload, 1_000, 0.4, 1));
    assertThat(finding.met()).as(finding.toString()).isFalse();
    assertThat(finding.attempts()).isEqualTo(SHORT.attempts());
  }

  /** After one round of warm-up HashMap is in front, after none the map in question. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void whicheverIsInFrontTheSlowMapIsTheSlowOne(int warmups) {
    Speed finding =
        new RegressionGuard(
                hint -> new Slow(HASH_MAP.create(hint)), new Patience(warmups, 1, 20, 1))
            .examine(new Bound(Workload.HIT, 1_000, 0.4, 1));
    assertThat(finding.speed()).isBetween(0.0001, 0.4);
  }

  @Test
  void hashMapIsAsFastAsItself() {
    Speed finding =
        new RegressionGuard(HASH_MAP, SHORT).examine(new Bound(Workload.HIT, 1_000, 0.4, 1));
    assertThat(finding.met()).as(finding.toString()).isTrue();
  }

  @Test
  void thereAreBoundsForThreeWorkloads() {
    assertThat(Bound.all())
        .hasSize(3)
        .allMatch(bound -> bound.atLeast() > 0 && bound.instructionsAtMost() > 0);
    assertThat(Bound.all()).extracting(Bound::workload).doesNotHaveDuplicates();
  }

  /** Does everything many times over. */
  private record Slow(BenchMap map) implements ForwardingMap {
    @Override
    public @Nullable Object get(Object key) {
      Object value = map.get(key);
      for (int i = 1; i < TIMES; i++) {
        if (map.get(key) != value) {
          throw new IllegalStateException("the map has changed");
        }
      }
      return value;
    }

    @Override
    public @Nullable Object put(Object key, Object value) {
      Object before = map.put(key, value);
      for (int i = 1; i < TIMES; i++) {
        map.remove(key);
        map.put(key, value);
      }
      return before;
    }

    @Override
    public int countIdentical(Object sought) {
      int count = 0;
      for (int i = 0; i < TIMES; i++) {
        count = map.countIdentical(sought);
      }
      return count;
    }
  }
}
