package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagrant.map.GoMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a tool sees of a map's memory is what is there, and looking changes nothing. */
class SnapshotTest {
  private static final int B4 = 104;
  private static final int MORE_THAN_B0 = 9;

  @Test
  void aMapWithoutBucketsHasAHeaderOfZeros() {
    GoMap<FixedKey, Integer> map = new FixedKeys().map();

    assertThat(Snapshot.header(map)).isEqualTo(new Snapshot.Header(0, 0, 0, 0, 0, 0, false, false));
    assertThatThrownBy(() -> Snapshot.chain(map, false, 0))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("bucket 0");
  }

  @Test
  void aChainIsShownBucketByBucketWithWhereEachWasAllocated() {
    GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(B4).build();
    Structure.fill(map, 3, 0, 25);

    List<Snapshot.Bucket> chain = Snapshot.chain(map, false, 3);

    // Buckets of 144 bytes, 17 of them rounded up to 2688 bytes, leave room for 2 overflow buckets.
    assertThat(chain).extracting(Snapshot.Bucket::preallocated).containsExactly(-1, 0, 1, -1);
    assertThat(chain.get(0).tophash()).isEqualTo(0x4040_4040_4040_4040L);
    assertThat(chain.get(3).tophash()).isEqualTo(0x40);
    assertThat(chain.get(3).keys().get(0)).isEqualTo(FixedKey.at(3, 24));
    assertThat(chain.get(3).elems()).first().isEqualTo(24);
    assertThat(chain.get(3).keys().subList(1, 8)).containsOnlyNulls();
    assertThat(Snapshot.header(map)).isEqualTo(new Snapshot.Header(25, 0, 4, 3, 0, 0, true, false));
    Invariants.check(map);
  }

  @Test
  void aGrowthShowsTheOldBucketsToo() {
    GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(2 * MORE_THAN_B0).build();
    int before = Snapshot.header(map).b();
    for (int i = 0; !Snapshot.header(map).oldbuckets(); i++) {
      map.put(FixedKey.at(i, i), i);
    }

    Snapshot.Header header = Snapshot.header(map);
    assertThat(header.b()).isEqualTo(before + 1);
    assertThat(Snapshot.chain(map, true, (1 << before) - 1).get(0).tophash())
        .isEqualTo(Structure.old(map).tops((1 << before) - 1));
    assertThatThrownBy(() -> Snapshot.chain(map, true, 1 << before))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageStartingWith("old bucket ");
    assertThatThrownBy(() -> Snapshot.chain(map, false, -1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    Invariants.check(map);
  }

  @Test
  void aCopyDoesNotFollowTheMap() {
    GoMap<FixedKey, Integer> map = new FixedKeys().map();
    map.put(FixedKey.at(0, 1), 1);

    Snapshot.Bucket before = Snapshot.chain(map, false, 0).get(0);
    map.clear();

    assertThat(before.elems()).first().isEqualTo(1);
    assertThatThrownBy(() -> before.keys().set(0, null))
        .isInstanceOf(UnsupportedOperationException.class);
    Invariants.check(map);
  }
}
