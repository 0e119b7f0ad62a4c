package dev.flagrant.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The recorded traces that come with this package. */
public final class CommittedTraces {
  private CommittedTraces() {}

  /** A trace that has not been unpacked yet. */
  public static final class Packed {
    private final String name;
    private final byte[] bytes;

    private Packed(String name, byte[] bytes) {
      this.name = name;
      this.bytes = bytes;
    }

    /** The name of its file. */
    public String name() {
      return name;
    }

    /** The bytes of its file. */
    byte[] contents() {
      return bytes;
    }

    /**
     * Unpacks it.
     *
     * @throws IOException if it is damaged
     */
    public Trace unpack() throws IOException {
      return Trace.read(name, new ByteArrayInputStream(bytes));
    }
  }

  /** All of them, in the order of their names. */
  public static List<Packed> all() throws IOException {
    List<Packed> all = new ArrayList<>();
    Resources.of("traces").forEach((name, contents) -> all.add(new Packed(name, contents)));
    return all;
  }
}
