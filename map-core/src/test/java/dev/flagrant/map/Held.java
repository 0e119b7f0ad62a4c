package dev.flagrant.map;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A thread that is held inside an operation of a map, at a place of the test's choice, so that a
 * race can be laid out step by step. It is held in a method of the map's {@link Keys key type}.
 */
final class Held {
  private static final long TIMEOUT_SECONDS = 30;

  /** Where a thread can be held. */
  enum Where {
    /** In the hash of a key: a writer has passed its first check, and has not set its mark. */
    HASH,
    /** In a comparison of keys: a writer has set its mark. */
    EQUAL
  }

  private final Where where;
  private final String key;
  private final Thread thread;
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile @Nullable Throwable thrown;

  private Held(Keys keys, Where where, String key, String name, Runnable operation) {
    this.where = where;
    this.key = key;
    this.thread =
        new Thread(
            () -> {
              keys.held.add(this);
              try {
                operation.run();
              } catch (Throwable e) {
                thrown = e;
              }
            },
            name);
  }

  /**
   * Strings that are compared by {@code equals} and hashed by their length in the low bits, so that
   * keys of one length share a bucket chain.
   */
  static final class Keys implements KeyType<String> {
    private final List<Held> held = new CopyOnWriteArrayList<>();

    /**
     * Starts a thread and waits until it is held.
     *
     * @param where the method it is held in
     * @param key the key, as an argument of that method, that it is held at, the first time
     * @param name of the thread
     * @param operation what it runs
     */
    Held hold(Where where, String key, String name, Runnable operation) {
      Held starting = new Held(this, where, key, name, operation);
      starting.thread.setDaemon(true);
      starting.thread.start();
      await(starting.arrived, name + " has not come to " + where);
      return starting;
    }

    @Override
    public long hash(String key, int seed) {
      stop(Where.HASH, key);
      return KeyTypes.mix(key.hashCode(), seed) << 16 | key.length();
    }

    @Override
    public boolean equal(String key, String stored) {
      stop(Where.EQUAL, key);
      return key.equals(stored);
    }

    private void stop(Where where, String key) {
      for (Held each : held) {
        if (each.stopsAt(where, key)) {
          each.arrived.countDown();
          await(each.released, "nobody has released " + each.thread.getName());
        }
      }
    }
  }

  /** True once, on its own thread. */
  private boolean stopsAt(Where here, String argument) {
    return thread == Thread.currentThread()
        && where == here
        && key.equals(argument)
        && arrived.getCount() > 0;
  }

  Thread thread() {
    return thread;
  }

  /** Lets the thread go on, waits for its end, and gives what its operation threw. */
  @Nullable Throwable release() {
    released.countDown();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(TIMEOUT_SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    if (thread.isAlive()) {
      throw new AssertionError(thread.getName() + " does not end");
    }
    return thrown;
  }

  private static void await(CountDownLatch latch, String complaint) {
    try {
      if (!latch.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(complaint);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
