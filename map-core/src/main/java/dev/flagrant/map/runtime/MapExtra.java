package dev.flagrant.map.runtime;

import dev.flagrant.map.AccessListener;
import dev.flagrant.map.AccessListener.Operation;
import dev.flagrant.map.ConcurrentModificationError;
import dev.flagrant.map.Failure;
import dev.flagrant.map.GoMap;
import org.jspecify.annotations.Nullable;

/**
 * What is not present on all maps, Go's {@code mapextra}: the hooks, and the reason why a map is
 * dead. (Go's holds lists of overflow buckets here to keep them from its collector; the JVM's needs
 * no help. Its {@code nextOverflow} is a field of {@link BucketArray}.)
 */
final class MapExtra {
  private final @Nullable AccessListener listener;
  private final boolean namesOtherThread;
  private final @Nullable ConcurrentModificationError death;

  /** The last two different threads that began a write. Raced on like the map itself. */
  private @Nullable Thread writer;

  private @Nullable Thread previousWriter;

  private MapExtra(
      @Nullable AccessListener listener,
      boolean namesOtherThread,
      @Nullable ConcurrentModificationError death) {
    this.listener = listener;
    this.namesOtherThread = namesOtherThread;
    this.death = death;
  }

  /** The extra state of a new map, or null if it needs none. */
  static @Nullable MapExtra of(Options options) {
    return options.listener() != null || options.namesOtherThread()
        ? new MapExtra(options.listener(), options.namesOtherThread(), null)
        : null;
  }

  /**
   * The extra state of a map on which a race has been detected. The first detection is the one that
   * counts; the writers are kept, since another thread of the race may be about to notice, too.
   */
  static MapExtra dead(@Nullable MapExtra before, ConcurrentModificationError death) {
    if (before != null && before.death != null) {
      return before;
    }
    MapExtra dead = new MapExtra(null, false, death);
    if (before != null) {
      dead.writer = before.writer;
      dead.previousWriter = before.previousWriter;
    }
    return dead;
  }

  /** The first detection, if there was one. */
  @Nullable ConcurrentModificationError death() {
    return death;
  }

  /**
   * The slow half of {@link Flags#enter}.
   *
   * @throws ConcurrentModificationError if the map is dead
   */
  void enter(Hmap h, Operation operation) {
    ConcurrentModificationError first = death;
    if (first != null) {
      if (h.type().options.failure() == Failure.HALT) {
        Detection.waitForTheEnd();
      }
      throw new ConcurrentModificationError(first.kind(), first.site(), first);
    }
    Thread current = Thread.currentThread();
    if (listener != null) {
      listener.onAccess((GoMap<?, ?>) h, operation, current);
    }
    if (namesOtherThread && operation == Operation.WRITE && writer != current) {
      previousWriter = writer;
      writer = current;
    }
  }

  /** The last thread but the current one that began a write. */
  @Nullable Thread otherWriter() {
    return writer != Thread.currentThread() ? writer : previousWriter;
  }
}
