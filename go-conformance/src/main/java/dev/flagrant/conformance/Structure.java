package dev.flagrant.conformance;

import java.util.List;

/** The memory of a map: its header and its chains of buckets. Looking changes nothing. */
public interface Structure {
  /** The header as it is now. */
  Header header();

  /**
   * A chain: a regular bucket and the overflow buckets behind it, in order.
   *
   * @param generation whether a chain of the current or of the old buckets is meant
   * @param bucket the number of the regular bucket
   */
  List<Bucket> chain(Generation generation, int bucket);
}
