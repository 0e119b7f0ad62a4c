package dev.flagrant.benchmarks.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.agrona.collections.Object2ObjectHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every peer behaves as a map behind its adapter, or its speed would mean nothing. */
class PeersAreMapsTest {
  private static final long SEED = 7;
  private static final int STEPS = 2_000;
  private static final int KEYS = 300;

  static List<Arguments> peersAndKeys() {
    List<Arguments> all = new ArrayList<>();
    for (Peer peer : Peer.values()) {
      for (KeyKind keys : KeyKind.values()) {
        all.add(Arguments.of(peer, keys, Peer.NO_HINT));
        all.add(Arguments.of(peer, keys, KEYS));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("peersAndKeys")
  void givesTheAnswersOfHashMap(Peer peer, KeyKind keys, int hint) {
    BenchMap map = peer.create(keys, hint);
    Map<Object, Object> model = new HashMap<>();
    Random random = new Random(SEED);
    for (int i = 0; i < STEPS; i++) {
      Object key = keys.key(random.nextInt(KEYS) * 1_000_003L);
      switch (random.nextInt(3)) {
        case 0 -> assertThat(map.put(key, key)).isSameAs(model.put(key, key));
        case 1 -> assertThat(map.remove(key)).isSameAs(model.remove(key));
        default -> assertThat(map.get(key)).isSameAs(model.get(key));
      }
      assertThat(map.size()).isEqualTo(model.size());
    }
    assertThat(map.size()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("peersAndKeys")
  void iterationVisitsEveryKeyAndValueOnce(Peer peer, KeyKind keys, int hint) {
    BenchMap map = peer.create(keys, hint);
    Object value = new Object();
    Object key = keys.key(1_000_003L);
    for (long i = 1; i <= 100; i++) {
      Object each = i == 1 ? key : keys.key(i * 1_000_003L);
      map.put(each, value);
    }
    assertThat(map.countIdentical(value)).isEqualTo(100);
    assertThat(map.countIdentical(key)).isEqualTo(1);
    assertThat(map.countIdentical(keys.key(1_000_003L)))
        .as("an equal object is another one")
        .isZero();
  }

  @Test
  void aHintIsRoomForSoManyEntriesAndNotATableOfThatLength() {
    BenchMap map = Peer.AGRONA.create(KeyKind.LONG, 1_000);
    assertThat(map.unwrap())
        .isInstanceOfSatisfying(
            Object2ObjectHashMap.class,
            agrona -> assertThat(agrona.resizeThreshold()).isGreaterThanOrEqualTo(1_000));
  }

  @Test
  void aPeerIsFoundByItsLabel() {
    for (Peer peer : Peer.values()) {
      assertThat(Peer.labelled(peer.label())).isSameAs(peer);
    }
    assertThatThrownBy(() -> Peer.labelled("TreeMap"))
        .hasMessageContaining("no peer named TreeMap");
  }
}
