package dev.flagrant.testkit.judge;

import dev.flagrant.testkit.Traversal;
import java.util.Arrays;
import java.util.Map;

/**
 * What a map is found to hold after a trial: by iteration, by {@code get} of every known key and by
 * {@code size}, which must agree.
 */
final class EndState {

  private final KeySpace keys;

  /** What the iteration found, by key. */
  final int[] cells;

  private String disagreement = "";
  private boolean endless;

  private EndState(KeySpace keys) {
    this.keys = keys;
    cells = new int[keys.size()];
    Arrays.fill(cells, Cell.ABSENT);
  }

  /** Reads a map no thread uses any more; lets pass what the map throws. */
  static EndState read(Map<Integer, Integer> map, KeySpace keys) {
    EndState state = new EndState(keys);
    Traversal traversal = Traversal.of(map);
    if (traversal.endless()) {
      state.endless = true;
      return state;
    }
    state.list(traversal);
    state.compareLookups(map);
    state.compareSize(map.size(), traversal.size());
    return state;
  }

  private void list(Traversal traversal) {
    boolean[] listed = new boolean[keys.size()];
    for (int i = 0; i < traversal.size(); i++) {
      int key = keys.index(traversal.key(i));
      if (key < 0) {
        disagree("an iteration lists the key " + traversal.key(i) + ", which nobody put");
      } else if (listed[key]) {
        disagree("an iteration lists the key " + keys.key(key) + " twice");
      } else {
        listed[key] = true;
        cells[key] = Cell.of(traversal.value(i));
        if (cells[key] < 0) {
          disagree("the key " + keys.key(key) + " holds " + traversal.value(i));
        }
      }
    }
  }

  private void compareLookups(Map<?, ?> map) {
    for (int key = 0; key < cells.length; key++) {
      int found = Cell.of(map.get(keys.key(key)));
      if (found != cells[key]) {
        disagree(
            "get(%d) finds %s, an iteration %s"
                .formatted(keys.key(key), Cell.text(found), Cell.text(cells[key])));
      }
    }
  }

  private void compareSize(int size, int entries) {
    if (size != entries) {
      disagree("size() is %d, but %d entries are there".formatted(size, entries));
    }
  }

  private void disagree(String sentence) {
    if (disagreement.isEmpty()) {
      disagreement = sentence;
    }
  }

  /** How the map contradicts itself; empty if it does not. */
  String disagreement() {
    return disagreement;
  }

  /** Whether iterating over the map does not end. */
  boolean endless() {
    return endless;
  }
}
