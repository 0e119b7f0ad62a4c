package dev.flagrant.conformance.load;

import dev.flagrant.map.runtime.BucketTally;
import java.util.List;

/**
 * One line of Go's table of loads, for 8-byte keys and elems.
 *
 * @param loadFactor entries for each regular bucket
 * @param overflowPercent percentage of the regular buckets that have an overflow bucket
 * @param bytesPerEntry bytes of all buckets that hold neither key nor elem, for each entry
 * @param hitProbe entries to check when a present key is looked up
 * @param missProbe entries to check when an absent key is looked up
 */
public record LoadFigures(
    double loadFactor,
    double overflowPercent,
    double bytesPerEntry,
    double hitProbe,
    double missProbe) {
  private static final int KEY_AND_ELEM_BYTES = 16;

  /** What Go's map.go publishes. */
  public static final List<LoadFigures> PUBLISHED =
      List.of(
          new LoadFigures(4.00, 2.13, 20.77, 3.00, 4.00),
          new LoadFigures(4.50, 4.05, 17.30, 3.25, 4.50),
          new LoadFigures(5.00, 6.85, 14.77, 3.50, 5.00),
          new LoadFigures(5.50, 10.55, 12.94, 3.75, 5.50),
          new LoadFigures(6.00, 15.27, 11.67, 4.00, 6.00),
          new LoadFigures(6.50, 20.90, 10.79, 4.25, 6.50),
          new LoadFigures(7.00, 27.14, 10.15, 4.50, 7.00),
          new LoadFigures(7.50, 34.03, 9.73, 4.75, 7.50),
          new LoadFigures(8.00, 41.10, 9.40, 5.00, 8.00));

  /**
   * The figures of maps that were counted.
   *
   * @param tally of maps of 8-byte keys and elems
   */
  static LoadFigures of(BucketTally tally) {
    double entries = tally.entries();
    long bytes = (tally.buckets() + tally.overflowBuckets()) * tally.bucketSize();
    return new LoadFigures(
        entries / tally.buckets(),
        100.0 * tally.overflowed() / tally.buckets(),
        bytes / entries - KEY_AND_ELEM_BYTES,
        tally.checkedByHits() / entries,
        (double) tally.checkedByMisses() / tally.absentKeys());
  }

  /** The largest relative difference between a figure here and its counterpart there. */
  public double largestDifference(LoadFigures reference) {
    double largest = difference(overflowPercent, reference.overflowPercent);
    largest = Math.max(largest, difference(bytesPerEntry, reference.bytesPerEntry));
    largest = Math.max(largest, difference(hitProbe, reference.hitProbe));
    return Math.max(largest, difference(missProbe, reference.missProbe));
  }

  private static double difference(double figure, double reference) {
    return Math.abs(figure - reference) / reference;
  }
}
