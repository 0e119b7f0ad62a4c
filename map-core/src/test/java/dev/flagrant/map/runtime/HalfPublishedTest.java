package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.ConcurrentModificationError;
import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * States that only racing threads leave behind, made by hand: every operation on them ends, in an
 * answer or a {@link ConcurrentModificationError}.
 */
class HalfPublishedTest {
  /** A map and what another thread's stores, seen one without the other, did to it. */
  enum State {
    KEY_NOT_THERE_YET(State::chained, h -> Structure.buckets(h).setKey(2, 3, null)),
    ELEM_NOT_THERE_YET(State::chained, h -> Structure.buckets(h).setElem(2, 3, null)),
    TOPHASH_BEFORE_EVERYTHING(State::chained, h -> Structure.buckets(h).setTop(4, 0, 0x40)),
    LINK_TO_A_RUN_THAT_IS_NOT_THERE(State::chained, h -> Structure.buckets(h).setOverflow(2, 5000)),
    LINK_TO_AN_OLDER_BUCKET(
        State::chained, h -> Structure.run(Structure.buckets(h), 9).setOverflow(9, 8)),
    LINK_TO_ITSELF(State::chained, h -> Structure.run(Structure.buckets(h), 9).setOverflow(9, 9)),
    LINK_INTO_ANOTHER_CHAIN(State::chained, h -> Structure.buckets(h).setOverflow(5, 9)),
    LINK_BELOW_NOTHING(State::chained, h -> Structure.buckets(h).setOverflow(2, -3)),
    BUCKETS_NOT_THERE_YET(State::chained, h -> h.buckets = null),
    ANOTHER_FIRST_BUCKET(State::chained, h -> h.buckets = BucketArray.make(h.t, 0)),
    COUNT_BELOW_NOTHING(State::chained, h -> h.count = -5),
    COUNT_ABOVE_EVERYTHING(State::chained, h -> h.count = Integer.MAX_VALUE - 100),
    GROWING_WITHOUT_BUCKETS(State::growing, h -> h.buckets = null),
    GROWING_INTO_A_SMALLER_ARRAY(State::growing, h -> h.buckets = BucketArray.make(h.t, 0)),
    GROWING_INTO_A_MUCH_LARGER_ARRAY(State::growing, h -> h.buckets = BucketArray.make(h.t, 9)),
    GROWING_INTO_ITSELF(State::growing, h -> h.buckets = h.oldbuckets),
    GROWING_PAST_ITS_END(State::growing, h -> h.nevacuate = 4000),
    GROWING_FROM_BEFORE_ITS_BEGINNING(State::growing, h -> h.nevacuate = -3),
    HALF_EVACUATED(State::growing, h -> Structure.old(h).setTop(4, 0, TopHash.EVACUATED_X)),
    EVACUATED_WITHOUT_ITS_FIRST_CELL(State::growing, h -> Structure.old(h).setTop(0, 0, 0x40)),
    SAME_SIZE_BY_MISTAKE(State::growing, h -> h.startGrow(true)),
    OLD_CHAIN_WITHOUT_ITS_RUN(State::growing, h -> Structure.old(h).setOverflow(4, 5000)),
    PAGES_GONE_FROM_THE_ARRAY_IN_USE(
        State::paged, h -> Structure.buckets(h).dropPages(0, 1 << Page.BITS)),
    PAGES_GONE_FROM_THE_OLD_ARRAY(
        () -> GrowTest.growing(Page.BITS + 1), h -> Structure.old(h).dropPages(0, 2 << Page.BITS)),
    NEWBITS_OF_OTHER_ENTRIES(
        () -> GrowTest.growing(Page.BITS + 1),
        h -> {
          for (int bucket = 0; bucket < 64; bucket++) {
            Structure.newbits(Structure.old(h)).set(bucket, bucket % 8, bucket);
            Structure.newbits(Structure.buckets(h)).set(bucket, bucket % 7, bucket);
          }
        }),
    DELETED_TO_THE_LAST_WHILE_CHAINED(
        State::chained,
        h -> {
          for (int cell = 0; cell < 8; cell++) {
            Structure.buckets(h).setTop(2, cell, TopHash.EMPTY_ONE);
          }
        });

    final Supplier<GoMap<FixedKey, Integer>> map;
    final Consumer<Hmap> stores;

    State(Supplier<GoMap<FixedKey, Integer>> map, Consumer<Hmap> stores) {
      this.map = map;
      this.stores = stores;
    }

