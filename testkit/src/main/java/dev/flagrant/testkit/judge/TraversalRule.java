package dev.flagrant.testkit.judge;

import dev.flagrant.testkit.MapOperation.Kind;
import dev.flagrant.testkit.Traversal;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What one iteration of one actor may give.
 *
 * <p>For each key, what its cell may hold while the iteration lasts is: what this actor's earlier
 * operations left there, and everything another actor's operations set it to, as each of those may
 * come just then. The iteration gives a key only with such a value, and at least once if the cell
 * is never empty meanwhile. It gives it at most once, but where other actors both take the entry
 * away and put it anew, it may give the new entry too.
 */
final class TraversalRule {

  /** How often a clear may erase one key: more often than it can be put. */
  private static final int AGAIN_AND_AGAIN = 1_000_000;

  private final KeySpace keys;
  private final int[] own;
  private final BitSet[] put;
  private final int[] puts;
  private final int[] erasures;
  private final int[] seen;

  TraversalRule(History history, int actor, int iteration) {
    this.keys = history.keys;
    this.own = history.initial.clone();
    this.put = new BitSet[keys.size()];
    this.puts = new int[keys.size()];
    this.erasures = new int[keys.size()];
    this.seen = new int[keys.size()];
    for (int key = 0; key < keys.size(); key++) {
      put[key] = new BitSet();
      for (int step = 0; step < iteration; step++) {
        if (history.sets(actor, step, key)) {
          own[key] = history.values[actor][step];
        }
      }
      for (int other = 0; other < history.actors(); other++) {
        for (int step = 0; other != actor && step < history.length(other); step++) {
          addOther(history, other, step, key);
        }
      }
    }
  }

  private void addOther(History history, int actor, int step, int key) {
    if (history.sets(actor, step, key)) {
      if (history.kinds[actor][step] == Kind.PUT) {
        put[key].set(history.values[actor][step]);
        puts[key]++;
      } else {
        erasures[key] += history.kinds[actor][step] == Kind.CLEAR ? AGAIN_AND_AGAIN : 1;
      }
    }
  }

  /** What the traversal gives that it may not; empty if it keeps the rule. */
  String breach(Traversal traversal) {
    Arrays.fill(seen, 0);
    for (int i = 0; i < traversal.size(); i++) {
      int key = keys.index(traversal.key(i));
      if (key < 0) {
        return "an iteration gives the key " + traversal.key(i) + ", which nobody put";
      }
      int value = Cell.of(traversal.value(i));
      if (value < 0 || (value != own[key] && !put[key].get(value))) {
        return "an iteration gives the key %d with %s, which it never held then"
            .formatted(keys.key(key), traversal.value(i));
      }
      seen[key]++;
    }
    for (int key = 0; key < seen.length; key++) {
      if (seen[key] == 0 && own[key] != Cell.ABSENT && erasures[key] == 0) {
        return "an iteration leaves out the key %d, which nobody removes".formatted(keys.key(key));
      }
      if (seen[key] > most(key)) {
        return "an iteration gives the key %d %d times".formatted(keys.key(key), seen[key]);
      }
    }
    return "";
  }

  private int most(int key) {
    return own[key] == Cell.ABSENT
        ? Math.min(puts[key], erasures[key] + 1)
        : 1 + Math.min(puts[key], erasures[key]);
  }
}
