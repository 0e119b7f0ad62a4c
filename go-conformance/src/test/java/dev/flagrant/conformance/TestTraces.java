package dev.flagrant.conformance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Committed traces for tests of single things. */
final class TestTraces {
  private TestTraces() {}

  static CommittedTraces.Packed packed(String name) throws IOException {
    return CommittedTraces.all().stream()
        .filter(trace -> trace.name().equals(name + ".trace"))
        .findFirst()
        .orElseThrow(() -> new IOException("no trace " + name));
  }

  static Trace trace(String name) throws IOException {
    return packed(name).unpack();
  }

  static byte[] unpacked(String name) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(packed(name).contents())).readAllBytes();
  }

  static byte[] pack(byte[] contents) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(contents);
    }
    return packed.toByteArray();
  }

  static Trace read(byte[] packed) throws IOException {
    return Trace.read("some.trace", new ByteArrayInputStream(packed));
  }
}
