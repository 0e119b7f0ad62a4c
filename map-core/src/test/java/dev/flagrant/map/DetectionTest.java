package dev.flagrant.map;

import static dev.flagrant.map.Differential.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.flagrant.map.ConcurrentModificationError.Kind;
import dev.flagrant.map.ConcurrentModificationError.OtherThread;
import dev.flagrant.map.ConcurrentModificationError.Site;
import dev.flagrant.map.Held.Where;
import dev.flagrant.map.runtime.Invariants;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is reported when two threads use one map, laid out step by step with real threads. */
class DetectionTest {
  private final Held.Keys keys = new Held.Keys();
  private GoMap<String, Integer> map = GoMap.make(keys);

  DetectionTest() {
    fill();
  }

  private void fill() {
    map.put("aa", 1);
    map.put("bb", 2);
  }

  /** An equal string that is not the same object: a map must ask whether they are equal. */
  static String copy(String key) {
    return String.valueOf(key.toCharArray());
  }

  /** A thread that has set its mark and is about to write the elem of "aa". */
  private Held writing() {
    return keys.hold(Where.EQUAL, "aa", "the writer", () -> map.put(copy("aa"), 3));
  }

  /** What the operations of a map are to notice when another thread is writing. */
  enum Meeting {
    GET(Site.READ, map -> map.get("aa")),
    GET_OF_A_MISSING_KEY(Site.READ, map -> map.get("cc")),
    GET_OR_DEFAULT(Site.READ, map -> map.getOrDefault("aa", 0)),
    CONTAINS_KEY(Site.READ, map -> map.containsKey("aa")),
    LOOKUP(Site.READ, map -> map.lookup("aa")),
    GET_OR_ZERO(Site.READ, map -> map.getOrZero("aa", 0)),
    COMPUTE(Site.READ, map -> map.compute("aa", (k, v) -> v)),
    COMPUTE_IF_ABSENT(Site.READ, map -> map.computeIfAbsent("cc", k -> 1)),
    COMPUTE_IF_PRESENT(Site.READ, map -> map.computeIfPresent("aa", (k, v) -> v)),
    MERGE(Site.READ, map -> map.merge("aa", 1, Integer::sum)),
    REPLACE(Site.READ, map -> map.replace("aa", 1)),
    REPLACE_THAT(Site.READ, map -> map.replace("aa", 1, 2)),
    REMOVE_THAT(Site.READ, map -> map.remove("aa", 1)),
    KEYS_CONTAIN(Site.READ, map -> map.keySet().contains("aa")),
    ENTRIES_CONTAIN(Site.READ, map -> map.entrySet().contains(Map.entry("aa", 1))),
    PUT(Site.START, map -> map.put("bb", 1)),
    PUT_IF_ABSENT(Site.START, map -> map.putIfAbsent("bb", 1)),
    PUT_ALL(Site.START, map -> done(() -> map.putAll(Map.of("bb", 1)))),
    REMOVE(Site.START, map -> map.remove("bb")),
    DELETE(Site.START, map -> done(() -> map.delete("bb"))),
    CLEAR(Site.START, map -> done(map::clear)),
    KEYS_REMOVE(Site.START, map -> map.keySet().remove("bb")),
    VALUES_CLEAR(Site.START, map -> done(() -> map.values().clear())),
    RANGE(Site.ITERATE, map -> map.range().next()),
    FOR_EACH(Site.ITERATE, map -> done(() -> map.forEach((k, v) -> {}))),
    REPLACE_ALL(Site.ITERATE, map -> done(() -> map.replaceAll((k, v) -> v))),
    CONTAINS_VALUE(Site.ITERATE, map -> map.containsValue(1)),
    HASH_CODE(Site.ITERATE, Map::hashCode),
    EQUALS(Site.ITERATE, map -> map.equals(Map.of("aa", 1, "bb", 2))),
    TO_STRING(Site.ITERATE, Map::toString),
    KEY_ITERATOR(Site.ITERATE, map -> map.keySet().iterator().hasNext()),
    ENTRY_STREAM(Site.ITERATE, map -> map.entrySet().stream().count()),
    VALUES_TO_ARRAY(Site.ITERATE, map -> map.values().toArray()),
    REMOVE_IF(Site.ITERATE, map -> map.keySet().removeIf(k -> true)),
    COPY(Site.ITERATE, map -> new GoMap<>(map));

