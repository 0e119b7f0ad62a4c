package dev.flagrant.conformance.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.flagrant.conformance.load.LoadTable.Row;
import dev.flagrant.map.KeyType;
import dev.flagrant.map.KeyTypes;
import java.util.List;
import java.util.Locale;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of loads in the header of Go's map.go holds of this map. */
class LoadTableTest {
  private static final double TOLERANCE = 0.02;
  private static final Percentage TWO_PERCENT = Percentage.withPercentage(100 * TOLERANCE);

  private static final int B = 14;

  /** Enough that chance alone puts no figure anywhere near 2 % off; and the seed is fixed. */
  private static final int MAPS = 128;

  private static final LoadTable TABLE = LoadTable.measure(KeyTypes.longs(), B, MAPS, 1);

  static List<Row> rows() {
    return TABLE.rows();
  }

  @Test
  void everyLoadThatGoPublishesIsMeasured() {
    assertThat(rows()).extracting(Row::go).isEqualTo(LoadFigures.PUBLISHED);
    assertThat(rows())
        .allSatisfy(
            row -> assertThat(row.measured().loadFactor()).isEqualTo(row.go().loadFactor()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void asManyBucketsOverflowAsInGo(Row row) {
    assertThat(row.measured().overflowPercent()).isCloseTo(row.go().overflowPercent(), TWO_PERCENT);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anEntryCostsAsManyBytesAsInGo(Row row) {
    assertThat(row.measured().bytesPerEntry()).isCloseTo(row.go().bytesPerEntry(), TWO_PERCENT);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aHitChecksAsManyEntriesAsInGo(Row row) {
    assertThat(row.measured().hitProbe()).isCloseTo(row.go().hitProbe(), TWO_PERCENT);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aMissChecksAsManyEntriesAsInGo(Row row) {
    assertThat(row.measured().missProbe()).isCloseTo(row.go().missProbe(), TWO_PERCENT);
  }

  /**
   * A bucket is eight tophash bytes and sixteen references; besides, there are links and spares.
   */
  @ParameterizedTest
  @MethodSource("rows")
  void onTheJvmAnEntryCostsItsShareOfTheArrays(Row row) {
    LoadFigures here = row.measured();
    double bucketsPerEntry = (here.bytesPerEntry() + 16) / 144;
    double withNarrowReferences = bucketsPerEntry * (8 + 16 * 4);
    double withWideReferences = bucketsPerEntry * (8 + 16 * 8);

    assertThat(row.jvmBytesPerEntry())
        .satisfiesAnyOf(
            bytes -> assertThat(bytes / withNarrowReferences).isCloseTo(1.03, within(0.05)),
            bytes -> assertThat(bytes / withWideReferences).isCloseTo(1.03, within(0.05)));
  }

  /** Consecutive keys, spread evenly by a hash that is no hash, never overflow at these loads. */
  @Test
  void aHashThatDoesNotSpreadAsGosDoesIsSeen() {
    LoadTable even = LoadTable.measure(new ValueAsHash(), B, 1, 1);

    assertThat(even.largestDifference()).isGreaterThan(TOLERANCE);
    assertThat(even.rows().get(0).measured().overflowPercent()).isZero();
  }

  /**
   * Bad in a quieter way: one bucket in thirty-two is never chosen, its neighbour twice as often.
   */
  @Test
  void aHashThatLeavesSomeBucketsEmptyIsSeen() {
    LoadTable skewed = LoadTable.measure(new Skewed(), B, 8, 1);

    assertThat(skewed.largestDifference()).isGreaterThan(2 * TOLERANCE);
  }

  @Test
  void theLargestDifferenceIsThatOfTheFigureFurthestOff() {
    LoadFigures go = LoadFigures.PUBLISHED.get(5);

    assertThat(go.largestDifference(go)).isZero();
    assertThat(new LoadFigures(6.5, 20.90 * 0.9, 10.79, 4.25, 6.50).largestDifference(go))
        .isCloseTo(0.1, within(1e-9));
    assertThat(new LoadFigures(6.5, 20.90, 10.79 * 1.2, 4.25 * 1.1, 6.50).largestDifference(go))
        .isCloseTo(0.2, within(1e-9));
    assertThat(new LoadFigures(6.5, 20.90, 10.79, 4.25 * 1.3, 6.50 * 1.4).largestDifference(go))
        .isCloseTo(0.4, within(1e-9));
  }

  @Test
  void theTablePrintsEachFigureBesideGos() {
    String[] lines = TABLE.toString().split(System.lineSeparator(), -1);

    assertThat(lines).hasSize(2 + LoadFigures.PUBLISHED.size() + 2);
    LoadFigures here = TABLE.rows().get(5).measured();
    assertThat(lines[7].trim().split(" +"))
        .startsWith("6.50", String.format(Locale.ROOT, "%.2f", here.overflowPercent()), "20.90")
        .hasSize(10);
    assertThat(lines[11]).startsWith("largest difference from Go: ");
  }

  private static final class ValueAsHash implements KeyType<Long> {
    @Override
    public long hash(Long key, int seed) {
      return key;
    }

    @Override
    public boolean equal(Long key, Long stored) {
      return key.equals(stored);
    }
  }

  private static final class Skewed implements KeyType<Long> {
    @Override
    public long hash(Long key, int seed) {
      long hash = KeyTypes.mix(key, seed);
      return (hash & 0b111100) == 0 ? hash | 1 : hash;
    }

    @Override
    public boolean equal(Long key, Long stored) {
      return key.equals(stored);
    }
  }
}
