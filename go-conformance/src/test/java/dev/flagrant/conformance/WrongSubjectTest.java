package dev.flagrant.conformance;

import static dev.flagrant.conformance.FaultyReplay.difference;
import static dev.flagrant.conformance.FaultyReplay.replay;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A subject that does one thing wrong is found out, at the very operation, and told what. */
final class WrongSubjectTest {
  @Test
  void aWrongAnswerIsShownBesideTheRightOne() throws IOException {
    Outcome outcome =
        replay(
            "mixed-int64",
            Level.ANSWERS,
            right ->
                new SubjectWrapper(right) {
                  private int lookups;

                  @Override
                  public @Nullable Long lookup(Key key) {
                    Long found = super.lookup(key);
                    return found != null && ++lookups == 50 ? Long.valueOf(found + 1) : found;
                  }
                });

    assertThat(difference(outcome).text())
        .containsPattern("after: get2 \\d+\nthe answers differ\n  expected \\d+\n  got {6}\\d+");
    assertThat(outcome.report())
        .contains("--live --types 'int64/int64' --shape mixed --seed 2 --size 0 --ops ");
  }

  @Test
  void aCellThatIsNotMarkedEmptyToTheEndIsShownInItsBucket() throws IOException {
    // Forgets the back-propagation of emptyRest: a deletion at the end of a chain leaves emptyOne.
    Outcome outcome =
        replay(
            "tombstones-int64",
            Level.STRUCTURE,
            right ->
                new SubjectWrapper(right) {
                  private boolean deleted;

                  @Override
                  public void delete(Key key) {
                    super.delete(key);
                    deleted = true;
                  }

                  @Override
                  public List<Bucket> chain(Generation generation, int bucket) {
                    List<Bucket> chain = super.chain(generation, bucket);
                    Bucket head = chain.get(0);
                    if (deleted && generation == Generation.CURRENT && head.tophash(7) == 0) {
                      chain.set(
                          0, new Bucket(0, head.tophash() | 1L << 56, head.keys(), head.elems()));
                    }
                    return chain;
                  }
                });

    Difference found = difference(outcome);
    assertThat(found.text())
        .contains("after: delete ")
        .containsPattern("bucket \\d+ differs\n +expected +got")
        .containsPattern("cell 7 +emptyRest +emptyOne +<--");
  }

  @Test
  void anEntryInTheWrongPlaceIsShownBesideTheRightOne() throws IOException {
    // Writes another key's elem at the three thousandth operation.
    Outcome outcome =
        replay(
            "grow-string",
            Level.STRUCTURE,
            right ->
                new SubjectWrapper(right) {
                  private int writes;

                  @Override
                  public void assign(Key key, Long elem) {
                    super.assign(key, ++writes == 3000 ? Long.valueOf(7) : elem);
                  }
                });

    Difference found = difference(outcome);
    assertThat(found.text())
        .containsPattern("after: assign m\\[\"k2999\"\\] = \\d+\n")
        .containsPattern("cell \\d +[0-9a-f]{2} \"k2999\" -> " + found.operation())
        .containsPattern("-> 7 +<--");
  }

  @Test
  void aWrongHeaderIsShownFieldByField() throws IOException {
    // Counts every overflow bucket twice.
    Outcome outcome =
        replay(
            "churn-int64",
            Level.STRUCTURE,
            right ->
                new SubjectWrapper(right) {
                  @Override
                  public Header header() {
                    Header h = super.header();
                    return new Header(
                        h.count(),
                        h.flags(),
                        h.b(),
                        2 * h.noverflow(),
                        h.hash0(),
                        h.nevacuate(),
                        h.hasBuckets(),
                        h.growing());
                  }
                });

    assertThat(difference(outcome).text())
        .contains("the headers differ\n  expected count=")
        .contains("noverflow=1 ")
        .contains("noverflow=2 ");
  }

  @Test
  void aWriteToABucketThatTheOperationHasNothingToDoWithIsFoundToo() throws IOException {
    // Deletes the first key in secret, at a time when it is nowhere near.
    Outcome outcome =
        replay(
            "grow-float64",
            Level.STRUCTURE,
            right ->
                new SubjectWrapper(right) {
                  private final List<Key> keys = new ArrayList<>();

                  @Override
                  public void assign(Key key, Long elem) {
                    super.assign(key, elem);
                    keys.add(key);
                    if (keys.size() == 5000) {
                      super.delete(keys.get(100));
                      super.assign(keys.get(100), 1L);
                    }
                  }
                });

    assertThat(outcome.conforms()).isFalse();
  }

  @Test
  void drawingOneRandomNumberTooManyIsFound() throws IOException {
    SubjectFactory factory =
        (MapKind kind, long hint, LongSupplier random) -> {
          StructureSubject right = new GoMapSubject().make(kind, hint, random);
          return new SubjectWrapper(right) {
            @Override
            public void clear() {
              super.clear();
              var unused = random.getAsLong();
            }
          };
        };
    Outcome outcome =
        new Replayer(factory, Level.STRUCTURE).replay(TestTraces.trace("clear-int64"));

    assertThat(difference(outcome).text())
        .contains("after: clear", "random numbers drawn: Go drew 1, the subject drew 2");
  }
}