    final Site site;
    final Function<GoMap<String, Integer>, @Nullable Object> operation;

    Meeting(Site site, Function<GoMap<String, Integer>, @Nullable Object> operation) {
      this.site = site;
      this.operation = operation;
    }

    void on(GoMap<String, Integer> map) {
      var unused = operation.apply(map);
    }

    Kind kind() {
      return switch (site) {
        case READ -> Kind.READ_AND_WRITE;
        case ITERATE -> Kind.ITERATION_AND_WRITE;
        default -> Kind.WRITES;
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyOperationThatMeetsAWriteReportsIt(Meeting meeting) {
    Held writer = writing();

    ConcurrentModificationError error = detected(() -> meeting.on(map));

    assertThat(error.site()).isEqualTo(meeting.site);
    assertThat(error.kind()).isEqualTo(meeting.kind());
    assertThat(error.otherThread()).isEmpty();
    assertThat(error.getCause()).isNull();
    assertThat(writer.release()).isNull();
    Invariants.check(map);
  }

  @ParameterizedTest
  @EnumSource
  void everyOperationOnADeadMapThrowsAgainWithTheFirstErrorAsItsCause(Meeting meeting) {
    Held writer = writing();
    ConcurrentModificationError first = detected(() -> map.put("bb", 1));
    writer.release();

    ConcurrentModificationError again = detected(() -> meeting.on(map));

    assertThat(again.getCause()).isSameAs(first);
    assertThat(again.kind()).isEqualTo(Kind.WRITES);
    assertThat(again.site()).isEqualTo(Site.START);
    assertThat(again.otherThread()).isEmpty();
    assertThat(detected(map::len).getCause()).isSameAs(first);
  }

  @Test
  void aWriteThatMeetsNobodyReportsNothing() {
    Held writer = writing();
    assertThat(writer.release()).isNull();
    for (Meeting meeting : Meeting.values()) {
      map.clear();
      fill();
      meeting.on(map);
      Invariants.check(map);
    }
  }

  @Test
  void theSizeIsReadWithoutALookAtTheFlagsAsInGo() {
    Held writer = writing();
    assertThat(map.len()).isEqualTo(2);
    assertThat(map.size()).isEqualTo(2);
    assertThat(map.isEmpty()).isFalse();
    writer.release();
    Invariants.check(map);
  }

  @Test
  void aRaceOnAnEmptyMapGoesUnseenByLookupsAsInGo() {
    map.clear();
    Held writer = keys.hold(Where.HASH, "aa", "the writer", () -> map.put("aa", 1));
    assertThat(map.get("aa")).isNull();
    assertThat(map.remove("aa")).isNull();
    assertThat(writer.release()).isNull();
    Invariants.check(map);
  }

  @Test
  void theMessagesAreGos() {
    assertThat(Arrays.stream(Kind.values()).map(Kind::message))
        .containsExactly(
            "concurrent map writes",
            "concurrent map read and map write",
            "concurrent map iteration and map write",
            "bad map state");
    for (Kind kind : Kind.values()) {
      assertThat(new ConcurrentModificationError(kind, Site.READ, null))
          .isInstanceOf(Error.class)
          .hasMessage(kind.message())
          .hasNoCause();
    }
  }

  @Test
  void removalAndIteratorRemovalAreWritesToo() {
    Iterator<String> it = map.keySet().iterator();
    it.next();
    Held remover = keys.hold(Where.EQUAL, "aa", "remover", () -> map.remove(copy("aa")));
    assertThat(detected(it::remove).site()).isEqualTo(Site.START);
    assertThat(remover.release()).isNull();
    Invariants.check(map);
  }

  @Test
  void theRestOfAnIterationMeetsAWrite() {
    GoMapIterator<String, Integer> it = map.range();
    assertThat(it.next()).isTrue();
    Held writer = writing();
    assertThat(detected(it::next).kind()).isEqualTo(Kind.ITERATION_AND_WRITE);
    writer.release();
    assertThat(detected(it::next).getCause()).isInstanceOf(ConcurrentModificationError.class);
  }

  @Test
  void twoWritersThatUndoEachOthersMarkBothNoticeAtTheirEnd() {
    map = GoMap.<String>builder(keys).namesOtherThread(true).build();
    fill();
    Held late = keys.hold(Where.HASH, "bb", "late", () -> map.put("bb", 5));
    Held early = keys.hold(Where.EQUAL, "aa", "early", () -> map.put(copy("aa"), 6));

    ConcurrentModificationError first = error(late.release());
    ConcurrentModificationError second = error(early.release());

    for (ConcurrentModificationError error : new ConcurrentModificationError[] {first, second}) {
      assertThat(error.kind()).isEqualTo(Kind.WRITES);
      assertThat(error.site()).isEqualTo(Site.END);
    }
    assertThat(first.otherThread().map(OtherThread::threadName)).hasValue("early");
    assertThat(second.otherThread().map(OtherThread::threadName)).hasValue("late");
    assertThat(detected(map::len).getCause()).isSameAs(first);
  }

  @Test
  void anEvacuationThatMeetsAnotherOfTheSameBucketReportsABadMapState() {
    map.clear();
    // Keys of one length share a chain: three letters fill one bucket and a part of a second.
    for (int i = 0; i < 10; i++) {
      map.put("k0" + i, i);
    }
    for (int i = 0; i < 8; i++) {
      map.put("four" + i, i);
      map.put("fourth" + i, i);
    }
    assertThat(map.range().next()).isTrue(); // so that old buckets are kept as they are
    map.put("grow", 0);
    Held late = keys.hold(Where.HASH, "new", "late", () -> map.put("new", 1));
    Held early = keys.hold(Where.HASH, "k00", "early", () -> map.put("own", 2));

    assertThat(error(late.release()).site()).isEqualTo(Site.END);
    ConcurrentModificationError error = error(early.release());

    assertThat(error.kind()).isEqualTo(Kind.BAD_MAP_STATE);
    assertThat(error.site()).isEqualTo(Site.GROW);
    assertThat(error).hasMessage("bad map state");
  }

  @Test
  void theOtherThreadIsNamedWithItsStackWhenAskedFor() {
    map = GoMap.<String>builder(keys).namesOtherThread(true).build();
    fill();
    Held writer = writing();

    ConcurrentModificationError error = detected(() -> map.get("aa"));

    OtherThread other = error.otherThread().orElseThrow();
    assertThat(other.threadName()).isEqualTo("the writer");
    assertThat(other.threadId()).isEqualTo(writer.thread().getId());
    assertThat(other).hasMessageStartingWith("the other thread: \"the writer\" #");
    assertThat(error.getCause()).isSameAs(other);
    assertThat(Arrays.stream(other.getStackTrace()).map(DetectionTest::method))
        .containsSubsequence("Held$Keys.equal", "GoMap.put");
    assertThat(Arrays.stream(error.getStackTrace()).map(DetectionTest::method))
        .contains("GoMap.get")
        .doesNotContain("GoMap.put");
    assertThat(writer.release()).isNull();
    assertThat(detected(() -> map.get("aa")).getCause()).isSameAs(error);
  }

  @Test
  void theDetectingThreadIsNotTheOtherOneThoughItWroteLast() {
    map = GoMap.<String>builder(keys).namesOtherThread(true).build();
    fill(); // by this thread
    Held writer = writing();
    ConcurrentModificationError error = detected(() -> map.put("bb", 1));
    assertThat(error.otherThread().map(OtherThread::threadName)).hasValue("the writer");
    writer.release();
  }

  @Test
  void aThreadThatHasEndedIsNamedWithoutAStack() throws InterruptedException {
    Thread ended = new Thread(() -> {}, "ended");
    ended.start();
    ended.join();
    OtherThread other = new OtherThread(ended);
    assertThat(other.threadName()).isEqualTo("ended");
    assertThat(other.getStackTrace()).isEmpty();
    assertThat(other).hasMessageContaining("[TERMINATED]");
  }

  private static String method(StackTraceElement frame) {
    String name = frame.getClassName();
    return name.substring(name.lastIndexOf('.') + 1) + '.' + frame.getMethodName();
  }

  /** What an operation must report. */
  static ConcurrentModificationError detected(Runnable operation) {
    return error(catchThrowable(operation::run));
  }

  private static ConcurrentModificationError error(@Nullable Throwable thrown) {
    assertThat(thrown).isInstanceOf(ConcurrentModificationError.class);
    ConcurrentModificationError error =
        (ConcurrentModificationError) Objects.requireNonNull(thrown);
    assertThat(error).hasMessage(error.kind().message());
    return error;
  }
}
