package dev.flagrant.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagrant.benchmarks.maps.BenchMap;
import dev.flagrant.benchmarks.maps.ForwardingMap;
import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @EnumSource(names = {"HIT", "MISS", "UPDATE", "CHURN"})
  void probesAreTheObjectsOfTheMapWhereTheyAreToBe(Workload workload) {
    assertThat(identicalProbes(workload, ProbeKind.EQUAL)).isZero();
    int expected = workload == Workload.MISS ? 0 : workload.operations(SIZE);
    assertThat(identicalProbes(workload, ProbeKind.IDENTICAL)).isEqualTo(expected);
  }

  /** How often, in one run, a map is asked for the very object that was put into it. */
  private static int identicalProbes(Workload workload, ProbeKind probes) {
    Set<Object> held = Collections.newSetFromMap(new IdentityHashMap<>());
    AtomicInteger identical = new AtomicInteger();
    boolean[] running = {false};
    Consumer<Object> asked =
        key -> {
          if (running[0] && held.contains(key)) {
            identical.incrementAndGet();
          }
        };
    Trial trial =
        workload.prepare(
            new Setting(
                hint -> new Asked(Peer.HASH_MAP.create(KeyKind.LONG, hint), held, asked, workload),
                KeyKind.LONG,
                probes,
                SIZE));
    running[0] = true;
    trial.run();
    return identical.get();
  }

  @Test
  void lookupsAreSpreadOverTheWholeCrowdAndNotInItsOrder() {
    List<Object> put = new ArrayList<>();
    List<Object> asked = new ArrayList<>();
    boolean[] running = {false};
    Trial trial =
        Workload.HIT.prepare(
            new Setting(
                hint -> new Recorded(Peer.HASH_MAP.create(KeyKind.LONG, hint), put, asked),
                KeyKind.LONG,
                ProbeKind.IDENTICAL,
                SIZE));
    running[0] = true;
    trial.run();
    Numbers order = new Numbers(1);
    assertThat(put).hasSize(8_192);
    assertThat(asked).hasSize(131_072);
    long others = asked.stream().filter(key -> key != put.get(order.below(put.size()))).count();
    assertThat(others).as("lookups of another key than the one drawn").isZero();
  }

  @ParameterizedTest
  @CsvSource({"POPULATE, -1", "POPULATE_HINTED, 16"})
  void onlyThoseThatKnowHowManyEntriesComeAreToldSo(Workload workload, int expected) {
    List<Integer> hints = new ArrayList<>();
    Setting setting =
        new Setting(
            hint -> {
              hints.add(hint);
              return Peer.HASH_MAP.create(KeyKind.LONG, hint);
            },
            KeyKind.LONG,
            ProbeKind.EQUAL,
            SIZE);
    workload.prepare(setting).run();
    assertThat(hints).hasSize(1_024).containsOnly(expected);
  }

  @Test
  void churnChangesWhatIsHeldAndKeepsTheSize() {
    Set<Object> added = new HashSet<>();
    List<BenchMap> maps = new ArrayList<>();
    Setting setting =
        new Setting(
            hint -> {
              BenchMap map = new Added(Peer.HASH_MAP.create(KeyKind.LONG, hint), added);
              maps.add(map);
              return map;
            },
            KeyKind.LONG,
            ProbeKind.EQUAL,
            SIZE);
    Trial trial = Workload.CHURN.prepare(setting);
    int before = added.size();
    trial.run();
    assertThat(maps).hasSize(512).allMatch(map -> map.size() == SIZE);
    // Of 8,192 slots with two keys each nearly all are drawn, most of them both ways.
    assertThat(before).isEqualTo(8_192);
    assertThat(added.size()).isGreaterThan(8_192 * 19 / 10);
  }

  /** Tells of every key that it is asked with. */
  private record Asked(BenchMap map, Set<Object> held, Consumer<Object> asked, Workload workload)
      implements ForwardingMap {
    @Override
    public @Nullable Object get(Object key) {
      asked.accept(key);
      return map.get(key);
    }

    @Override
    public @Nullable Object put(Object key, Object value) {
      if (workload == Workload.UPDATE) {
        asked.accept(key);
      }
      Object before = map.put(key, value);
      if (before == null) {
        held.add(key);
      }
      return before;
    }

    @Override
    public @Nullable Object remove(Object key) {
      asked.accept(key);
      return map.remove(key);
    }
  }

  /** Records what is put into it, and then what it is asked for. */
  private record Recorded(BenchMap map, List<Object> put, List<Object> asked)
      implements ForwardingMap {
    @Override
    public @Nullable Object get(Object key) {
      asked.add(key);
      return map.get(key);
    }

    @Override
    public @Nullable Object put(Object key, Object value) {
      put.add(key);
      return map.put(key, value);
    }
  }

  /** Records the keys that are put into it. */
  private record Added(BenchMap map, Set<Object> added) implements ForwardingMap {
    @Override
    public @Nullable Object put(Object key, Object value) {
      added.add(key);
      return map.put(key, value);
    }
  }
}
