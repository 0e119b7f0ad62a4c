package dev.flagrant.conformance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One bucket.
 *
 * @param origin 1 for the first overflow bucket that was allocated together with its array, 2 for
 *     the second and so on; 0 for every other bucket
 * @param tophash the eight tophash bytes, that of cell 0 lowest
 * @param keys the eight keys; only those in live cells are looked at
 * @param elems the eight elems; likewise
 */
public record Bucket(
    int origin,
    long tophash,
    List<? extends @Nullable Key> keys,
    List<? extends @Nullable Long> elems) {
  /** Cells of a bucket. */
  public static final int CELLS = 8;

  private static final int MIN_TOP_HASH = 5;
  private static final int EVACUATED_X = 2;

  /** The tophash byte of a cell. */
  public int tophash(int cell) {
    return (int) (tophash >>> (8 * cell)) & 0xFF;
  }

  /** Whether there is an entry in a cell, not counting one that has been evacuated. */
  public boolean isLive(int cell) {
    return tophash(cell) >= MIN_TOP_HASH;
  }

  /** Whether the first cell says that the chain has been evacuated. */
  public boolean isEvacuated() {
    int first = tophash(0);
    return first >= EVACUATED_X && first < MIN_TOP_HASH;
  }
}
