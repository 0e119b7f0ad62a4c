package dev.flagrant.conformance;

import static dev.flagrant.conformance.FaultyReplay.difference;
import static dev.flagrant.conformance.FaultyReplay.replay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a subject throws, or shows that is no structure, is a difference and no crash. */
final class UnreadableSubjectTest {

  private static UnaryOperator<StructureSubject> header(UnaryOperator<@Nullable Header> change) {
    return right ->
        new SubjectWrapper(right) {
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

  private static UnaryOperator<StructureSubject> chain(
      UnaryOperator<@Nullable List<Bucket>> change) {
    return right ->
        new SubjectWrapper(right) {
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

  @SuppressWarnings("NullAway") // as a port may
  private static Bucket withoutLists() {
    return new Bucket(0, 0, null, null);
  }

  private static <T> List<@Nullable T> nulls() {
    return Collections.nCopies(Bucket.CELLS, null);
  }

  @SuppressWarnings("unchecked") // wrongly
  private static List<Long> cast(List<?> cells) {
    return (List<Long>) cells;
  }

  private static final class Throwing<T> extends AbstractList<T> {
    @Override
    public T get(int index) {
      throw overflow();
    }

    @Override
    public int size() {
      return Bucket.CELLS;
    }
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
            "chain(CURRENT, 20) gives a bucket that has not eight cells",
            chain(right -> List.of(withoutLists()))),
        arguments(
            "chain(CURRENT, 20) gives a bucket that has not eight cells",
            chain(right -> List.of(new Bucket(0, 0, nulls(), cast(Collections.nCopies(8, 7)))))),
        arguments(
            "chain(CURRENT, 20) gives what throws java.lang.StackOverflowError: on purpose",
            chain(right -> List.of(new Bucket(0, 0, new Throwing<>(), nulls())))),
        arguments(
            "chain(CURRENT, 20) throws java.lang.StackOverflowError: on purpose",
            chain(
                right -> {
                  throw overflow();
                })));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void aStructureThatCannotBeReadIsADifferenceAndNoCrash(
      String text, UnaryOperator<StructureSubject> fault) throws IOException {
    assertThat(difference(replay("grow-string", Level.STRUCTURE, fault)).text())
        .startsWith("after: assign ")
        .contains(text);
  }

  /** As a port in Kotlin or Scala may. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> void throwUndeclared(Throwable thrown) throws T {
    throw (T) thrown;
  }

  static Stream<Exception> exceptions() {
    return Stream.of(new ArithmeticException("on purpose"), new IOException("not declared"));
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void anExceptionIsADifferenceAndNoCrash(Exception thrown) throws IOException {
    Outcome outcome =
        replay(
            "mixed-set",
            Level.ANSWERS,
            right ->
                new SubjectWrapper(right) {
                  @Override
                  public int len() {
                    UnreadableSubjectTest.<RuntimeException>throwUndeclared(thrown);
                    return 0;
                  }
                });

    assertThat(difference(outcome).text()).contains("after: len", "throws " + thrown);
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
}
