package dev.flagrant.conformance;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The structure of a subject. What a wrong subject throws when it is looked at, or gives that no
 * map can have, is told of it, and does not end the comparison.
 */
final class CheckedStructure implements Structure {
  private final Structure subject;
  private final int hashBits;

  /**
   * Nothing looked at yet.
   *
   * @param hashBits more than the B of any map of the trace
   */
  CheckedStructure(Structure subject, int hashBits) {
    this.subject = subject;
    this.hashBits = hashBits;
  }

  /** The structure cannot be looked at; the message says why. */
  static final class UnreadableException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
      super(message);
    }
  }

  @Override
  public Header header() {
    Header header;
    try {
      header = subject.header();
    } catch (Throwable thrown) { // whatever a wrong subject throws
      throw new UnreadableException("the subject's header() throws " + thrown);
    }
    if (header == null) {
      throw new UnreadableException("the subject's header() returns null");
    }
    boolean halved = header.growing() && !header.sameSizeGrow();
    if (header.b() < (halved ? 1 : 0) || header.b() >= hashBits || header.nevacuate() < 0) {
      throw new UnreadableException("the subject's header is that of no map here: " + header);
    }
    return header;
  }

  @Override
  public List<Bucket> chain(Generation generation, int bucket) {
    List<Bucket> chain;
    try {
      chain = subject.chain(generation, bucket);
    } catch (Throwable thrown) { // whatever a wrong subject throws
      throw unreadable(generation, bucket, "throws " + thrown);
    }
    if (chain == null || chain.isEmpty()) {
      throw unreadable(generation, bucket, "gives no bucket");
    }
    boolean readable = true;
    try {
      for (Bucket each : chain) {
        readable &=
            each != null && areCells(each.keys(), Key.class) && areCells(each.elems(), Long.class);
      }
    } catch (Throwable thrown) { // whatever the lists of a wrong subject throw
      throw unreadable(generation, bucket, "gives what throws " + thrown);
    }
    if (!readable) {
      throw unreadable(generation, bucket, "gives a bucket that has not eight cells of its types");
    }
    return chain;
  }

  /** What a list holds is not sure by its type: a subject may have cast it. */
  private static boolean areCells(@Nullable List<?> cells, Class<?> type) {
    if (cells == null || cells.size() != Bucket.CELLS) {
      return false;
    }
    for (Object cell : cells) {
      if (cell != null && !type.isInstance(cell)) {
        return false;
      }
    }
    return true;
  }

  private static UnreadableException unreadable(Generation generation, int bucket, String why) {
    return new UnreadableException(
        String.format("the subject's chain(%s, %d) %s", generation, bucket, why));
  }
}
