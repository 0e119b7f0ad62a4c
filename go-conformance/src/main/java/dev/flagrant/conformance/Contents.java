package dev.flagrant.conformance;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is in a map by Go's language specification, and what an iteration over it may show. */
final class Contents {
  private final MapKind kind;
  private final Map<Key, Entry> entries = new HashMap<>();

  Contents(MapKind kind) {
    this.kind = kind;
  }

  /** One stay of a key in the map: a key that is removed and put in again has another entry. */
  private static final class Entry {
    private Key key;
    private long elem;
    private boolean removed;

    Entry(Key key, long elem) {
      this.key = key;
      this.elem = elem;
    }
  }

  void assign(Key key, long elem) {
    Entry present = entries.get(key);
    if (present == null) {
      entries.put(key, new Entry(key, elem));
      return;
    }
    present.elem = elem;
    if (kind.needsKeyUpdate()) {
      present.key = key;
    }
  }

  void delete(Key key) {
    Entry removed = entries.remove(key);
    if (removed != null) {
      removed.removed = true;
    }
  }

  void clear() {
    for (Entry entry : entries.values()) {
      entry.removed = true;
    }
    entries.clear();
  }

  /** Whether a key with this number and elem is there. Of a NaN that is taken for granted. */
  boolean has(long number, long elem) {
    if (kind.isNaN(number)) {
      return true;
    }
    Entry present = entries.get(new Key(kind, number, () -> 0));
    return present != null && present.key.number() == number && present.elem == elem;
  }

  /** What Go showed, in words. */
  String text(Operation op) {
    return op.shown ? kind.text(op.shownKey) + " -> " + op.shownElem : "its end";
  }

  /** The rules for an iteration that begins now. */
  Rules rules() {
    return new Rules();
  }

  /**
   * The rules of iteration: each entry at most once, a removed one never, and one that was there
   * all the time exactly once.
   */
  final class Rules {
    private final Set<Entry> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Entry[] present = entries.values().toArray(new Entry[0]);

    /** Takes note of an entry that was shown, and says which rule that breaks, or null. */
    @Nullable String show(Key key, Long elem) {
      Entry entry = entries.get(key);
      if (entry == null) {
        return "shows " + key + ", which is not in the map";
      }
      if (entry.key.number() != key.number() || entry.elem != elem) {
        return String.format(
            "shows %s -> %s, and the map has %s -> %s", key, elem, entry.key, entry.elem);
      }
      return shown.add(entry) ? null : "shows " + key + " twice";
    }

    /** Says which rule the end of the iteration breaks, or null. */
    @Nullable String end() {
      for (Entry entry : present) {
        if (!entry.removed && !shown.contains(entry)) {
          return "ends without " + entry.key + ", which was in the map all the time";
        }
      }
      return null;
    }
  }
}
