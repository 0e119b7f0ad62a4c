package dev.flagrant.testkit.judge;

import dev.flagrant.testkit.MapOperation;
import dev.flagrant.testkit.MapOperation.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What is known before a trial: the map at first and every program, as numbers. */
final class History {

  /** The keys. */
  final KeySpace keys;

  /** What the prepared map holds, by key. */
  final int[] initial;

  /** The operations' kinds, by actor and step. */
  final Kind[][] kinds;

  /** The index of the key an operation names, by actor and step; -1 if it names none. */
  final int[][] operands;

  /** The value an operation writes, by actor and step; ABSENT if it writes none. */
  final int[][] values;

  History(Map<Integer, Integer> start, List<List<MapOperation>> programs) {
    keys = new KeySpace(start, programs);
    initial = new int[keys.size()];
    Arrays.fill(initial, Cell.ABSENT);
    start.forEach((key, value) -> initial[keys.index(key)] = value);
    kinds = new Kind[programs.size()][];
    operands = new int[programs.size()][];
    values = new int[programs.size()][];
    for (int actor = 0; actor < programs.size(); actor++) {
      List<MapOperation> program = programs.get(actor);
      kinds[actor] = program.stream().map(MapOperation::kind).toArray(Kind[]::new);
      operands[actor] = program.stream().mapToInt(each -> keys.index(each.key())).toArray();
      values[actor] = program.stream().mapToInt(each -> Cell.of(each.value())).toArray();
    }
  }

  int actors() {
    return kinds.length;
  }

  int length(int actor) {
    return kinds[actor].length;
  }

  /** Whether the operation sets the cell of this key, whatever it held. */
  boolean sets(int actor, int step, int key) {
    return switch (kinds[actor][step]) {
      case PUT, REMOVE -> operands[actor][step] == key;
      case CLEAR -> true;
      case GET, ITERATE -> false;
    };
  }

  /** Whether the operation's answer is one cell, which an order determines. */
  boolean answersOneCell(int actor, int step) {
    return operands[actor][step] >= 0;
  }
}
