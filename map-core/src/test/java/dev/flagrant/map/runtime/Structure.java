package dev.flagrant.map.runtime;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the structure of a map is, in a form that assertions can compare. */
final class Structure {
  private Structure() {}

  /** A null key or elem where a map takes one: NullAway does not know nullable type arguments. */
  @SuppressWarnings("NullAway")
  static <T> T orNull(@Nullable T keyOrElem) {
    return keyOrElem;
  }

  static BucketArray buckets(Hmap h) {
    return Objects.requireNonNull(h.buckets, "the map has no buckets");
  }

  /** How many regular buckets there are. */
  static int bucketsOrNone(Hmap h) {
    return h.buckets == null ? 0 : h.buckets.size();
  }

  static BucketArray old(Hmap h) {
    return Objects.requireNonNull(h.oldbuckets, "the map is not growing");
  }

  static Newbits newbits(Bmaps run) {
    return Objects.requireNonNull(run.newbits, "the run keeps no newbits");
  }

  /** The numbers of the buckets of a chain. */
  static List<Integer> chain(BucketArray array, int head) {
    List<Integer> numbers = new ArrayList<>();
    Bmaps run = array.page(head);
    for (int bucket = head; run != null; run = bucket < 0 ? null : array.runOf(bucket)) {
      numbers.add(bucket);
      bucket = run.overflow(bucket);
    }
    return numbers;
  }

  /** The tophash bytes of a chain, from its first cell on. */
  static List<Integer> tops(BucketArray array, int head) {
    List<Integer> tops = new ArrayList<>();
    for (int bucket : chain(array, head)) {
      for (int cell = 0; cell < Bmaps.BUCKET_CNT; cell++) {
        tops.add(TopHash.get(run(array, bucket).tops(bucket), cell));
      }
    }
    return tops;
  }

  /** The keys of a chain, null where a cell has none. */
  static List<@Nullable Object> keys(BucketArray array, int head) {
    List<@Nullable Object> keys = new ArrayList<>();
    for (int bucket : chain(array, head)) {
      for (int cell = 0; cell < Bmaps.BUCKET_CNT; cell++) {
        keys.add(run(array, bucket).key(bucket, cell));
      }
    }
    return keys;
  }

  static Bmaps run(BucketArray array, int bucket) {
    return Objects.requireNonNull(array.runOf(bucket), "the bucket has no run");
  }

  /** The header and every chain, those of the old buckets first. */
  static List<Object> everything(Hmap h) {
    List<Object> parts = new ArrayList<>(List.of(Snapshot.header(h)));
    for (boolean old : new boolean[] {true, false}) {
      BucketArray array = old ? h.oldbuckets : h.buckets;
      for (int bucket = 0; array != null && bucket < array.size(); bucket++) {
        parts.add(Snapshot.chain(h, old, bucket));
      }
    }
    return parts;
  }

  /** The ids of the keys that the rest of an iteration shows, in its order. */
  static List<Integer> ids(GoMapIterator<FixedKey, Integer> it) {
    List<Integer> ids = new ArrayList<>();
    while (it.next()) {
      ids.add(it.key().id());
    }
    return ids;
  }

  /** Puts an entry in whose elem is the id of its key. */
  static FixedKey put(GoMap<FixedKey, Integer> map, FixedKey key) {
    map.put(key, key.id());
    return key;
  }

  /** Puts keys with one hash into one chain, ids counted from a first one. */
  static void fill(GoMap<FixedKey, Integer> map, long bucket, int firstId, int count) {
    for (int id = firstId; id < firstId + count; id++) {
      put(map, FixedKey.at(bucket, id));
    }
  }

  /** Writes to keys that are not there until no growth is under way. */
  static void finishGrowth(GoMap<FixedKey, Integer> map) {
    Hmap h = map;
    for (long bucket = 0; h.growing(); bucket++) {
      map.delete(FixedKey.at(bucket & buckets(h).mask, 0x7F, 1 << 30));
    }
  }
}
