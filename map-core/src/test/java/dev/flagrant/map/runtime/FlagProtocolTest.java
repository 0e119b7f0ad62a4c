package dev.flagrant.map.runtime;

import static dev.flagrant.map.runtime.Flags.HASH_WRITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.flagrant.map.ConcurrentModificationError;
import dev.flagrant.map.ConcurrentModificationError.Kind;
import dev.flagrant.map.ConcurrentModificationError.Site;
import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import dev.flagrant.map.GoPanic;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * When the flag is looked at, set and taken away, seen from inside: the key type acts in the middle
 * of an operation, as another thread would, but at a known moment.
 */
class FlagProtocolTest {
  private static final FixedKey PRESENT = FixedKey.at(1, 1);
  private static final FixedKey ABSENT = FixedKey.at(1, 99);

  private final FixedKeys keys = new FixedKeys();
  private final GoMap<FixedKey, Integer> map = keys.map();
  private final Hmap h = map;

  /** The operations, and what each reports when it meets a write. */
  enum Operation {
    PUT(map -> map.put(key(1), 5), Kind.WRITES, Site.START),
    PUT_NEW(map -> map.put(key(99), 5), Kind.WRITES, Site.START),
    PUT_IF_ABSENT(map -> map.putIfAbsent(key(1), 5), Kind.WRITES, Site.START),
    REMOVE(map -> map.remove(key(1)), Kind.WRITES, Site.START),
    DELETE(map -> map.delete(key(99)), Kind.WRITES, Site.START),
    CLEAR(GoMap::clear, Kind.WRITES, Site.START),
    GET(map -> map.lookup(key(1)), Kind.READ_AND_WRITE, Site.READ),
    GET_OR_DEFAULT(map -> map.getOrDefault(key(1), 0), Kind.READ_AND_WRITE, Site.READ),
    CONTAINS_KEY(
        map -> assertThat(map.containsKey(key(1))).isTrue(), Kind.READ_AND_WRITE, Site.READ),
    ITERATE(map -> map.range().next(), Kind.ITERATION_AND_WRITE, Site.ITERATE);

    final Consumer<GoMap<FixedKey, Integer>> run;
    final Kind kind;
    final Site site;

    Operation(Consumer<GoMap<FixedKey, Integer>> run, Kind kind, Site site) {
      this.run = run;
      this.kind = kind;
      this.site = site;
    }

    boolean writes() {
      return site == Site.START;
    }

    private static FixedKey key(int id) {
      return FixedKey.at(1, id);
    }
  }

  // ---- What meets a write is reported ----

  @ParameterizedTest
  @EnumSource
  void anOperationThatMeetsAPutIsReported(Operation operation) {
    fill();
    keys.onEqual = once(() -> operation.run.accept(map));

    reports(() -> map.put(PRESENT, 7), operation.kind, operation.site);
  }

  @ParameterizedTest
  @EnumSource
  void anOperationThatMeetsARemovalIsReported(Operation operation) {
    fill();
    keys.onEqual = once(() -> operation.run.accept(map));

    reports(() -> map.remove(PRESENT), operation.kind, operation.site);
  }

  @ParameterizedTest
  @EnumSource
  void anOperationThatMeetsAnEvacuationIsReported(Operation operation) {
    fill();
    for (int id = 20; !h.growing(); id++) {
      Structure.put(map, FixedKey.at(id, id));
    }
    int before = keys.hashes;
    keys.onHash =
        () -> {
          if (keys.hashes == before + 2) { // the first is that of the key itself
            operation.run.accept(map);
          }
        };

    reports(() -> map.remove(FixedKey.at(3, 999)), operation.kind, operation.site);
  }

  @ParameterizedTest
  @EnumSource
  void anOperationThatFindsTheFlagSetIsReported(Operation operation) {
    fill();
    h.flipWriting();

    reports(() -> operation.run.accept(map), operation.kind, operation.site);
  }

  @Test
  void aStepThatMeetsAWriteIsReportedTheFirstAndAnyLater() {
    fill();
    GoMapIterator<FixedKey, Integer> it = map.range();
    assertThat(it.next()).isTrue();
    h.flipWriting();

    reports(it::next, Kind.ITERATION_AND_WRITE, Site.ITERATE);
  }

  @Test
  void aStepOfAnIterationThatHasEndedLooksAtNothing() {
    fill();
    GoMapIterator<FixedKey, Integer> it = map.range();
    List<Iterator<?>> ofViews =
        List.of(map.keySet().iterator(), map.values().iterator(), map.entrySet().iterator());
    assertThat(Structure.ids(it)).hasSize(5);
    for (Iterator<?> ofView : ofViews) {
      assertThat(ofView).toIterable().hasSize(5);
    }
    h.flipWriting();

    assertThatThrownBy(it::next)
        .isInstanceOf(GoPanic.class)
        .hasMessage("MapIter.Next called on exhausted iterator");
    for (Iterator<?> ofView : ofViews) {
      assertThat(ofView.hasNext()).isFalse();
      assertThatThrownBy(ofView::next).isInstanceOf(NoSuchElementException.class);
    }
    h.flipWriting();
    Invariants.check(h);
  }

  // ---- The end of a write ----

  @ParameterizedTest
  @EnumSource(names = {"PUT", "PUT_IF_ABSENT", "REMOVE"})
  void aWriterThatMissesItsMarkReportsIt(Operation operation) {
    fill();
    keys.onEqual = once(h::flipWriting);

    reports(() -> operation.run.accept(map), Kind.WRITES, Site.END);
  }

