package dev.flagrant.map.runtime;

import dev.flagrant.map.AccessListener.Operation;
import dev.flagrant.map.ConcurrentModificationError.Kind;
import dev.flagrant.map.ConcurrentModificationError.Site;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The flags word of a map header, and the only code that touches it: one method per idiom of Go's.
 *
 * <p>Go reads and writes the word with plain machine instructions. A plain Java field would not do:
 * the JIT may keep it in a register over a whole write, and then the check at the end of a write
 * compares the writer's own mark with itself. <i>Opaque</i> mode is the nearest thing: each access
 * is one load or one store that really happens, in program order with the other accesses of this
 * word, and with no fence. A flip is a load and a store, not an atomic exchange, because Go's is
 * not. The one atomic access is the {@code OR} that remembers an iterator (Go's {@code
 * atomic.Or8}), since two iterations may start at once and that is no race.
 *
 * <p>The guards {@code plain} and {@code volatile} access the word in those modes instead, to show
 * what opaque mode is worth, and {@code atomic} and {@code stamp} detect more than Go does: see
 * {@link Guard}.
 *
 * <p>It is a superclass of the header rather than a part of it so that the word lies in the header
 * itself, and so that the compiler keeps everyone else away from it.
 */
public abstract class Flags {
  /** There may be an iterator using {@code buckets}. */
  static final int ITERATOR = 1;

  /** There may be an iterator using {@code oldbuckets}. */
  static final int OLD_ITERATOR = 2;

  /** A thread is writing to the map. */
  static final int HASH_WRITING = 4;

  /** The current growth is to a new array of the same size. */
  static final int SAME_SIZE_GROW = 8;

  /** A constant to the JIT, which therefore compiles one guard only. */
  private static final Guard GUARD = Guard.named(System.getProperty(Guard.PROPERTY, "go"));

  /** Whether the word is accessed in opaque mode, as it is by every guard that is no experiment. */
  private static final boolean OPAQUE = GUARD != Guard.PLAIN && GUARD != Guard.VOLATILE;

  /** Whether each change of the word is one atomic update. */
  private static final boolean ATOMIC = GUARD == Guard.ATOMIC || GUARD == Guard.STAMP;

  /** Whether the bits above the flags count the writes that have ended. */
  private static final boolean STAMPED = GUARD == Guard.STAMP;

  /** What one write adds; the count wraps around after 2^28 writes. */
  private static final int STAMP = 16;

  /** What no writer may change under a reader: the stamp and the writer's mark. */
  private static final int READERS_CARE = -STAMP | HASH_WRITING;

