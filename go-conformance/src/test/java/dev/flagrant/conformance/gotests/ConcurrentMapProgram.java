package dev.flagrant.conformance.gotests;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import dev.flagrant.map.KeyTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The programs that Go's crash tests run: two threads on one map, one of them writing, 10,000
 * rounds each, with a yield after each round as Go has {@code runtime.Gosched}.
 */
enum ConcurrentMapProgram {
  CONCURRENT_MAP_WRITES {
    @Override
    void round(GoMap<Integer, Integer> map) {
      map.put(6, 0);
    }
  },
  CONCURRENT_MAP_READ_WRITE {
    @Override
    void round(GoMap<Integer, Integer> map) {
      var unused = map.get(6);
    }
  },
  CONCURRENT_MAP_ITERATE_WRITE {
    @Override
    void round(GoMap<Integer, Integer> map) {
      GoMapIterator<Integer, Integer> it = map.range();
      while (it.next()) {}
    }
  };

  private static final int ROUNDS = 10_000;

  /** What the thread does that does not write to key 5. */
  abstract void round(GoMap<Integer, Integer> map);

  /**
   * Runs both threads to their end.
   *
   * @return what was thrown, in no order
   */
  List<Throwable> run() throws InterruptedException {
    GoMap<Integer, Integer> map = GoMap.make(KeyTypes.integers());
    List<Throwable> thrown = new ArrayList<>();
    List<Thread> threads =
        List.of(
            thread("writer", () -> map.put(5, 0), thrown),
            thread("other", () -> round(map), thrown));
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    return thrown;
  }

  @SuppressWarnings(
      "ThreadPriorityCheck") // to yield is what Go's programs do, and no one relies on it
  private static Thread thread(String name, Runnable round, List<Throwable> thrown) {
    Thread thread =
        new Thread(
            () -> {
              for (int n = 0; n < ROUNDS; n++) {
                round.run();
                Thread.yield();
              }
            },
            name);
    thread.setUncaughtExceptionHandler(
        (ended, cause) -> {
          synchronized (thrown) {
            thrown.add(cause);
          }
        });
    return thread;
  }

  /** Runs the program of the given name; exit status 0 means that nothing was noticed. */
  public static void main(String[] args) throws InterruptedException {
    List<Throwable> thrown = valueOf(args[0].toUpperCase(Locale.ROOT)).run();
    if (!thrown.isEmpty()) {
      System.err.println("thrown, where the process was to end: " + thrown);
      System.exit(1);
    }
  }
}
