package dev.flagrant.conformance;

/**
 * The header of a map, with the fields and under the names of Go's {@code hmap}.
 *
 * @param count live entries
 * @param flags Go's bits: 1 iterator, 2 oldIterator, 4 hashWriting, 8 sameSizeGrow
 * @param b log2 of the number of buckets
 * @param noverflow about how many overflow buckets there are
 * @param hash0 the seed of the hashes
 * @param nevacuate progress of the evacuation
 * @param hasBuckets whether there are buckets yet
 * @param growing whether there are old buckets
 */
public record Header(
    int count,
    int flags,
    int b,
    int noverflow,
    int hash0,
    int nevacuate,
    boolean hasBuckets,
    boolean growing) {
  private static final int SAME_SIZE_GROW = 8;

  /** Whether the growth under way is one to the same size. */
  public boolean sameSizeGrow() {
    return (flags & SAME_SIZE_GROW) != 0;
  }

  /** How many regular buckets there are in a generation. */
  public int size(Generation generation) {
    return switch (generation) {
      case CURRENT -> hasBuckets ? 1 << b : 0;
      case OLD -> growing ? 1 << (sameSizeGrow() ? b : b - 1) : 0;
    };
  }

  @Override
  public String toString() {
    return String.format(
        "count=%d flags=%s B=%d noverflow=%d hash0=%08x nevacuate=%d buckets=%s growing=%s",
        count,
        Integer.toBinaryString(flags),
        b,
        noverflow,
        hash0,
        nevacuate,
        hasBuckets ? "yes" : "nil",
        growing ? (sameSizeGrow() ? "same size" : "larger") : "no");
  }
}
