package dev.flagrant.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A subject that does one thing wrong is found out, at the very operation, and told what. */
final class WrongSubjectTest {
  private static Outcome replay(
      String trace, Level level, Function<StructureSubject, StructureSubject> fault)
      throws IOException {
    SubjectFactory factory =
        (kind, hint, random) -> fault.apply(new GoMapSubject().make(kind, hint, random));
    return new Replayer(factory, level).replay(TestTraces.trace(trace));
  }

  private static Difference difference(Outcome outcome) {
    assertThat(outcome.difference()).isPresent();
    return outcome.difference().orElseThrow();
  }

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
  void anIterationInAnotherOrderIsShownStepByStep() throws IOException {
    Outcome outcome =
        replay(
            "iterate-int64",
            Level.STRUCTURE,
            right ->
                new SubjectWrapper(right) {
                  @Override
                  public Iteration range() {
                    Iteration it = super.range();
                    return new Iteration() {
                      @Override
                      public boolean next() {
                        boolean unused = it.next();
                        return it.next();
                      }

                      @Override
                      public Key key() {
                        return it.key();
                      }

                      @Override
                      public Long elem() {
                        return it.elem();
                      }
                    };
                  }
                });

    assertThat(difference(outcome).text())
        .containsPattern("iteration \\d shows the wrong entry\n  expected \\d+ -> \\d+\n  got ");
  }

  /** Stops at the step that Go's iteration did not have; else it would never tell. */
  @Test
  void anIterationThatNeverEndsIsToldOfWhereGosEnds() {
    Outcome outcome =
        assertTimeoutPreemptively(
            Duration.ofMinutes(1),
            () -> replay("mixed-int64", Level.STRUCTURE, WrongSubjectTest::endless));

    assertThat(difference(outcome).text())
        .containsPattern(
            "iteration \\d ends after the wrong number of steps\n  expected \\d+\n  got      more");
  }

  /** Shows the last entry again and again. */
  private static StructureSubject endless(StructureSubject right) {
    return new SubjectWrapper(right) {
      @Override
      public Iteration range() {
        Iteration it = super.range();
        return new Iteration() {
          private @Nullable Key key;
          private Long elem = 0L;
          private boolean ended;

          @Override
          public boolean next() {
            ended = ended || !it.next();
            if (!ended) {
              key = it.key();
              elem = it.elem();
            }
            return key != null;
          }

          @Override
          public Key key() {
            return Objects.requireNonNull(key);
          }

          @Override
          public Long elem() {
            return elem;
          }
        };
      }
    };
  }

  @Test
  void anIterationThatSkipsAnEntryBreaksARuleOfTheLanguage() throws IOException {
    Outcome outcome =
        replay(
            "mixed-string",
            Level.ITERATION,
            right ->
                new SubjectWrapper(right) {
                  @Override
                  public Iteration range() {
                    Iteration it = super.range();
                    var unused = it.next();
                    return it;
                  }
                });

    assertThat(difference(outcome).text()).contains("ends without \"k", "in the map all the time");
  }

  /**
   * From the step at which it leaves Go's order it has to keep the rules, and at that step, too.
   */
  @Test
  void anIterationThatEndsTooEarlyWhereGosIsMisledIsNoKnownDifference() throws IOException {
    Outcome outcome =
        replay("spanning-int64", Level.STRUCTURE, WrongSubjectTest::endingAtASameSizeGrowth);

    assertThat(difference(outcome).text())
        .contains("an iteration breaks a rule of the language: it ends without ");
  }

  /**
   * Ends an iteration that began in a growth to a larger array when one to the same size begins.
   */
  private static StructureSubject endingAtASameSizeGrowth(StructureSubject right) {
    return new SubjectWrapper(right) {
      @Override
      public Iteration range() {
        boolean larger = header().growing() && !header().sameSizeGrow();
        Iteration it = super.range();
        return new Iteration() {
          @Override
          public boolean next() {
            return !(larger && header().sameSizeGrow()) && it.next();
          }

          @Override
          public Key key() {
            return it.key();
          }

          @Override
          public Long elem() {
            return it.elem();
          }
        };
      }
    };
  }