  private static final VarHandle FLAGS;
  private static final VarHandle EXTRA;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      FLAGS = lookup.findVarHandle(Flags.class, "flags", int.class);
      EXTRA = lookup.findVarHandle(Flags.class, "extra", MapExtra.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private int flags;

  /**
   * Whether a write is over that had no stack to take its mark away. The write says so by a store
   * of its own, since a call is what there is no stack for. Plain: whoever is handed the map
   * properly finds it with the mark. The next write takes both away, in its check or, if that was
   * before, in its flip. A read passes the mark by: if it stored anything, reads could disturb one
   * another.
   */
  boolean unended;

  @SuppressWarnings("unused") // accessed through EXTRA
  private @Nullable MapExtra extra;

  /** A header without an iterator, a writer or anything unusual. */
  Flags() {}

  // ---- The protocol: enter, check, mark, check again ----

  /**
   * What every operation does first: tells the hooks, if the map has any, and refuses if the map is
   * dead. One load on a map that has neither. Go's {@code if raceenabled} blocks.
   */
  final void enter(Operation operation) {
    if (GUARD == Guard.NONE) {
      return;
    }
    MapExtra present = (MapExtra) EXTRA.getOpaque(this);
    if (present != null) {
      present.enter((Hmap) this, operation);
    }
  }

  /**
   * Go's {@code if h.flags&hashWriting != 0 { throw(...) }}.
   *
   * @return what a reader gives back to {@link #endReading}: 0 if that does not look at it
   */
  final int checkNotWriting(Kind kind, Site site) {
    if (GUARD == Guard.NONE) {
      return 0;
    }
    int now = get();
    // A word of iterators alone is told by one comparison. The result of an & would be one more
    // value, since HotSpot keeps what a branch has looked at. Above the flags there may be a stamp.
    if ((STAMPED || now > (ITERATOR | OLD_ITERATOR)) && (now & HASH_WRITING) != 0) {
      if (!unended) {
        throw Detection.of((Hmap) this, kind, site);
      }
      if (kind == Kind.WRITES) {
        now = endUnended();
      }
    }
    if (STAMPED) {
      VarHandle.acquireFence(); // what is read comes after
    }
    return STAMPED ? now : 0;
  }

  /** Takes away the mark of a write that is over; gives the word that is left. */
  private int endUnended() {
    var unused = endWriting();
    unended = false;
    return get();
  }

  /**
   * The end of a lookup or of a step of an iteration. Go checks nothing here; a stamp must be as it
   * was at the start.
   */
  final void endReading(int seen, Kind kind, Site site) {
    if (STAMPED) {
      VarHandle.acquireFence(); // what was read comes before
      if (((get() ^ seen) & READERS_CARE) != 0) {
        throw Detection.of((Hmap) this, kind, site);
      }
    }
  }

  /** Begins an iteration, which looks at the flags only where there is a stamp. */
  final int beginIterating() {
    return STAMPED ? checkNotWriting(Kind.ITERATION_AND_WRITE, Site.ITERATE) : 0;
  }

  /**
   * Go's {@code h.flags ^= hashWriting}: a new load, not the value that was checked, then a store.
   * Because it is a flip, two writers that both passed the check undo each other's mark, and both
   * can notice in the end. The mark of a write that is {@link #unended} is none to undo: a write in
   * the hash of this one's key may have left it, since the check.
   */
  final void flipWriting() {
    if (ATOMIC) {
      flipAtomically();
    } else if (GUARD != Guard.NONE) {
      int now = get();
      if ((now & HASH_WRITING) != 0 && unended) {
        unended = false; // the mark stays, as this write's
      } else {
        set(now ^ HASH_WRITING);
      }
    }
  }

  /**
   * The flip of a write that has hashed its key. Another write may have come and gone since, and
   * have given the map a new seed: then the hash leads nowhere. Go's write goes on with it; under
   * an atomic guard it stops here.
   *
   * @param seed with which the key was hashed
   */
  final void flipWriting(int seed) {
    flipWriting();
    if (ATOMIC && ((Hmap) this).hash0 != seed) {
      unmarkAtomically();
      throw Detection.of((Hmap) this, Kind.WRITES, Site.START);
    }
  }

  /** Whoever finds the mark set stops here, and has undone it, so that its owner notices too. */
  private void flipAtomically() {
    while (((int) FLAGS.getAndBitwiseXor(this, HASH_WRITING) & HASH_WRITING) != 0) {
      if (!unended) {
        throw Detection.of((Hmap) this, Kind.WRITES, Site.START);
      }
      unended = false; // nor is the mark there any more
    }
    if (STAMPED) {
      try {
        VarHandle.storeStoreFence(); // a reader that sees what is written now sees the mark, too
      } catch (Throwable e) {
        unended = true;
        throw e;
      }
    }
  }

  /**
   * The end of a write: Go's check that the mark is still there, and {@code &^= hashWriting}. It
   * reports nothing: {@link #requireMarked} does.
   *
   * @return whether the mark was there
   */
  final boolean endWriting() {
    if (GUARD == Guard.NONE) {
      return true;
    }
    int now = ATOMIC ? unmarkAtomically() : get();
    boolean marked = (now & HASH_WRITING) != 0;
    if (marked && !ATOMIC) {
      set(get() & ~HASH_WRITING);
    }
    return marked;
  }

  /**
   * What is thrown after a write that has ended. After an exception, which Go's map cannot have, a
   * mark that was not there is not reported.
   *
   * @param marked the answer of {@link #endWriting}
   * @param failure what ended the write too early; it is thrown on
   */
  final void requireMarked(boolean marked, @Nullable Throwable failure) {
    if (failure != null) {
      Flags.<RuntimeException>throwOn(failure);
    }
    if (!marked) {
      throw Detection.of((Hmap) this, Kind.WRITES, Site.END);
    }
  }

  /** Throws what need not be declared, since T is erased. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> void throwOn(Throwable failure) throws T {
    throw (T) failure;
  }

  /** Takes the mark away and leaves a stamp, if there are any; gives the word from before. */
  private int unmarkAtomically() {
    if (!STAMPED) {
      return (int) FLAGS.getAndBitwiseAnd(this, ~HASH_WRITING);
    }
    int now;
    do {
      now = get();
    } while (!replace(now, (now & ~HASH_WRITING) + STAMP));
    return now;
  }

  // ---- Iterators and growth ----

  /** Go's {@code atomic.Or8(&h.flags, iterator|oldIterator)}, left out where both are set. */
  final void rememberIterator() {
    int both = ITERATOR | OLD_ITERATOR;
    if ((get() & both) != both) {
      FLAGS.getAndBitwiseOr(this, both);
    }
  }

  final boolean hasIterator() {
    return (get() & ITERATOR) != 0;
  }

  final boolean hasOldIterator() {
    return (get() & OLD_ITERATOR) != 0;
  }

  /**
   * The part of hashGrow: the iterators of the current buckets become those of the old ones, and
   * the size may stay the same. Go changes the word twice.
   */
  final void startGrow(boolean sameSize) {
    int now;
    int promoted;
    do {
      now = get();
      promoted = (now & ITERATOR) != 0 ? OLD_ITERATOR : 0;
      promoted |= sameSize ? SAME_SIZE_GROW : 0;
    } while (!replace(now, (now & ~(ITERATOR | OLD_ITERATOR)) | promoted));
  }

  final boolean sameSizeGrow() {
    return (get() & SAME_SIZE_GROW) != 0;
  }

  final void endSameSizeGrow() {
    int now;
    do {
      now = get();
    } while (!replace(now, now & ~SAME_SIZE_GROW));
  }

  // ---- Whole words, for reports and for the map's extra state ----

  /** The word as it is now. */
  final int flags() {
    return get();
  }

  final @Nullable MapExtra extra() {
    return (MapExtra) EXTRA.getAcquire(this);
  }

  /** Release, so that whoever finds the object finds it complete. */
  final void setExtra(MapExtra replacement) {
    EXTRA.setRelease(this, replacement);
  }

  /** The same, if nobody has replaced it since it was looked at; whether that is so. */
  final boolean replaceExtra(@Nullable MapExtra seen, MapExtra replacement) {
    return EXTRA.compareAndSet(this, seen, replacement);
  }

  /**
   * What the end of a constructor does for final fields: whoever is handed the map by a data race
   * finds what has been stored so far.
   */
  static void storesBeforePublication() {
    VarHandle.storeStoreFence();
  }

  // ---- The access itself; short, so that the JIT puts it in place ----

  private int get() {
    return OPAQUE ? (int) FLAGS.getOpaque(this) : getPlainOrVolatile();
  }

  private void set(int value) {
    if (OPAQUE) {
      FLAGS.setOpaque(this, value);
    } else {
      setPlainOrVolatile(value);
    }
  }

  /** Stores the second half of a change; an atomic one fails if the word has changed since. */
  private boolean replace(int expected, int value) {
    if (ATOMIC) {
      return FLAGS.compareAndSet(this, expected, value);
    }
    set(value);
    return true;
  }

  private int getPlainOrVolatile() {
    return GUARD == Guard.PLAIN ? flags : (int) FLAGS.getVolatile(this);
  }

  private void setPlainOrVolatile(int value) {
    if (GUARD == Guard.PLAIN) {
      flags = value;
    } else {
      FLAGS.setVolatile(this, value);
    }
  }
}