  @Test
  void aWriterOfANewEntryThatMissesItsMarkReportsIt() {
    fill();
    keys.onEqual = once(h::flipWriting);

    reports(() -> map.put(ABSENT, 5), Kind.WRITES, Site.END);
  }

  @Test
  void aRemovalThatFindsNothingChecksAtItsEndToo() {
    fill();
    keys.onEqual = once(h::flipWriting);

    reports(() -> map.remove(ABSENT), Kind.WRITES, Site.END);
  }

  @Test
  void aClearThatMissesItsMarkReportsIt() {
    FixedKeys keys = new FixedKeys();
    List<Hmap> header = new ArrayList<>();
    GoMap<FixedKey, Integer> map =
        keys.builder()
            .random(
                () -> {
                  header.forEach(Hmap::flipWriting);
                  return 1;
                })
            .build();
    Structure.put(map, PRESENT);
    header.add(map);

    reports(map, map::clear, Kind.WRITES, Site.END);
  }

  /** Two writers that both passed the check: the second flip takes the first one's mark away. */
  @Test
  void twoWritersThatBothPassTheCheckUndoEachOthersMark() {
    fill();
    keys.onEqual =
        once(
            () -> {
              h.flipWriting();
              assertThat(h.flags() & HASH_WRITING).isZero();
            });

    reports(() -> map.put(PRESENT, 5), Kind.WRITES, Site.END);
  }

  /** Go does not look where the mark came from. */
  @Test
  void aWriterThatFindsAMarkAtItsEndIsContentWhoeverSetIt() {
    fill();
    keys.onEqual =
        once(
            () -> {
              h.flipWriting();
              h.flipWriting();
            });

    map.put(PRESENT, 5);

    assertThat(map.get(PRESENT)).isEqualTo(5);
    Invariants.check(h);
  }

  // ---- Where the mark stands and where not ----

  @ParameterizedTest
  @EnumSource
  void theMarkStandsWhileAWriterComparesKeysAndNotWhileItHashes(Operation operation) {
    fill();
    List<Boolean> hashing = new ArrayList<>();
    List<Boolean> comparing = new ArrayList<>();
    keys.onHash = () -> hashing.add((h.flags() & HASH_WRITING) != 0);
    keys.onEqual = () -> comparing.add((h.flags() & HASH_WRITING) != 0);

    operation.run.accept(map);

    keys.quiet();
    assertThat(hashing).doesNotContain(true);
    assertThat(comparing).doesNotContain(!operation.writes());
    assertThat(h.flags() & HASH_WRITING).isZero();
    Invariants.check(h);
  }

  @Test
  void aWholeWriteInsideOfAHashIsNoRaceAndLosesNothing() {
    fill();
    keys.onHash =
        once(
            () -> {
              keys.quiet();
              for (int id = 200; id < 260; id++) {
                Structure.put(map, FixedKey.at(id, id));
              }
              map.delete(FixedKey.at(1, 2));
            });

    Structure.put(map, FixedKey.at(7, 500));

    assertThat(map).hasSize(5 - 1 + 60 + 1).containsKey(FixedKey.at(7, 500));
    Invariants.check(h);
  }

  /** The flip loads the word again: a mark set after the check is flipped away, not stored over. */
  @Test
  void theFlipGoesByTheWordAsItIsAfterTheHash() {
    fill();
    keys.onHash = once(h::flipWriting);
    int[] word = {-1};
    keys.onEqual = once(() -> word[0] = h.flags() & HASH_WRITING);

    reports(() -> map.put(PRESENT, 5), Kind.WRITES, Site.END);
    assertThat(word[0]).isZero();
  }

  @Test
  void anIteratorThatBeginsDuringTheHashKeepsItsMarks() {
    fill();
    keys.onHash = once(() -> map.range().next());

    map.put(PRESENT, 5);

    assertThat(h.flags()).isEqualTo(Flags.ITERATOR | Flags.OLD_ITERATOR);
  }

  // ---- Bad map state ----

  @Test
  void aMarkOfEvacuationInAChainThatIsNotEvacuatedIsReported() {
    for (int mark = TopHash.EVACUATED_X; mark <= TopHash.EVACUATED_EMPTY; mark++) {
      GoMap<FixedKey, Integer> growing = GrowTest.growing(3);
      Structure.old(growing).setTop(4, 3, mark);

      reports(growing, () -> growing.delete(FixedKey.at(4, 999)), Kind.BAD_MAP_STATE, Site.GROW);
      assertThat(((Hmap) growing).flags() & HASH_WRITING).isZero();
    }
  }

  /** Five entries of bucket 1. */
  private void fill() {
    Structure.fill(map, 1, 0, 5);
  }

  private static Runnable once(Runnable action) {
    boolean[] done = {false};
    return () -> {
      if (!done[0]) {
        done[0] = true;
        action.run();
      }
    };
  }

  private void reports(Runnable operation, Kind kind, Site site) {
    reports(map, operation, kind, site);
  }

  /** The operation reports, and the map is dead. */
  private static void reports(
      GoMap<FixedKey, Integer> map, Runnable operation, Kind kind, Site site) {
    ConcurrentModificationError error =
        catchThrowableOfType(ConcurrentModificationError.class, operation::run);
    assertThat(error).as("the report").isNotNull().hasMessage(kind.message());
    assertThat(error.kind()).isEqualTo(kind);
    assertThat(error.site()).isEqualTo(site);
    assertThatThrownBy(() -> map.get(PRESENT))
        .isInstanceOf(ConcurrentModificationError.class)
        .hasCause(error);
  }
}
