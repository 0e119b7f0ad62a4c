package dev.flagrant.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagrant.benchmarks.maps.BenchMap;
import dev.flagrant.benchmarks.maps.ForwardingMap;
import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkloadsTest {
  private static final int SIZE = 16;

  static List<Arguments> workloadsAndPeers() {
    List<Arguments> all = new ArrayList<>();
    for (Workload workload : Workload.values()) {
      for (Peer peer : Peer.values()) {
        all.add(Arguments.of(workload, peer));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("workloadsAndPeers")
  void everyPeerGivesRightAnswersRunAfterRun(Workload workload, Peer peer) {
    Trial trial = prepare(workload, peer, KeyKind.STRING, ProbeKind.EQUAL);
    assertThatCode(
            () -> {
              trial.run();
              trial.run();
            })
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource
  void operationsAreKnownBeforePreparation(Workload workload) {
    Trial trial = prepare(workload, Peer.HASH_MAP, KeyKind.LONG, ProbeKind.IDENTICAL);
    assertThat(trial.operations()).isEqualTo(workload.operations(SIZE)).isPositive();
    assertThatCode(trial::run).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource
  void aMapThatForgetsIsRefused(Workload workload) {
    Setting setting = new Setting(hint -> new Forgetful(), KeyKind.LONG, ProbeKind.EQUAL, SIZE);
    Trial trial = workload.prepare(setting);
    assertThatThrownBy(trial::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("answers of the map were wrong");
  }

  @ParameterizedTest
  @EnumSource
  void anUpdateStoresAnotherElemThanTheOneThere(ProbeKind probes) {
    AtomicInteger unchanged = new AtomicInteger();
    Setting setting =
        new Setting(
            hint -> new Unchanged(Peer.HASH_MAP.create(KeyKind.LONG, hint), unchanged),
            KeyKind.LONG,
            probes,
            200_000); // so large that most keys are drawn once a run
    Trial trial = Workload.UPDATE.prepare(setting);
    trial.run();
    trial.run();
    // A key may by chance be drawn behind the same one as the last time.
    assertThat(unchanged.get()).isLessThan(trial.operations() / 100);
  }

  private static Trial prepare(Workload workload, Peer peer, KeyKind keys, ProbeKind probes) {
    return workload.prepare(new Setting(hint -> peer.create(keys, hint), keys, probes, SIZE));
  }

  /** Answers fast, and wrong: it has what it was never given, and nothing else. */
  private static final class Forgetful implements BenchMap {
    private int lookups;

    @Override
    public @Nullable Object get(Object key) {
      lookups++;
      return lookups % 2 == 0 ? key : null;
    }

    @Override
    public @Nullable Object put(Object key, Object value) {
      return null;
    }

    @Override
    public @Nullable Object remove(Object key) {
      return null;
    }

    @Override
    public int size() {
      return 0;
    }

    @Override
    public int countIdentical(Object sought) {
      return 0;
    }

    @Override
    public Object unwrap() {
      return this;
    }
  }

  /** Counts the updates that change nothing. */
  private record Unchanged(BenchMap map, AtomicInteger count) implements ForwardingMap {
    @Override
    public @Nullable Object put(Object key, Object value) {
      Object before = map.put(key, value);
      if (value.equals(before)) {
        count.incrementAndGet();
      }
      return before;
    }
  }
}
