package dev.flagrant.conformance;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What real Go did to one map after another, as the recorder wrote it. It is held in memory. */
public final class Trace {
  private static final byte[] MAGIC = "flagrant trace\n".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int LARGEST = 1 << 30;
  private static final int MOST_HASH_BITS = 56;

  private final String path;
  private final byte[] contents;
  private final Cursor blocks;
  private final String goVersion;
  private final MapKind kind;
  private final String shape;
  private final long seed;
  private final long size;
  private final int hashBits;
  private final long blockSize;

  private Trace(String path, byte[] contents) throws BadTraceException {
    this.path = path;
    this.contents = contents;
    Cursor cursor = new Cursor(path, contents, 0, contents.length);
    for (byte expected : MAGIC) {
      if (cursor.isAtEnd() || cursor.readByte() != expected) {
        throw new BadTraceException(path, 0, true, "it does not begin as a trace does");
      }
    }
    long version = cursor.readUnsigned();
    if (version != VERSION) {
      throw new BadTraceException(
          path,
          MAGIC.length,
          true,
          "it has version "
              + Long.toUnsignedString(version)
              + ", and this reads version "
              + VERSION);
    }
    goVersion = cursor.readText();
    String types = cursor.readText();
    try {
      kind = MapKind.named(types);
    } catch (IllegalArgumentException e) {
      throw cursor.bad(String.valueOf(e.getMessage()));
    }
    shape = cursor.readText();
    seed = cursor.readWord(Long.BYTES);
    size = cursor.readUnsigned();
    hashBits = cursor.readCount(MOST_HASH_BITS);
    blockSize = cursor.readUnsigned();
    if (blockSize <= 0) {
      throw cursor.bad("blocks of " + blockSize + " operations");
    }
    if (cursor.rest().readUnsigned() == 0) {
      throw cursor.bad("there is no operation in it");
    }
    blocks = cursor;
  }

  /**
   * Reads a file.
   *
   * @throws BadTraceException if it is damaged, no trace, or one of no operations, which would
   *     agree with any map
   * @throws IOException if it cannot be read
   */
  public static Trace read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    }
  }

  /**
   * Reads a trace.
   *
   * @param path where it comes from, for reports
   * @throws BadTraceException if it is damaged, no trace, or one of no operations
   * @throws IOException if it cannot be read
   */
  public static Trace read(String path, InputStream in) throws IOException {
    Counting counting = new Counting(in);
    byte[] contents;
    // The check sum at the end of the file is verified before anything is replayed: damage must
    // never look like a difference between two maps.
    try (GZIPInputStream unpacking = new GZIPInputStream(counting)) {
      contents = unpacking.readNBytes(LARGEST);
    } catch (EOFException e) {
      throw new BadTraceException(
          path, counting.count, false, "it is truncated: the file ends here");
    } catch (ZipException e) {
      String reason = "it is damaged, or was never packed with gzip (" + e.getMessage() + ")";
      throw new BadTraceException(path, counting.count, false, reason);
    }
    if (contents.length == LARGEST) {
      throw new BadTraceException(path, LARGEST, true, "it is too large to be a trace");
    }
    return new Trace(path, contents);
  }

  /** Counts what has been read. The packed data are read ahead, by at most a buffer. */
  private static final class Counting extends FilterInputStream {
    private long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int n = in.read(into, offset, length);
      count += Math.max(0, n);
      return n;
    }

    /** A pipe that is opened as a file refuses to say. */
    @Override
    public int available() {
      try {
        return in.available();
      } catch (IOException e) {
        return 0;
      }
    }
  }

  /** Where it comes from. */
  public String path() {
    return path;
  }

  /** The version of Go that did what it says. */
  public String goVersion() {
    return goVersion;
  }

  /** The key and elem type. */
  public MapKind kind() {
    return kind;
  }

  /** The kind of operation sequence. */
  public String shape() {
    return shape;
  }

  /** What chose the operations, and the random numbers of the Go runtime. */
  public long seed() {
    return seed;
  }

  /** The unpacked contents. */
  byte[] contents() {
    return contents;
  }

  /** How many low bits of each hash are there. */
  int hashBits() {
    return hashBits;
  }

  /** A size in a sense of the shape's own, or 0 for its default. */
  long size() {
    return size;
  }

  /** Operations from one full state to the next. */
  long blockSize() {
    return blockSize;
  }

  /** The options that record it again up to an operation, with every state in full. */
  String recordAgain(long operations) {
    return String.format(
        "--live --types '%s' --shape %s --seed %d --size %d --ops %d --block 1",
        kind.typeNames(), shape, seed, size, operations);
  }

  /** A cursor at the first block. */
  Cursor blocks() {
    return blocks.rest();
  }
}
