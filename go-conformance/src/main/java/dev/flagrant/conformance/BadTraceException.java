package dev.flagrant.conformance;

import java.io.IOException;

/** A file that is no trace, or one that is damaged. The message is a whole sentence for people. */
public final class BadTraceException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final long offset;

  /**
   * Refuses a file.
   *
   * @param path the file
   * @param offset where the reason lies, in bytes
   * @param unpacked whether the offset is one of the unpacked contents and not of the file itself
   * @param reason what is wrong
   */
  public BadTraceException(String path, long offset, boolean unpacked, String reason) {
    super(
        path + ": at byte " + offset + (unpacked ? " of its unpacked contents: " : ": ") + reason);
    this.offset = offset;
    this.reason = reason;
  }

  /** Where the reason lies, in bytes. */
  public long offset() {
    return offset;
  }

  /** What is wrong. */
  public String reason() {
    return reason;
  }
}
