package dev.flagrant.testkit;

import dev.flagrant.testkit.MapOperation.Clear;
import dev.flagrant.testkit.MapOperation.Get;
import dev.flagrant.testkit.MapOperation.Iterate;
import dev.flagrant.testkit.MapOperation.Put;
import dev.flagrant.testkit.MapOperation.Remove;
import java.util.List;

/**
 * The scenarios of Flagrant.
 *
 * <p>An operation of its own lasts tens of nanoseconds, less than the jitter of two threads
 * released together, so each actor makes a short burst of operations on the same few keys. Every
 * write of a trial writes a value of its own, so that an answer names the write it saw.
 */
public final class Scenarios {

  /** Up to eight entries fill one bucket of Go's map. */
  private static final int ONE_BUCKET = 8;

  /**
   * Keys this far apart fall into one bin of any power-of-two table of up to as many bins, so that
   * the keys of one Go bucket are in one bin of a {@code HashMap} too.
   */
  private static final int ONE_BIN = 1024;

  /**
   * One entry more than 13/2 * 2^5: the last insertion made Go's map grow from 32 to 64 buckets,
   * and each later write moves one or two of the 32, so that two bursts of eight see it grow
   * throughout. (A {@code HashMap} grows at once; for it this is a map of 209 entries.)
   */
  private static final int GROWING = 209;

  /** So many that growth is over: 64 buckets in Go's map, no growth before 417 entries. */
  private static final int MANY_BUCKETS = 256;

  private static final int SOME_BUCKETS = 64;

  private Scenarios() {}

  /** Every scenario, in the order of reports. */
  public static List<RaceScenario> all() {
    return List.of(
        putPutSameKey(),
        putPutSameBucket(),
        putPutDifferentBuckets(),
        putPutAcrossGrowth(),
        putRemove(),
        removeRemove(),
        putGet(),
        removeGet(),
        putIterate(),
        removeIterate(),
        clearPut(),
        clearIterate(),
        putGetWhileGrowing(),
        putPutWhileGrowing(),
        putIterateWhileGrowing(),
        getGet(),
        getIterate(),
        iterateIterate(),
        getIterateWhileGrowing());
  }

