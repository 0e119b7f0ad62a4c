package dev.flagrant.conformance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state as it was in Go.
 *
 * @param current the chains of the current buckets; null if they were not written
 * @param old the chains of the old buckets; likewise
 */
record GoState(
    Header header, @Nullable List<List<Bucket>> current, @Nullable List<List<Bucket>> old)
    implements Structure {
  boolean isFull() {
    return current != null && old != null;
  }

  @Override
  public List<Bucket> chain(Generation generation, int bucket) {
    List<List<Bucket>> chains = generation == Generation.CURRENT ? current : old;
    if (chains == null) {
      throw new IllegalStateException("the chains of this state were not written");
    }
    return chains.get(bucket);
  }

  /** Reads the state of a block from its column. */
  static GoState read(Cursor column, MapKind kind) throws BadTraceException {
    int parts = column.readCount(7);
    int count = column.readCount(Integer.MAX_VALUE);
    int flags = column.readCount(0xFF);
    int b = column.readCount(30);
    int noverflow = column.readCount(0xFFFF);
    int hash0 = (int) column.readUnsigned();
    int nevacuate = column.readCount(Integer.MAX_VALUE);
    Header header =
        new Header(
            count, flags, b, noverflow, hash0, nevacuate, (parts & 1) != 0, (parts & 2) != 0);
    if ((parts & 4) == 0) {
      return new GoState(header, null, null);
    }
    Chains chains = new Chains(column, kind);
    List<List<Bucket>> current = chains.read(header.size(Generation.CURRENT));
    List<List<Bucket>> old = chains.read(header.size(Generation.OLD));
    if (!column.isAtEnd()) {
      throw column.bad("more than the state of the block needs");
    }
    return new GoState(header, current, old);
  }

  /** Reads chains, in which every key and elem is written as its distance from the one before. */
  private static final class Chains {
    private final Cursor column;
    private final MapKind kind;
    private long key;
    private long elem;

    Chains(Cursor column, MapKind kind) {
      this.column = column;
      this.kind = kind;
    }

    List<List<Bucket>> read(int size) throws BadTraceException {
      List<List<Bucket>> chains = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        int length = column.readCount(1 << 20);
        List<Bucket> chain = new ArrayList<>();
        for (int j = 0; j < length; j++) {
          chain.add(readBucket());
        }
        chains.add(chain);
      }
      return chains;
    }

    private Bucket readBucket() throws BadTraceException {
      int origin = column.readCount(Integer.MAX_VALUE);
      List<@Nullable Key> keys = new ArrayList<>();
      List<@Nullable Long> elems = new ArrayList<>();
      Bucket bucket = new Bucket(origin, column.readWord(Long.BYTES), keys, elems);
      for (int cell = 0; cell < Bucket.CELLS; cell++) {
        if (bucket.isLive(cell)) {
          key += column.readSigned();
          elem += column.readSigned();
          keys.add(new Key(kind, key, () -> 0));
          elems.add(elem);
        } else {
          keys.add(null);
          elems.add(null);
        }
      }
      return bucket;
    }
  }
}