  private static StructureSubject withHeader(
      StructureSubject right, UnaryOperator<@Nullable Header> change) {
    return new SubjectWrapper(right) {
      private boolean written;

      @Override
      public void assign(Key key, Long elem) {
        super.assign(key, elem);
        written = true;
      }

      @Override
      @SuppressWarnings("NullAway") // as a port may
      public Header header() {
        Header header = super.header();
        return written ? change.apply(header) : header;
      }
    };
  }

  private static StructureSubject withChain(
      StructureSubject right, UnaryOperator<@Nullable List<Bucket>> change) {
    return new SubjectWrapper(right) {
      @Override
      @SuppressWarnings("NullAway") // as a port may
      public List<Bucket> chain(Generation generation, int bucket) {
        List<Bucket> chain = super.chain(generation, bucket);
        return bucket < 20 ? chain : change.apply(chain);
      }
    };
  }

  private static Header header(int b, boolean growing) {
    return new Header(1, 0, b, 0, 0, 0, true, growing);
  }

  private static StackOverflowError overflow() {
    return new StackOverflowError("on purpose");
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        arguments("header() returns null", header(right -> null)),
        arguments("the subject's header is that of no map here", header(right -> header(0, true))),
        arguments(
            "the subject's header is that of no map here", header(right -> header(30, false))),
        arguments(
            "header() throws java.lang.StackOverflowError: on purpose",
            header(
                right -> {
                  throw overflow();
                })),
        arguments("chain(CURRENT, 20) gives no bucket", chain(right -> null)),
        arguments("chain(CURRENT, 20) gives no bucket", chain(right -> List.of())),
        arguments(
            "chain(CURRENT, 20) gives a bucket that has not eight cells",
            chain(right -> List.of(new Bucket(0, 0, List.of(), List.of())))),
        arguments(
            "chain(CURRENT, 20) throws java.lang.StackOverflowError: on purpose",
            chain(
                right -> {
                  throw overflow();
                })));
  }

  private static Function<StructureSubject, StructureSubject> header(
      UnaryOperator<@Nullable Header> change) {
    return right -> withHeader(right, change);
  }

  private static Function<StructureSubject, StructureSubject> chain(
      UnaryOperator<@Nullable List<Bucket>> change) {
    return right -> withChain(right, change);
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void aStructureThatCannotBeReadIsADifferenceAndNoCrash(
      String text, Function<StructureSubject, StructureSubject> fault) throws IOException {
    assertThat(difference(replay("grow-string", Level.STRUCTURE, fault)).text())
        .startsWith("after: assign ")
        .contains(text);
  }

  /** As a port in Kotlin or Scala may. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> void throwUndeclared(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @Test
  void anExceptionThatIsNotDeclaredIsADifferenceToo() throws IOException {
    Outcome outcome =
        replay(
            "mixed-set",
            Level.ANSWERS,
            right ->
                new SubjectWrapper(right) {
                  @Override
                  public int len() {
                    WrongSubjectTest.<RuntimeException>throwUndeclared(new IOException("sneaky"));
                    return 0;
                  }
                });

    assertThat(difference(outcome).text())
        .contains("after: len", "throws java.io.IOException: sneaky");
  }

  @Test
  void anErrorIsNoPanic() throws IOException {
    Outcome outcome =
        replay(
            "mixed-interface",
            Level.ANSWERS,
            right ->
                new SubjectWrapper(right) {
                  @Override
                  public @Nullable Long lookup(Key key) {
                    if (key.isUnhashable()) {
                      throw overflow();
                    }
                    return super.lookup(key);
                  }
                });

    assertThat(difference(outcome).text()).contains("throws java.lang.StackOverflowError");
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

  @Test
  void anExceptionIsADifferenceAndNoCrash() throws IOException {
    Outcome outcome =
        replay(
            "mixed-set",
            Level.ANSWERS,
            right ->
                new SubjectWrapper(right) {
                  @Override
                  public int len() {
                    throw new ArithmeticException("on purpose");
                  }
                });

    assertThat(difference(outcome).text())
        .contains("after: len", "throws java.lang.ArithmeticException: on purpose");
  }
}