  /**
   * The scenario with this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static RaceScenario named(String name) {
    return all().stream()
        .filter(scenario -> scenario.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no scenario " + name));
  }

  private static RaceScenario putPutSameKey() {
    return RaceScenario.named("put/put same key")
        .about("Each thread puts the same new key again and again, in a map of 4 entries.")
        .entries(4)
        .role(slot -> slot.repeat(8, step -> new Put(Keys.key(4), slot.value(step))))
        .build();
  }

  private static RaceScenario putPutSameBucket() {
    int prepared = 2;
    int free = ONE_BUCKET - prepared;
    return RaceScenario.named("put/put same bucket")
        .about(
            "Each thread puts new keys of its own, all of one bucket: a map of at most 8 entries"
                + " (threads beyond the sixth share keys).")
        .entries(prepared, ONE_BIN)
        .role(
            slot -> {
              int own = Math.max(1, free / slot.actors());
              return slot.repeat(
                  8,
                  step -> {
                    int key = prepared + (slot.actor() * own + step % own) % free;
                    return new Put(Keys.key(key, ONE_BIN), slot.value(step));
                  });
            })
        .build();
  }

  private static RaceScenario putPutDifferentBuckets() {
    return RaceScenario.named("put/put different buckets")
        .about(
            "Each thread puts new keys of its own into a map of 256 entries: almost surely"
                + " different buckets.")
        .entries(MANY_BUCKETS)
        .role(slot -> newKeys(slot, 8))
        .build();
  }

  private static RaceScenario putPutAcrossGrowth() {
    return RaceScenario.named("put/put across a growth")
        .about("Each thread puts new keys of its own into a map of 10 entries, which must grow.")
        .entries(10)
        .role(slot -> newKeys(slot, 6))
        .build();
  }

  private static RaceScenario putRemove() {
    return RaceScenario.named("put/remove")
        .about("One thread puts a key, the others remove it, in a map of 4 more entries.")
        .entries(4)
        .role(slot -> slot.repeat(8, step -> new Put(Keys.key(4), slot.value(step))))
        .role(slot -> slot.repeat(8, step -> new Remove(Keys.key(4))))
        .build();
  }

  private static RaceScenario removeRemove() {
    return RaceScenario.named("remove/remove")
        .about("Each thread removes the same 8 of 16 keys, in the same order.")
        .entries(16)
        .role(slot -> slot.repeat(8, step -> new Remove(Keys.key(step))))
        .build();
  }

  private static RaceScenario putGet() {
    return RaceScenario.named("put/get")
        .about("One thread puts an old and a new key, the others get them, in one bucket.")
        .entries(ONE_BUCKET - 1)
        .role(slot -> slot.repeat(8, step -> new Put(oldOrNew(step), slot.value(step))))
        .role(slot -> slot.repeat(8, step -> new Get(oldOrNew(step))))
        .build();
  }

  private static RaceScenario removeGet() {
    return RaceScenario.named("remove/get")
        .about("One thread removes 8 of 16 keys, the others get them.")
        .entries(16)
        .role(slot -> slot.repeat(8, step -> new Remove(Keys.key(step))))
        .role(slot -> slot.repeat(8, step -> new Get(Keys.key(step))))
        .build();
  }

  private static RaceScenario putIterate() {
    return RaceScenario.named("put/iterate")
        .about("One thread puts old and new keys, the others iterate over the map of 64 entries.")
        .entries(SOME_BUCKETS)
        .role(slot -> slot.repeat(8, step -> spreadPut(slot, step, SOME_BUCKETS)))
        .role(Scenarios::iterate)
        .build();
  }

  private static RaceScenario removeIterate() {
    return RaceScenario.named("remove/iterate")
        .about("One thread removes 8 of 64 keys, the others iterate.")
        .entries(SOME_BUCKETS)
        .role(
            slot ->
                slot.repeat(
                    8, step -> new Remove(Keys.key((slot.actor() + 7 * step) % SOME_BUCKETS))))
        .role(Scenarios::iterate)
        .build();
  }

  private static RaceScenario clearPut() {
    return RaceScenario.named("clear/put")
        .about("One thread clears a map of 64 entries, the others put old and new keys.")
        .entries(SOME_BUCKETS)
        .role(slot -> slot.repeat(1, step -> new Clear()))
        .role(slot -> slot.repeat(8, step -> spreadPut(slot, step, SOME_BUCKETS)))
        .build();
  }

  private static RaceScenario clearIterate() {
    return RaceScenario.named("clear/iterate")
        .about("One thread clears a map of 64 entries, the others iterate over it.")
        .entries(SOME_BUCKETS)
        .role(slot -> slot.repeat(1, step -> new Clear()))
        .role(Scenarios::iterate)
        .build();
  }

  private static RaceScenario putGetWhileGrowing() {
    return RaceScenario.named("put/get while growing")
        .about("One thread puts old and new keys into a growing map, the others get old ones.")
        .entries(GROWING)
        .role(slot -> slot.repeat(8, step -> spreadPut(slot, step, GROWING)))
        .role(slot -> slot.repeat(8, step -> new Get(Keys.key(7 * step))))
        .build();
  }

  private static RaceScenario putPutWhileGrowing() {
    return RaceScenario.named("put/put while growing")
        .about("Each thread puts old and new keys of its own into a growing map.")
        .entries(GROWING)
        .role(slot -> slot.repeat(8, step -> spreadPut(slot, step, GROWING)))
        .build();
  }

  private static RaceScenario putIterateWhileGrowing() {
    return RaceScenario.named("put/iterate while growing")
        .about("One thread puts old and new keys into a growing map, the others iterate.")
        .entries(GROWING)
        .role(slot -> slot.repeat(8, step -> spreadPut(slot, step, GROWING)))
        .role(Scenarios::iterate)
        .build();
  }

  private static RaceScenario getGet() {
    return RaceScenario.named("get/get")
        .about("Each thread only gets: no race, and nobody may be told of one.")
        .entries(ONE_BUCKET - 1)
        .role(slot -> slot.repeat(8, step -> new Get(oldOrNew(step))))
        .build();
  }

  private static RaceScenario getIterate() {
    return RaceScenario.named("get/iterate")
        .about("One thread only gets, the others only iterate: no race.")
        .entries(SOME_BUCKETS)
        .role(slot -> slot.repeat(8, step -> new Get(Keys.key(7 * step))))
        .role(Scenarios::iterate)
        .build();
  }

  private static RaceScenario iterateIterate() {
    return RaceScenario.named("iterate/iterate")
        .about("Each thread only iterates: no race.")
        .entries(SOME_BUCKETS)
        .role(Scenarios::iterate)
        .build();
  }

  private static RaceScenario getIterateWhileGrowing() {
    return RaceScenario.named("get/iterate while growing")
        .about("One thread only gets from a map left growing, the others only iterate: no race.")
        .entries(GROWING)
        .role(slot -> slot.repeat(8, step -> new Get(Keys.key(7 * step))))
        .role(Scenarios::iterate)
        .build();
  }

  private static List<MapOperation> iterate(Slot slot) {
    return slot.repeat(2, step -> new Iterate());
  }

  private static Integer oldOrNew(int step) {
    return Keys.key(step % 2 == 0 ? 3 : ONE_BUCKET - 1);
  }

  /** Puts of keys no other actor puts and no scenario prepares, 100 apart. */
  private static List<MapOperation> newKeys(Slot slot, int wanted) {
    return slot.repeat(
        wanted, step -> new Put(Keys.key(1000 + 100 * step + slot.actor()), slot.value(step)));
  }

  /** In even steps a put of a prepared key, in odd ones of a new key; both this actor's own. */
  private static Put spreadPut(Slot slot, int step, int prepared) {
    int own =
        step % 2 == 0 ? (slot.actor() + 7 * step) % prepared : 1000 + 100 * step + slot.actor();
    return new Put(Keys.key(own), slot.value(step));
  }
}
