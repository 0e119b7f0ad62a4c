package dev.flagrant.map.runtime;

import dev.flagrant.map.ConcurrentModificationError;
import dev.flagrant.map.ConcurrentModificationError.Kind;
import dev.flagrant.map.ConcurrentModificationError.Site;
import dev.flagrant.map.GoMap;

/**
 * The least that can be guarded by the flags word of a real map: one counter, increased without
 * atomicity between the two halves of a write.
 *
 * <p>A put is long, and the JIT compiles it in pieces; what a mode of access is worth shows where
 * everything between the two checks is compiled together.
 */
public class MarkedCell {

  /** The answer of an operation that was told of no race. */
  public static final String OK = "OK";

  private final Hmap h = new GoMap<Integer, Integer>();
  private int cell;

  /** A counter at zero, with a word in which no bit is set. */
  protected MarkedCell() {}

  /**
   * Increases the counter as a map writes.
   *
   * @return {@link #OK}, or the site of the detection
   */
  protected final String write() {
    try {
      h.checkNotWriting(Kind.WRITES, Site.START);
      h.flipWriting();
      cell++;
      h.endWriting();
      return OK;
    } catch (ConcurrentModificationError detection) {
      return detection.site().name();
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
  protected final void readUntilDetected() {
    while (read().equals(OK)) {
      // nothing: the loop of a program that looks things up
    }
  }

  /** Sets a mark that stays. */
  protected final void mark() {
    h.flipWriting();
  }

  /** Sets the bits of an iteration, as its start does. */
  protected final void rememberIterator() {
    h.rememberIterator();
  }

  /** The counter. */
  protected final int cell() {
    return cell;
  }

  /** The word, by the names of its bits. */
  protected final String word() {
    int flags = h.flags();
    String iterators =
        switch (flags & (Flags.ITERATOR | Flags.OLD_ITERATOR)) {
          case 0 -> "none";
          case Flags.ITERATOR | Flags.OLD_ITERATOR -> "both";
          default -> "one";
        };
    return (flags & Flags.HASH_WRITING) == 0 ? iterators : iterators + "+writing";
  }

  /** The same of any map. */
  public static boolean hasBothIteratorBits(GoMap<?, ?> map) {
    Hmap header = map;
    return header.hasIterator() && header.hasOldIterator();
  }
}
