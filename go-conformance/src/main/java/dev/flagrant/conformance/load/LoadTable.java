package dev.flagrant.conformance.load;

import dev.flagrant.map.KeyType;
import dev.flagrant.map.runtime.BucketTally;
import dev.flagrant.map.runtime.FixedSizeMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Go's table of loads, measured on the buckets of this map. The same maps are filled from one load
 * to the next, and what is counted in all of them is added up.
 */
public final class LoadTable {
  /**
   * One line.
   *
   * @param go what Go publishes
   * @param measured what was counted here, with Go's sizes of buckets
   * @param jvmBytesPerEntry bytes that this JVM needs for each entry, without keys and elems
   */
  public record Row(LoadFigures go, LoadFigures measured, double jvmBytesPerEntry) {}

  private final List<Row> rows;

  private LoadTable(List<Row> rows) {
    this.rows = rows;
  }

  /**
   * Fills maps and counts.
   *
   * @param keyType hashes the keys
   * @param b each map has 2^b buckets
   * @param maps how many maps; the error of the figures falls with the root of it
   * @param seed makes the maps repeatable
   */
  public static LoadTable measure(KeyType<Long> keyType, int b, int maps, long seed) {
    SplittableRandom seeds = new SplittableRandom(seed);
    List<LoadFigures> published = LoadFigures.PUBLISHED;
    List<BucketTally> tallies = new ArrayList<>();
    List<Double> footprints = new ArrayList<>();
    for (int n = 0; n < maps; n++) {
      FixedSizeMap map = new FixedSizeMap(keyType, b, seeds.nextLong());
      for (int line = 0; line < published.size(); line++) {
        map.fillTo((int) Math.round(published.get(line).loadFactor() * (1 << b)));
        BucketTally tally = map.tally(1 << b);
        if (n == 0) {
          tallies.add(tally);
          footprints.add(JvmFootprint.bytesPerEntry(map.map()));
        } else {
          tallies.set(line, tallies.get(line).plus(tally));
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int line = 0; line < published.size(); line++) {
      rows.add(
          new Row(published.get(line), LoadFigures.of(tallies.get(line)), footprints.get(line)));
    }
    return new LoadTable(List.copyOf(rows));
  }

  /** The lines, by rising load. */
  public List<Row> rows() {
    return rows;
  }

  /** The largest relative difference between a figure measured here and Go's. */
  public double largestDifference() {
    return rows.stream()
        .mapToDouble(row -> row.measured().largestDifference(row.go()))
        .max()
        .orElseThrow();
  }

  /** For people: each figure beside Go's, and how far they are apart at most. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%4s  %13s  %13s  %13s  %13s  %9s",
        "",
        "%overflow",
        "bytes/entry",
        "hitprobe",
        "missprobe",
        "JVM bytes");
    line(text, "%4s%s  %9s", "load", "    here     Go".repeat(4), "per entry");
    for (Row row : rows) {
      LoadFigures here = row.measured();
      LoadFigures go = row.go();
      line(
          text,
          "%4.2f  %6.2f %6.2f  %6.2f %6.2f  %6.2f %6.2f  %6.2f %6.2f  %9.2f",
          go.loadFactor(),
          here.overflowPercent(),
          go.overflowPercent(),
          here.bytesPerEntry(),
          go.bytesPerEntry(),
          here.hitProbe(),
          go.hitProbe(),
          here.missProbe(),
          go.missProbe(),
          row.jvmBytesPerEntry());
    }
    line(text, "largest difference from Go: %.2f %%", 100 * largestDifference());
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... cells) {
    text.append(String.format(Locale.ROOT, format, cells)).append(System.lineSeparator());
  }
}
