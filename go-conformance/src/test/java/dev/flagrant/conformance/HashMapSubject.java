package dev.flagrant.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Go's answers and Go's rules of iteration, the simple way: on top of a HashMap. It pretends that
 * all entries are in one bucket, so that its structure can be compared and be found wrong.
 */
final class HashMapSubject implements StructureSubject {
  /** A stay of a key in the map. */
  private static final class Cell {
    private Key key;
    private Long elem;

    Cell(Key key, Long elem) {
      this.key = key;
      this.elem = elem;
    }
  }

  private final MapKind kind;
  private final Map<Key, Cell> cells = new HashMap<>();

  private HashMapSubject(MapKind kind) {
    this.kind = kind;
  }

  static SubjectFactory factory() {
    return (MapKind kind, long hint, LongSupplier random) -> new HashMapSubject(kind);
  }

  private static void requireHashable(Key key) {
    if (key.isUnhashable()) {
      throw new IllegalArgumentException("unhashable key");
    }
  }

  @Override
  public void assign(Key key, Long elem) {
    requireHashable(key);
    Cell present = cells.get(key);
    if (present == null) {
      cells.put(key, new Cell(key, elem));
      return;
    }
    present.elem = elem;
    if (kind.needsKeyUpdate()) {
      present.key = key;
    }
  }

  @Override
  public void delete(Key key) {
    requireHashable(key);
    cells.remove(key);
  }

  @Override
  public Long getOrZero(Key key, Long zero) {
    Long found = lookup(key);
    return found == null ? zero : found;
  }

  @Override
  public @Nullable Long lookup(Key key) {
    requireHashable(key);
    Cell cell = cells.get(key);
    return cell == null ? null : cell.elem;
  }

  @Override
  public int len() {
    return cells.size();
  }

  @Override
  public void clear() {
    cells.clear();
  }

  /** Shows the entries there were at its beginning, if they still are there. */
  @Override
  public Iteration range() {
    Set<Cell> there = new LinkedHashSet<>(cells.values());
    Iterator<Cell> rest = there.iterator();
    return new Iteration() {
      private @Nullable Cell at;

      @Override
      public boolean next() {
        while (rest.hasNext()) {
          Cell cell = rest.next();
          if (cells.get(cell.key) == cell) {
            at = cell;
            return true;
          }
        }
        return false;
      }

      @Override
      public Key key() {
        return at().key;
      }

      @Override
      public Long elem() {
        return at().elem;
      }

      private Cell at() {
        if (at == null) {
          throw new IllegalStateException("no entry at hand");
        }
        return at;
      }
    };
  }

  @Override
  public Header header() {
    return new Header(cells.size(), 0, 0, 0, 0, 0, true, false);
  }

  @Override
  public List<Bucket> chain(Generation generation, int bucket) {
    List<Bucket> chain = new ArrayList<>();
    List<Cell> all = new ArrayList<>(cells.values());
    for (int from = 0; from == 0 || from < all.size(); from += Bucket.CELLS) {
      List<@Nullable Key> keys = new ArrayList<>(Collections.nCopies(Bucket.CELLS, null));
      List<@Nullable Long> elems = new ArrayList<>(Collections.nCopies(Bucket.CELLS, null));
      long tophash = 0;
      for (int cell = 0; cell < Bucket.CELLS && from + cell < all.size(); cell++) {
        keys.set(cell, all.get(from + cell).key);
        elems.set(cell, all.get(from + cell).elem);
        tophash |= 0xFFL << (8 * cell);
      }
      chain.add(new Bucket(0, tophash, keys, elems));
    }
    return chain;
  }
}
