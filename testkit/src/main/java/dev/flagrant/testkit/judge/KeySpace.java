package dev.flagrant.testkit.judge;

import dev.flagrant.testkit.MapOperation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every key a trial knows, numbered: first those its programs name, then the other prepared ones.
 */
final class KeySpace {

  private final List<Integer> keys;
  private final Map<Integer, Integer> indices = new HashMap<>();
  private final int named;

  KeySpace(Map<Integer, Integer> initial, List<List<MapOperation>> programs) {
    Set<Integer> all = new LinkedHashSet<>();
    for (List<MapOperation> program : programs) {
      for (MapOperation operation : program) {
        Integer key = operation.key();
        if (key != null) {
          all.add(key);
        }
      }
    }
    named = all.size();
    all.addAll(initial.keySet());
    keys = new ArrayList<>(all);
    for (int index = 0; index < keys.size(); index++) {
      indices.put(keys.get(index), index);
    }
  }

  /** How many keys there are. */
  int size() {
    return keys.size();
  }

  /** How many keys the programs name; their indices are below this. */
  int named() {
    return named;
  }

  /** The key with this index. */
  Integer key(int index) {
    return keys.get(index);
  }

  /** The index of a key, or -1 if no program names it and none was prepared. */
  int index(@Nullable Object key) {
    Integer index = key instanceof Integer ? indices.get(key) : null;
    return index == null ? -1 : index;
  }
}
