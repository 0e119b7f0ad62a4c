package dev.flagrant.harness.subjects;

import java.io.IOException;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Maps that are each wrong in one known way. */
public final class BadMaps {

  private BadMaps() {}

  /** Two writers that meet never come back. */
  public static final class Deadlocking extends ConcurrentHashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;
    private final AtomicInteger writers = new AtomicInteger();

    /** A fresh empty map. */
    public Deadlocking() {}

    @Override
    public Integer put(Integer key, Integer value) {
      if (writers.incrementAndGet() > 1) {
        while (true) {
          LockSupport.park();
        }
      }
      Integer old = super.put(key, value);
      writers.decrementAndGet();
      return old;
    }
  }

  /** Two writers that meet break it so that a later reader never comes back. */
  public static final class PoisonedForReaders extends ConcurrentHashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;
    private final AtomicInteger writers = new AtomicInteger();
    private volatile boolean poisoned;

    /** A fresh empty map. */
    public PoisonedForReaders() {}

    @Override
    public Integer put(Integer key, Integer value) {
      poisoned |= writers.incrementAndGet() > 1;
      Integer old = super.put(key, value);
      writers.decrementAndGet();
      return old;
    }

    @Override
    public Set<Map.Entry<Integer, Integer>> entrySet() {
      while (poisoned) {
        LockSupport.park();
      }
      return super.entrySet();
    }
  }

  /** Two writers that meet make it throw what tells of no race. */
  public static final class Throwing extends ConcurrentHashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;
    private final AtomicInteger writers = new AtomicInteger();

    /** A fresh empty map. */
    public Throwing() {}

    @Override
    public Integer put(Integer key, Integer value) {
      try {
        if (writers.incrementAndGet() > 1) {
          throw new IllegalStateException("table is broken");
        }
        return super.put(key, value);
      } finally {
        writers.decrementAndGet();
      }
    }
  }

  /** Forgets every fiftieth put, raced or not. */
  public static final class Forgetful extends ConcurrentHashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;
    private static final AtomicInteger PUTS = new AtomicInteger();
    private static final int PERIOD = 50;

    /** A fresh empty map. */
    public Forgetful() {}

    @Override
    public @Nullable Integer put(Integer key, Integer value) {
      return PUTS.incrementAndGet() % PERIOD == 0 ? get(key) : super.put(key, value);
    }
  }

  /** Cries of a race at every five-hundredth get, raced or not. */
  public static final class CriesAtGets extends ConcurrentHashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;
    private static final AtomicInteger GETS = new AtomicInteger();
    private static final int PERIOD = 500;

    /** A fresh empty map. */
    public CriesAtGets() {}

    @Override
    public @Nullable Integer get(Object key) {
      if (GETS.incrementAndGet() % PERIOD == 0) {
        throw new ConcurrentModificationException("wolf");
      }
      return super.get(key);
    }
  }

  /** Cries of a race at a get while another thread also gets. */
  public static final class CriesAtReaders extends ConcurrentHashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;
    private final AtomicInteger readers = new AtomicInteger();

    /** A fresh empty map. */
    public CriesAtReaders() {}

    @Override
    public @Nullable Integer get(Object key) {
      try {
        if (readers.incrementAndGet() > 1) {
          throw new ConcurrentModificationException("two readers");
        }
        return super.get(key);
      } finally {
        readers.decrementAndGet();
      }
    }
  }

  /** Takes a few entries, then no more. */
  public static final class Small extends HashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 3;

    /** A fresh empty map. */
    public Small() {}

    @Override
    public @Nullable Integer put(Integer key, Integer value) {
      if (size() == MOST) {
        throw new IllegalStateException("full");
      }
      return super.put(key, value);
    }
  }

  /** Two writers that meet end the process, as if all had gone well. */
  public static final class Exiting extends ConcurrentHashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;
    private final AtomicInteger writers = new AtomicInteger();

    /** A fresh empty map. */
    public Exiting() {}

    @Override
    public Integer put(Integer key, Integer value) {
      if (writers.incrementAndGet() > 1) {
        System.exit(0);
      }
      Integer old = super.put(key, value);
      writers.decrementAndGet();
      return old;
    }
  }

  /** The same, in a thread of its own making. */
  public static final class ExitingElsewhere extends ConcurrentHashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;
    private final AtomicInteger writers = new AtomicInteger();

    /** A fresh empty map. */
    public ExitingElsewhere() {}

    @Override
    public Integer put(Integer key, Integer value) {
      if (writers.incrementAndGet() > 1) {
        exitElsewhere();
      }
      Integer old = super.put(key, value);
      writers.decrementAndGet();
      return old;
    }

    private static void exitElsewhere() {
      Thread other = new Thread(() -> System.exit(0));
      other.start();
      try {
        other.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Its first instance has the process told to end, and waits for that. */
  public static final class Signalling extends HashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    /** Waits for ever. */
    public Signalling() throws IOException {
      var unused = new ProcessBuilder("kill", "" + ProcessHandle.current().pid()).start();
      while (true) {
        LockSupport.park();
      }
    }
  }

  /** Its constructor never comes back. */
  public static final class NeverMade extends HashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    /** Waits for ever. */
    public NeverMade() {
      while (true) {
        LockSupport.park();
      }
    }
  }

  /** Lists one entry again and again after two writers met. */
  public static final class Circular extends ConcurrentHashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;
    private final AtomicInteger writers = new AtomicInteger();
    private volatile boolean circular;

    /** A fresh empty map. */
    public Circular() {}

    @Override
    public Integer put(Integer key, Integer value) {
      circular |= writers.incrementAndGet() > 1;
      Integer old = super.put(key, value);
      writers.decrementAndGet();
      return old;
    }

    @Override
    public Set<Map.Entry<Integer, Integer>> entrySet() {
      Set<Map.Entry<Integer, Integer>> entries = super.entrySet();
      return circular ? new Endless(entries.iterator().next()) : entries;
    }
  }

  private static final class Endless extends AbstractSet<Map.Entry<Integer, Integer>> {
    private final Map.Entry<Integer, Integer> entry;

    Endless(Map.Entry<Integer, Integer> entry) {
      this.entry = entry;
    }

    @Override
    public Iterator<Map.Entry<Integer, Integer>> iterator() {
      return Collections.nCopies(size(), entry).iterator();
    }

    @Override
    public int size() {
      return Integer.MAX_VALUE;
    }
  }
}
