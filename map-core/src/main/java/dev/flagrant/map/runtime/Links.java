package dev.flagrant.map.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which bucket follows which in the chains of a large array: what Go keeps in a pointer at the end
 * of every bucket. Few regular buckets have an overflow bucket, so here only those few have room
 * for a link.
 *
 * <p>Each 256 buckets share a block, made when the first of them is chained: the set of those that
 * are, one bit a bucket in eight {@code int}s, then what follows each of them. A block is replaced
 * and not changed, except that a link is taken away in place. So a racing reader sees the links of
 * one moment, or some of them as none.
 */
final class Links {
  /** The link of a bucket that no other one follows: nothing is chained by this number. */
  static final int NONE = 0;

  private static final int BLOCK_BITS = 8;

  /** How many buckets share a block. */
  static final int BLOCK = 1 << BLOCK_BITS;

  /** Where in a block the first link is: behind the set. */
  private static final int FIRST = BLOCK / Integer.SIZE;

  private final int[] @Nullable [] blocks;

  /** No links, for a multiple of 256 buckets. */
  Links(int size) {
    this.blocks = new int[size >>> BLOCK_BITS] @Nullable [];
  }

  /** What follows the bucket at a place, or {@link #NONE}. */
  int get(int place) {
    int[] block = blocks[place >>> BLOCK_BITS];
    if (block == null) {
      return NONE;
    }
    return isChained(block, place) ? block[indexOf(block, place)] : NONE;
  }

  /** Has a bucket follow the one at a place. */
  void set(int place, int next) {
    int at = place >>> BLOCK_BITS;
    int[] block = blocks[at];
    blocks[at] = with(block == null ? new int[FIRST] : block, place, next);
  }

  /** Has no bucket follow the one at a place; allocates nothing. */
  void remove(int place) {
    int[] block = blocks[place >>> BLOCK_BITS];
    if (block != null && isChained(block, place)) {
      block[indexOf(block, place)] = NONE;
    }
  }

  void clear() {
    Arrays.fill(blocks, null);
  }

  /** A copy of a block with one link set. */
  private static int[] with(int[] block, int place, int next) {
    int index = indexOf(block, place);
    int replaced = isChained(block, place) ? 1 : 0;
    int[] copy = new int[block.length + 1 - replaced];
    System.arraycopy(block, 0, copy, 0, index);
    System.arraycopy(block, index + replaced, copy, index + 1, block.length - index - replaced);
    copy[wordOf(place)] |= 1 << place;
    copy[index] = next;
    return copy;
  }

  private static boolean isChained(int[] block, int place) {
    return (block[wordOf(place)] >>> place & 1) != 0;
  }

  /** Where in its block the link of a place is, or would be. */
  private static int indexOf(int[] block, int place) {
    int word = wordOf(place);
    int index = FIRST + Integer.bitCount(block[word] & ((1 << place) - 1));
    for (int i = 0; i < word; i++) {
      index += Integer.bitCount(block[i]);
    }
    return index;
  }

  /** Which {@code int} of the set the bit of a place is in. */
  private static int wordOf(int place) {
    return (place & (BLOCK - 1)) / Integer.SIZE;
  }
}
