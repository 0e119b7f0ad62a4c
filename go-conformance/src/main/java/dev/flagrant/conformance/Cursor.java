package dev.flagrant.conformance;

import java.nio.charset.StandardCharsets;

/** Reads a part of the unpacked contents of a trace, and refuses to read past its end. */
final class Cursor {
  private final String path;
  private final byte[] bytes;
  private final int end;
  private int at;

  Cursor(String path, byte[] bytes, int start, int end) {
    this.path = path;
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  /** A cursor over the next so many bytes; this one goes on behind them. */
  Cursor part(int length) throws BadTraceException {
    require(length);
    at += length;
    return new Cursor(path, bytes, at - length, at);
  }

  /** A cursor over what this one has still to read. */
  Cursor rest() {
    return new Cursor(path, bytes, at, end);
  }

  boolean isAtEnd() {
    return at == end;
  }

  int readByte() throws BadTraceException {
    require(1);
    return bytes[at++] & 0xFF;
  }

  /** Little-endian. */
  long readWord(int length) throws BadTraceException {
    require(length);
    long word = 0;
    for (int i = 0; i < length; i++) {
      word |= (bytes[at + i] & 0xFFL) << (8 * i);
    }
    at += length;
    return word;
  }

  long readUnsigned() throws BadTraceException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = readByte();
      value |= (next & 0x7FL) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw bad("a number without an end");
  }

  /** A number that is a length or another small count. */
  int readCount(int limit) throws BadTraceException {
    long value = readUnsigned();
    if (value < 0 || value > limit) {
      throw bad(
          "the number " + Long.toUnsignedString(value) + ", and at most " + limit + " is possible");
    }
    return (int) value;
  }

  long readSigned() throws BadTraceException {
    long value = readUnsigned();
    return (value >>> 1) ^ -(value & 1);
  }

  String readText() throws BadTraceException {
    int length = readCount(100);
    require(length);
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }

  private void require(int length) throws BadTraceException {
    if (length > end - at) {
      throw bad("it ends here, and " + length + " more bytes are needed");
    }
  }

  BadTraceException bad(String reason) {
    return new BadTraceException(path, at, true, reason);
  }
}
