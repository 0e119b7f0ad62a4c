package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagrant.map.ConcurrentModificationError;
import dev.flagrant.map.ConcurrentModificationError.Kind;
import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A large array has its buckets in pages, and a growth lets go of those it is done with. */
class PagesTest {
  /** The least B with more than one page: it has two. */
  private static final int PAGED = Page.BITS + 1;

  private static final int PAGE = 1 << Page.BITS;

  @Test
  void oneRunIsAWholeSmallArray() {
    BucketArray array = BucketArray.make(MapType.OBJECTS, Page.BITS);

    assertThat(array.page(0)).isSameAs(array);
    assertThat(array.page(PAGE - 1)).isSameAs(array);
    assertThat(array.cells).hasSize(16 << Page.BITS);
  }

  @Test
  void aLargeArrayHasARunOfEach4096Buckets() {
    BucketArray array = BucketArray.make(MapType.OBJECTS, PAGED);

    assertThat(array.cells).isEmpty();
    assertThat(array.tophash).hasSize(2 * PAGE);
    Bmaps first = array.pageToWrite(0);
    Bmaps second = array.pageToWrite(2 * PAGE - 1);
    assertThat(first).isNotSameAs(array).isNotSameAs(second);
    assertThat(array.pageToWrite(PAGE - 1)).isSameAs(array.page(PAGE - 1)).isSameAs(first);
    assertThat(array.pageToWrite(PAGE)).isSameAs(array.page(PAGE)).isSameAs(second);
    assertThat(second.cells).hasSize(16 << Page.BITS);
  }

  @Test
  void aPageIsMadeByTheFirstWriteToIt() {
    GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(13 << Page.BITS).build();
    Hmap h = map;
    BucketArray array = Structure.buckets(h);
    assertThat(array.page(PAGE + 5)).isNull();
    assertThat(map.lookup(FixedKey.at(PAGE + 5, 1)).ok()).isFalse();
    map.delete(FixedKey.at(PAGE + 5, 1));
    assertThat(array.page(PAGE + 5)).isNull();
    Invariants.check(h);

    Structure.put(map, FixedKey.at(PAGE + 5, 1));

    assertThat(array.page(PAGE + 5)).isNotNull();
    assertThat(array.page(5)).isNull();
    assertThat(Structure.ids(map.range())).containsExactly(1);
    assertThat(Snapshot.chain(h, false, 5)).hasSize(1);
    Invariants.check(h);
  }

  @Test
  void aBucketWithoutAPageIsEvacuatedAsAnEmptyOne() {
    GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(13 << Page.BITS).build();
    Hmap h = map;
    int entries = 0;
    while (!h.growing()) {
      Structure.put(map, FixedKey.at(entries % PAGE, entries));
      entries++;
    }
    BucketArray old = Structure.old(h);
    assertThat(old.page(PAGE)).isNull();

    map.delete(FixedKey.at(PAGE + 7, 9999));

    assertThat(old.tops(PAGE + 7)).isEqualTo(TopHash.evacuatedTo(0, 0));
    Invariants.check(h);
    Structure.finishGrowth(map);
    assertThat(map.len()).isEqualTo(entries);
    Invariants.check(h);
  }

  @Test
  void aPageSharesTheWordsAndLinksOfItsArray() {
    BucketArray array = BucketArray.make(MapType.OBJECTS, PAGED);
    int bucket = PAGE + 5;
    Bmaps page = array.pageToWrite(bucket);

    page.setTop(bucket, 3, 0x40);
    page.setKey(bucket, 3, "key");
    page.setElem(bucket, 3, "elem");
    page.setOverflow(bucket, 9000);

    assertThat(array.tops(bucket)).isEqualTo(0x40L << 24);
    assertThat(array.overflow(bucket)).isEqualTo(9000);
    assertThat(page.key(bucket, 3)).isEqualTo("key");
    assertThat(page.elem(bucket, 3)).isEqualTo("elem");
    Bmaps other = array.pageToWrite(5);
    assertThat(other.tops(5)).as("the same place of another page").isZero();
    assertThat(other.key(5, 3)).isNull();
    assertThat(array.overflow(5)).isEqualTo(-1);
  }

