package dev.flagrant.map.runtime;

import dev.flagrant.map.GoMap;
import java.util.Map;

/**
 * The flags word that a race leaves, and whether the operations that raced explain it.
 *
 * <p>No mark outlives the writes, under any guard. Whoever stores the word with a mark in it is
 * between a flip of its own and the END check of the same write; if nothing is stored after that,
 * the check finds the mark, and the write takes it away, as does a write that is cut short. An
 * iteration's OR stores what it found. The bits of iterations are set by iterations alone, and
 * taken away by a growth, or by a write's store of a word from before.
 */
public final class FlagsLeft {

  private static final int ITERATORS = Flags.ITERATOR | Flags.OLD_ITERATOR;
  private static final int KNOWN = ITERATORS | Flags.HASH_WRITING | Flags.SAME_SIZE_GROW;

  /** The bits that the guard of this JVM leaves alone; one guard counts writes in the others. */
  private static final int FLAGS = Guards.current() == Guard.STAMP ? KNOWN : -1;

  private FlagsLeft() {}

  /**
   * Operations that are all over.
   *
   * @param wrote whether some of them were writes
   * @param iterated whether some were iterations
   * @param mayLose whether the bits of iterations may be missing: a write could overlap them, or
   *     the map could be empty or grow
   */
  public record Operations(boolean wrote, boolean iterated, boolean mayLose) {}

  /** What is wrong with the word of a map after these operations; empty if nothing is. */
  public static String unexplained(Map<?, ?> map, Operations after) {
    if (!(map instanceof GoMap<?, ?> goMap)) {
      return "";
    }
    Hmap header = goMap;
    return unexplained(header.flags() & FLAGS, after);
  }

  static String unexplained(int word, Operations after) {
    if ((word & ~KNOWN) != 0) {
      return "unknown bits";
    }
    if ((word & Flags.HASH_WRITING) != 0) {
      return "a mark is left";
    }
    if ((word & Flags.SAME_SIZE_GROW) != 0 && !after.wrote) {
      return "a growth without a write";
    }
    if ((word & ITERATORS) != 0 && !after.iterated) {
      return "an iterator that nobody began";
    }
    if ((word & ITERATORS) != ITERATORS && after.iterated && !after.mayLose) {
      return "an iterator is lost without a race";
    }
    return "";
  }
}
