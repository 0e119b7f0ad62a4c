package dev.flagrant.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A damaged trace is refused with its path, the offset and the reason, and is never a difference.
 */
final class BadTraceTest {
  private static final String TRACE = "clear-int64";
  private static final int VERSION_AT = "flagrant trace\n".length();

  private static BadTraceException refused(byte[] packed) {
    BadTraceException[] thrown = new BadTraceException[1];
    assertThatExceptionOfType(BadTraceException.class)
        .isThrownBy(
            () -> new Replayer(new GoMapSubject(), Level.STRUCTURE).replay(TestTraces.read(packed)))
        .satisfies(e -> thrown[0] = e);
    return thrown[0];
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, 10, 11, 1000, -1, -8, -9})
  void aFileThatIsCutOffIsRefusedAtItsEnd(int length) throws IOException {
    byte[] whole = TestTraces.packed(TRACE).contents();
    byte[] cut = Arrays.copyOf(whole, length < 0 ? whole.length + length : length);

    assertThat(refused(cut))
        .hasMessageStartingWith("some.trace: at byte " + cut.length + ": it is truncated");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 500, 5000, -3, -7})
  void aByteThatWasChangedIsRefused(int at) throws IOException {
    byte[] damaged = TestTraces.packed(TRACE).contents().clone();
    damaged[at < 0 ? damaged.length + at : at] ^= 0x10;

    assertThat(refused(damaged)).hasMessageStartingWith("some.trace: at byte ");
  }

  @Test
  void anotherVersionIsRefused() throws IOException {
    byte[] contents = TestTraces.unpacked(TRACE);
    contents[VERSION_AT] = 2;

    assertThat(refused(TestTraces.pack(contents)))
        .hasMessage(
            "some.trace: at byte 15 of its unpacked contents:"
                + " it has version 2, and this reads version 1");
  }

  @Test
  void anotherFileIsRefused() throws IOException {
    assertThat(refused("key,elem\n".getBytes(StandardCharsets.UTF_8)).reason())
        .contains("never packed with gzip");
    assertThat(refused(TestTraces.pack("key,elem\n".getBytes(StandardCharsets.UTF_8))))
        .hasMessageContaining("it does not begin as a trace does");
  }

  @Test
  void unknownTypesAreRefused() throws IOException {
    byte[] contents = TestTraces.unpacked(TRACE);
    int at = new String(contents, StandardCharsets.ISO_8859_1).indexOf("int64/int64");
    contents[at] = 'I';

    assertThat(refused(TestTraces.pack(contents)))
        .hasMessageContaining("unknown key and elem types Int64/int64");
  }

  @Test
  void whatIsAfterTheEndIsRefused() throws IOException {
    byte[] contents = TestTraces.unpacked(TRACE);

    assertThat(refused(TestTraces.pack(Arrays.copyOf(contents, contents.length + 1))))
        .hasMessageContaining("there is more after the end");
  }

  @Test
  void aBlockThatEndsTooSoonIsRefused() throws IOException {
    byte[] contents = TestTraces.unpacked(TRACE);

    assertThat(refused(TestTraces.pack(Arrays.copyOf(contents, contents.length / 2))))
        .hasMessageContaining("it ends here, and ");
  }

  @Test
  void anOperationThereIsNoneOfIsRefused() throws IOException {
    byte[] contents = TestTraces.unpacked(TRACE);
    int firstOperation = firstOperation(contents);
    contents[firstOperation] = 0x3F;

    assertThat(refused(TestTraces.pack(contents)))
        .hasMessageContaining("the operation 63, which there is none of");
  }

  @Test
  void anOperationBeforeThereIsAMapIsRefused() throws IOException {
    byte[] contents = TestTraces.unpacked(TRACE);
    contents[firstOperation(contents)] = 5;

    assertThat(refused(TestTraces.pack(contents))).hasMessageContaining("before the first make");
  }

  /** Where the columns of the first block begin, one after the other. */
  private static int[] columns(byte[] contents) throws IOException {
    Cursor cursor = new Cursor("", contents, VERSION_AT, contents.length);
    long version = cursor.readUnsigned();
    assertThat(version).isEqualTo(1);
    for (int text = 0; text < 3; text++) {
      assertThat(cursor.readText()).isNotEmpty();
    }
    Cursor seed = cursor.part(Long.BYTES);
    assertThat(seed.isAtEnd()).isFalse();
    for (int count = 0; count < 4; count++) {
      assertThat(cursor.readUnsigned()).isNotNegative();
    }
    int[] lengths = new int[14];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = cursor.readCount(contents.length);
    }
    int[] starts = new int[lengths.length];
    starts[0] = (int) cursor.bad("").offset();
    for (int i = 1; i < starts.length; i++) {
      starts[i] = starts[i - 1] + lengths[i - 1];
    }
    return starts;
  }

  private static int firstOperation(byte[] contents) throws IOException {
    return columns(contents)[0];
  }

  @Test
  void whatWasChangedSoThatTheTraceStaysWholeShowsAsADifferenceFromGoMap() throws IOException {
    byte[] contents = TestTraces.unpacked("churn-int64");
    int lastTophashOfTheBlock = columns(contents)[7] - 1;
    contents[lastTophashOfTheBlock] ^= 0x40;
    Trace tampered = TestTraces.read(TestTraces.pack(contents));

    Outcome outcome = new Replayer(new GoMapSubject(), Level.STRUCTURE).replay(tampered);

    // GoMap itself seems to be wrong here, so Go's next state in full has to show where.
    assertThat(outcome.report())
        .contains("the digests differ; at operation ", "where Go's state is written:", "got");
  }
}
