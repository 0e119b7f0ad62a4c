package dev.flagrant.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed traces are as many as promised and show what they are there to show. */
final class CommittedTracesTest {
  private static final int MOST_BYTES = 5_000_000;
  private static final long FEWEST_OPERATIONS = 2_000_000;

  /** What a map went through, as its headers tell. */
  private static final class Seen {
    private int largestB;
    private int sameSizeGrowths;
    private int growthsUnderAnIteration;
    private int noverflowAboveB16;
  }

  private static final class Watched extends SubjectWrapper {
    private final Seen seen;
    private boolean sameSize;
    private boolean growing;

    Watched(StructureSubject wrapped, Seen seen) {
      super(wrapped);
      this.seen = seen;
    }

    @Override
    public void assign(Key key, Long elem) {
      super.assign(key, elem);
      Header h = header();
      seen.largestB = Math.max(seen.largestB, h.b());
      if (h.sameSizeGrow() && !sameSize) {
        seen.sameSizeGrowths++;
      }
      // oldIterator: somebody was under way when the growth began.
      if (h.growing() && !growing && (h.flags() & 2) != 0) {
        seen.growthsUnderAnIteration++;
      }
      if (h.b() > 16) {
        seen.noverflowAboveB16 = Math.max(seen.noverflowAboveB16, h.noverflow());
      }
      sameSize = h.sameSizeGrow();
      growing = h.growing();
    }
  }

  private static Seen watch(String trace) throws IOException {
    Seen seen = new Seen();
    SubjectFactory factory =
        (MapKind kind, long hint, LongSupplier random) ->
            new Watched(new GoMapSubject().make(kind, hint, random), seen);
    Outcome outcome = new Replayer(factory, Level.STRUCTURE).replay(TestTraces.trace(trace));
    assertThat(outcome.report()).isEmpty();
    return seen;
  }

  /** What is asked of them together would still be so with one of them gone. */
  @Test
  void theyAreThoseThatTheListSaysHowToRecord() throws IOException {
    List<String> listed =
        Files.readAllLines(Path.of("traces.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.replaceFirst("^(\\S+ \\S+ \\S+) \\d+ ", "$1 ")) // the operations
            .toList();
    List<String> recorded = new ArrayList<>();
    for (CommittedTraces.Packed packed : CommittedTraces.all()) {
      recorded.add(options(packed));
    }

    assertThat(recorded).containsExactlyInAnyOrderElementsOf(listed);
  }

  /**
   * As traces.txt has them. Of the operations it says how many were wanted: some shapes do more.
   */
  private static String options(CommittedTraces.Packed packed) throws IOException {
    Trace trace = packed.unpack();
    return String.join(
        " ",
        packed.name().replace(".trace", ""),
        trace.kind().typeNames(),
        trace.shape(),
        Long.toUnsignedString(trace.seed()),
        Long.toString(trace.size()),
        Integer.toString(trace.hashBits()),
        Long.toString(trace.blockSize()));
  }

  @Test
  void theyAreSmallAndManyOperationsOfAllTypesAndShapes() throws IOException {
    long bytes = 0;
    long operations = 0;
    Set<MapKind> kinds = new HashSet<>();
    Set<String> shapes = new HashSet<>();
    for (CommittedTraces.Packed packed : CommittedTraces.all()) {
      bytes += packed.contents().length;
      Trace trace = packed.unpack();
      kinds.add(trace.kind());
      shapes.add(trace.shape());
      TraceReader reader = new TraceReader(trace);
      while (reader.next()) {
        operations++;
      }
    }

    assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES);
    assertThat(operations).isGreaterThanOrEqualTo(FEWEST_OPERATIONS);
    assertThat(kinds).containsExactlyInAnyOrder(MapKind.values());
    assertThat(shapes).containsExactlyInAnyOrderElementsOf(Recorder.SHAPES);
  }

  @Test
  void aMapGrowsToSeventeenAndItsOverflowBucketsAreCountedByCoinFlips() throws IOException {
    Seen seen = watch("grow-int64");

    assertThat(seen.largestB).isGreaterThanOrEqualTo(17);
    assertThat(seen.noverflowAboveB16).isPositive();
  }

  @Test
  void aMapOfOneSizeGrowsToTheSameSize() throws IOException {
    assertThat(watch("churn-int64").sameSizeGrowths).isGreaterThan(10);
  }

  @Test
  void mapsGrowUnderIterations() throws IOException {
    assertThat(watch("iterate-int64").growthsUnderAnIteration).isGreaterThan(20);
  }

  @Test
  void goShowsEntriesThatAClearRemovedAndThatIsCounted() throws IOException {
    Outcome outcome =
        new Replayer(new GoMapSubject(), Level.STRUCTURE).replay(TestTraces.trace("clear-string"));

    assertThat(outcome.report()).isEmpty();
    assertThat(outcome.knownDifferences()).isPositive();
    assertThat(outcome.ghosts()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"spanning-int64", "spanning-float64"})
  void whereAGrowthToTheSameSizeMisleadsGosIterationsTheDifferenceIsKnown(String trace)
      throws IOException {
    assertThat(watch(trace).growthsUnderAnIteration).isPositive();

    Outcome outcome =
        new Replayer(new GoMapSubject(), Level.STRUCTURE).replay(TestTraces.trace(trace));

    assertThat(outcome.report()).isEmpty();
    assertThat(outcome.knownDifferences()).isPositive();
    assertThat(outcome.ghosts()).isZero();
  }

  @Test
  void keysThatAreNotKeysAreAmongThem() throws IOException {
    TraceReader reader = new TraceReader(TestTraces.trace("mixed-interface"));
    Set<Operation.Code> unhashable = new HashSet<>();
    int nan = 0;
    while (reader.next()) {
      Operation op = reader.operation();
      if (op.code.takesKey() && MapKind.INTERFACE.isUnhashable(op.key)) {
        unhashable.add(op.code);
      }
      if (op.code == Operation.Code.ASSIGN && MapKind.INTERFACE.isNaN(op.key)) {
        nan++;
      }
    }

    assertThat(unhashable).hasSize(4);
    assertThat(nan).isGreaterThan(100);
  }
}