    /** Eight buckets, one with a chain of three. */
    private static GoMap<FixedKey, Integer> chained() {
      GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(52).build();
      Structure.fill(map, 2, 0, 20);
      Structure.fill(map, 5, 100, 3);
      return map;
    }

    private static GoMap<FixedKey, Integer> paged() {
      GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(13 << Page.BITS).build();
      Structure.fill(map, 2, 0, 20);
      return map;
    }

    private static GoMap<FixedKey, Integer> growing() {
      return GrowTest.growing(3);
    }
  }

  /** What a thread may do next. */
  enum Next {
    PUT_EVERYWHERE(
        map -> {
          for (int id = 0; id < 150; id++) {
            map.put(FixedKey.at(id % 16, 3000 + id), id);
          }
        }),
    UPDATE_EVERYWHERE(
        map -> {
          for (int id = 0; id < 60; id++) {
            map.put(FixedKey.at(id, id), id);
            map.put(FixedKey.at(2, id), id);
          }
        }),
    REMOVE_EVERYWHERE(
        map -> {
          for (int id = 60; id >= 0; id--) {
            map.delete(FixedKey.at(id, id));
            map.delete(FixedKey.at(2, id));
          }
        }),
    GET_EVERYWHERE(
        map -> {
          for (int id = 0; id < 60; id++) {
            map.lookup(FixedKey.at(id, id));
            map.lookup(FixedKey.at(2, id));
            map.lookup(Structure.orNull(null));
          }
        }),
    ITERATE(map -> map.forEach((key, elem) -> {})),
    ITERATE_AND_WRITE(
        map -> {
          GoMapIterator<FixedKey, Integer> it = map.range();
          for (int id = 0; it.next(); id++) {
            map.put(FixedKey.at(id, 4000 + id), id);
            map.delete(FixedKey.at(id, id));
            if (id > 1000) {
              return; // an iteration may go on as long as entries are added before it
            }
          }
        }),
    CLEAR_AND_FILL(
        map -> {
          map.clear();
          Structure.fill(map, 2, 0, 20);
        });

    final Consumer<GoMap<FixedKey, Integer>> run;

    Next(Consumer<GoMap<FixedKey, Integer>> run) {
      this.run = run;
    }
  }

  @ParameterizedTest
  @EnumSource
  void isSurvived(State state) {
    for (Next next : Next.values()) {
      GoMap<FixedKey, Integer> map = state.map.get();
      state.stores.accept(map);
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> {
            try {
              next.run.accept(map);
              assertThat(map.len()).isNotNegative();
            } catch (ConcurrentModificationError noticed) {
              assertThat(noticed.kind()).isNotNull();
            }
          },
          () -> next + " does not end");
    }
  }

  @Test
  void aKeyIsNotThereWhileTheBucketsAreNot() {
    GoMap<FixedKey, Integer> map = State.chained();
    ((Hmap) map).buckets = null;

    assertThat(map.lookup(FixedKey.at(2, 3)).ok()).isFalse();
    assertThat(map.containsKey(FixedKey.at(2, 3))).isFalse();
    assertThat(Delete.mapdelete(map, FixedKey.at(2, 3))).isSameAs(Access.ZERO_VAL);
    assertThat(map.range().next()).isFalse();
  }

  /** The writer works on the array it loaded, whatever takes its place meanwhile. */
  @ParameterizedTest
  @EnumSource(
      names = {"PUT_EVERYWHERE", "UPDATE_EVERYWHERE", "REMOVE_EVERYWHERE", "GET_EVERYWHERE"})
  void arraysThatChangeUnderAnOperationAreSurvived(Next next) {
    for (int at = 0; at < 40; at++) {
      FixedKeys keys = new FixedKeys();
      GoMap<FixedKey, Integer> map = keys.builder().hint(52).build();
      Hmap h = map;
      for (int id = 0; id < 53; id++) {
        Structure.put(map, FixedKey.at(id, id));
      }
      int moment = keys.hashes + keys.equals + at;
      Runnable change =
          () -> {
            if (keys.hashes + keys.equals == moment) {
              BucketArray other = BucketArray.make(h.t, moment % 5);
              if (moment % 2 == 0) {
                h.buckets = other;
              } else {
                h.oldbuckets = other;
              }
            }
          };
      keys.onHash = change;
      keys.onEqual = change;
      try {
        next.run.accept(map);
      } catch (ConcurrentModificationError noticed) {
        assertThat(noticed.kind()).isNotNull();
      }
    }
  }
}
