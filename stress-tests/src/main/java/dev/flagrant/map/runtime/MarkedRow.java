package dev.flagrant.map.runtime;

import dev.flagrant.map.ConcurrentModificationError;
import dev.flagrant.map.ConcurrentModificationError.Kind;
import dev.flagrant.map.ConcurrentModificationError.Site;
import dev.flagrant.map.GoMap;

/**
 * A row of counters guarded by the flags word of a real map: a write increases each of them once,
 * without atomicity, between its two checks.
 *
 * <p>A put has more between its checks than two writers need to miss each other. Here, as in a put,
 * there is a hash between the first check and the flip: writers that meet there undo each other's
 * mark. It is longer than a store takes to reach another processor, and the write goes on for as
 * long, so that they do meet.
 */
public class MarkedRow {

  /** The answer of an operation that was told of no race. */
  public static final String OK = "OK";

  /** The answer of a write whose flip found a mark: only an atomic one looks. */
  public static final String FLIP = "FLIP";

  private static final FlagsLeft.Operations WRITES = new FlagsLeft.Operations(true, false, true);

  private static final int LENGTH = 64;
  private static final int ROUNDS = 128;

  private final GoMap<Integer, Integer> map = new GoMap<>();
  private final Hmap h = map;
  private final int[] row = new int[LENGTH];
  private int mixed;

  /** Counters at zero, and a word in which no bit is set. */
  protected MarkedRow() {}

  /**
   * Increases the counters as a map writes.
   *
   * @return {@link #OK}, or the site of the detection, or {@link #FLIP}
   */
  protected final String write() {
    boolean checked = false;
    try {
      h.checkNotWriting(Kind.WRITES, Site.START);
      mixed = hash(mixed);
      checked = true;
      h.flipWriting();
      for (int i = 0; i < row.length; i++) {
        row[i]++;
      }
      mixed = hash(mixed);
      h.requireMarked(h.endWriting(), null);
      return OK;
    } catch (ConcurrentModificationError detection) {
      return checked && detection.site() == Site.START ? FLIP : detection.site().name();
    }
  }

  /**
   * Checks the word as a lookup does.
   *
   * @return {@link #OK}, or the site of the detection
   */
  protected final String read() {
    try {
      h.checkNotWriting(Kind.READ_AND_WRITE, Site.READ);
      return OK;
    } catch (ConcurrentModificationError detection) {
      return detection.site().name();
    }
  }

  /** Checks the word as lookups in a loop do, until one finds a mark. */
  @SuppressWarnings("InfiniteLoop") // a detection ends it
  protected final void readUntilDetected() {
    try {
      while (true) {
        h.checkNotWriting(Kind.READ_AND_WRITE, Site.READ);
      }
    } catch (ConcurrentModificationError detection) {
      // what was waited for
    }
  }

  /** Takes about as long as a hash does, and can be no shorter: each round needs the one before. */
  private static int hash(int seed) {
    int hash = seed;
    for (int round = 0; round < ROUNDS; round++) {
      hash = (hash ^ (hash >>> 15)) * 0x85ebca6b + round;
    }
    return hash;
  }

  /** Sets a mark that stays. */
  protected final void mark() {
    h.flipWriting();
  }

  /** Sets the bits of an iteration, as its start does. */
  protected final void rememberIterator() {
    h.rememberIterator();
  }

  /**
   * The smallest counter, which is the number of writes of which nothing is lost, and the word if
   * writes alone do not explain it.
   */
  protected final String left() {
    int least = Integer.MAX_VALUE;
    for (int counter : row) {
      least = Math.min(least, counter);
    }
    String fault = FlagsLeft.unexplained(map, WRITES);
    return fault.isEmpty() ? Integer.toString(least) : least + ", FLAGS " + fault;
  }

  /** The word, by the names of its bits. */
  protected final String word() {
    return word(map);
  }

  /** The word of any map, by the names of its bits. */
  public static String word(GoMap<?, ?> map) {
    Hmap header = map;
    int flags = header.flags();
    String iterators =
        switch (flags & (Flags.ITERATOR | Flags.OLD_ITERATOR)) {
          case 0 -> "none";
          case Flags.ITERATOR -> "new";
          case Flags.OLD_ITERATOR -> "old";
          default -> "both";
        };
    return (flags & Flags.HASH_WRITING) == 0 ? iterators : iterators + "+writing";
  }
}