  @Test
  void clearEmptiesEveryPage() {
    BucketArray array = BucketArray.make(MapType.OBJECTS, PAGED);
    for (int bucket : List.of(0, PAGE - 1, PAGE, 2 * PAGE - 1)) {
      Bmaps page = array.pageToWrite(bucket);
      page.setTop(bucket, 7, 0x40);
      page.setKey(bucket, 7, "key");
      page.setOverflow(bucket, 9000);
    }

    array.clear();

    assertThat(array.tophash).containsOnly(0);
    for (int bucket : List.of(0, PAGE - 1, PAGE, 2 * PAGE - 1)) {
      assertThat(Structure.run(array, bucket).cells).containsOnlyNulls();
      assertThat(array.overflow(bucket)).isEqualTo(-1);
    }
  }

  @Test
  void aPageIsLetGoOfOnceAllOfItsBucketsAreEvacuated() {
    GoMap<FixedKey, Integer> map = GrowTest.growing(PAGED);
    Hmap h = map;
    BucketArray old = Structure.old(h);
    long word = 0;

    for (long bucket = 2 * PAGE - 1; h.nevacuate < PAGE; bucket--) {
      assertThat(old.page(0)).as("old bucket %s is next", h.nevacuate).isNotNull();
      map.delete(FixedKey.at(bucket, 9999));
      word = old.tops(7);
    }

    assertThat(h.growing()).isTrue();
    assertThat(old.page(0)).isNull();
    assertThat(old.page(PAGE - 1)).isNull();
    assertThat(old.page(PAGE)).isNotNull();
    assertThat(old.evacuated(7)).isTrue();
    assertThat(Snapshot.chain(h, true, 7)).hasSize(1);
    assertThat(Snapshot.chain(h, true, 7).get(0).tophash()).as("the marks stay").isEqualTo(word);
    assertThat(map.get(FixedKey.at(7, 7))).isEqualTo(7);
    Invariants.check(h);
    Structure.finishGrowth(map);
    Invariants.check(h);
  }

  @Test
  void anOlderIterationKeepsThePagesAndShowsEveryEntryOnce() {
    GoMap<FixedKey, Integer> map = GrowTest.growing(PAGED - 1);
    Structure.finishGrowth(map);
    Hmap h = map;
    GoMapIterator<FixedKey, Integer> it = map.range();
    assertThat(it.next()).isTrue();
    Set<FixedKey> expected = new HashSet<>(map.keySet());
    Set<FixedKey> shown = new HashSet<>(Set.of(it.key()));
    int added = 0;
    while (!h.growing()) {
      Structure.put(map, FixedKey.at(added, 1_000_000 + added));
      added++;
    }
    BucketArray old = Structure.old(h);
    assertThat(old.b).isEqualTo(PAGED);
    for (long bucket = 0; h.nevacuate < PAGE; bucket++) {
      map.delete(FixedKey.at(bucket, 9999));
    }

    assertThat(old.page(0)).isNotNull();
    while (it.next()) {
      assertThat(shown.add(it.key())).as("%s is shown once", it.key()).isTrue();
    }

    assertThat(shown.containsAll(expected)).isTrue();
    Invariants.check(h);
  }

  @Test
  void aPageThatIsGoneBeforeItsBucketsAreEvacuatedIsReported() {
    GoMap<FixedKey, Integer> map = GrowTest.growing(PAGED);
    Structure.old(map).dropPages(0, PAGE);

    assertThatThrownBy(() -> map.put(FixedKey.at(7, 9999), 1))
        .isInstanceOfSatisfying(
            ConcurrentModificationError.class,
            race -> assertThat(race.kind()).isEqualTo(Kind.BAD_MAP_STATE));
  }

  /** A racing thread may still hold an array that another has grown out of. */
  @Test
  void aPageThatIsGoneReadsAsEmptyAndTakesWrites() {
    GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(13 << Page.BITS).build();
    Hmap h = map;
    FixedKey key = Structure.put(map, FixedKey.at(5, 1));
    FixedKey elsewhere = Structure.put(map, FixedKey.at(PAGE + 5, 2));
    Structure.buckets(h).dropPages(0, PAGE);

    assertThat(map.lookup(key).ok()).isFalse();
    assertThat(map.get(elsewhere)).isEqualTo(2);
    map.put(key, 3);
    assertThat(map.get(key)).isEqualTo(3);
  }
}
