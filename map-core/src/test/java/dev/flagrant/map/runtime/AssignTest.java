package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.flagrant.map.GoMap;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an assignment answers, and which key and elem it leaves. */
class AssignTest {
  private static final FixedKey KEY = FixedKey.at(3, 1);

  @Test
  void theAnswerIsTheElemThatWasThere() {
    Hmap h = new FixedKeys().map();

    assertThat(Assign.mapassign(h, KEY, 1, false)).isSameAs(Access.ZERO_VAL);
    assertThat(Assign.mapassign(h, KEY, null, false)).isEqualTo(1);
    assertThat(Assign.mapassign(h, KEY, 2, false)).isNull();
    assertThat(Access.mapaccess1(h, KEY)).isEqualTo(2);
    Invariants.check(h);
  }

  @Test
  void onlyIfAbsentReplacesNullAndNothingElse() {
    Hmap h = new FixedKeys().map();

    assertThat(Assign.mapassign(h, KEY, null, true)).isSameAs(Access.ZERO_VAL);
    assertThat(Assign.mapassign(h, KEY, 1, true)).isNull();
    assertThat(Assign.mapassign(h, KEY, 2, true)).isEqualTo(1);
    assertThat(Access.mapaccess1(h, KEY)).isEqualTo(1);
    assertThat(h.count).isEqualTo(1);
    Invariants.check(h);
  }

  @Test
  void aPresentKeyIsReplacedOnlyWhereItsTypeAsksForIt() {
    for (boolean update : new boolean[] {true, false}) {
      GoMap<FixedKey, Integer> map =
          (update ? new FixedKeys().withKeyUpdate() : new FixedKeys()).map();
      FixedKey first = Structure.put(map, FixedKey.at(3, 1));
      FixedKey second = Structure.put(map, FixedKey.at(3, 1));

      assertThat(Structure.keys(Structure.buckets(map), 0).get(0))
          .isSameAs(update ? second : first);
    }
  }

  @Test
  void aKeyIsFoundBehindCellsThatBecameEmpty() {
    GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(52).build();
    Structure.fill(map, 3, 0, 20);
    for (int id = 0; id < 18; id++) {
      map.delete(FixedKey.at(3, id));
    }

    map.put(FixedKey.at(3, 19), -19);

    assertThat(map).hasSize(2).containsEntry(FixedKey.at(3, 19), -19);
    Invariants.check(map);
  }

  @Test
  void aCountThatARaceHasMadeTooLowDoesNotGrowTheMapForEver() {
    GoMap<Integer, Integer> map = new GoMap<>();
    for (int key = 0; key < 8; key++) {
      map.put(key, key);
    }
    ((Hmap) map).count =
        0; // as after lost increments: the one bucket is full, and no growth seems due

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (int key = 8; key < 40; key++) {
            map.put(key, key);
          }
        });

    for (int key = 0; key < 40; key++) {
      assertThat(map.get(key)).isEqualTo(key);
    }
  }
}
