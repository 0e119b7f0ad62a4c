package dev.flagrant.testkit.judge;

import dev.flagrant.testkit.MapOperation.Kind;
import java.nio.IntBuffer;

/**
 * A place in the search for an order: each actor's next step and the cells of the named keys. All
 * of it lies in one array, to be copied and compared cheaply.
 *
 * <p>A clear is <em>open</em> while it is its actor's next step. It must find each key absent once,
 * by its own doing or not, and may erase any key again and again. So as long as it is open, a key
 * can be taken as absent whenever another operation finds it so. When it closes, keys it has not
 * found absent are erased, and the others are <em>doubtful</em>: perhaps it erased them once more.
 * The next operation on a doubtful key settles which.
 */
final class SearchState {

  private static final int WORD = Integer.SIZE;

  private final History history;
  private final int named;
  private final int[] words;

  /** The beginning of every order. */
  SearchState(History history) {
    this.history = history;
    this.named = history.keys.named();
    int sets = history.actors() + 1; // what each actor's clear found absent, and what is doubtful
    words = new int[history.actors() + named + sets * wordsOfSet()];
    System.arraycopy(history.initial, 0, words, history.actors(), named);
    for (int actor = 0; actor < history.actors(); actor++) {
      noteOpened(actor);
    }
  }

  private SearchState(SearchState original) {
    history = original.history;
    named = original.named;
    words = original.words.clone();
  }

  SearchState copy() {
    return new SearchState(this);
  }

  /** This state as a key of a hash table; the caller changes the state no more. */
  IntBuffer position() {
    return IntBuffer.wrap(words);
  }

  int next(int actor) {
    return words[actor];
  }

  boolean isOver(int actor) {
    return words[actor] == history.length(actor);
  }

  private boolean hasOpenClear(int actor) {
    return !isOver(actor) && history.kinds[actor][words[actor]] == Kind.CLEAR;
  }

  /** The key of the actor's next operation, or -1 if it names none. */
  int nextOperand(int actor) {
    return history.operands[actor][words[actor]];
  }

  private int cell(int key) {
    return words[history.actors() + key];
  }

  /** Whether an operation can find this in the cell now. */
  boolean canFind(int key, int answer) {
    return answer == cell(key)
        || answer == Cell.ANY
        || (answer == Cell.ABSENT && (isDoubtful(key) || anyOpenClear()));
  }

  /** Whether the cell holds this for certain. */
  boolean holds(int key, int answer) {
    return answer == cell(key) && !isDoubtful(key);
  }

  /** Performs the actor's next operation, which finds this answer. */
  void advance(int actor, int answer) {
    int step = words[actor];
    int key = history.operands[actor][step];
    if (key >= 0 && answer != Cell.ANY) {
      settle(key, answer);
    }
    switch (history.kinds[actor][step]) {
      case PUT, REMOVE -> settle(key, history.values[actor][step]);
      case CLEAR -> close(actor);
      case GET, ITERATE -> {}
    }
    words[actor]++;
    noteOpened(actor);
  }

  private void settle(int key, int value) {
    words[history.actors() + key] = value;
    unset(doubtful(), key);
    if (value == Cell.ABSENT) {
      for (int actor = 0; actor < history.actors(); actor++) {
        if (hasOpenClear(actor)) {
          set(actor, key);
        }
      }
    }
  }

  private void noteOpened(int actor) {
    if (hasOpenClear(actor)) {
      for (int key = 0; key < named; key++) {
        if (cell(key) == Cell.ABSENT) {
          set(actor, key);
        }
      }
    }
  }

  private void close(int actor) {
    for (int key = 0; key < named; key++) {
      if (!isSet(actor, key)) {
        settle(key, Cell.ABSENT);
      } else if (cell(key) != Cell.ABSENT) {
        set(doubtful(), key);
      }
      unset(actor, key);
    }
  }

  /** Whether the cell holds this value or some operation still to come gives it that. */
  boolean canBecome(int key, int wanted) {
    return canFind(key, wanted) || isToCome(key, wanted, true);
  }

  /** Whether the cell can hold this value when all operations still to come are done. */
  boolean canEndAs(int key, int wanted) {
    return wanted == Cell.ANY
        || isToCome(key, wanted, true)
        || (canFind(key, wanted) && !isToCome(key, wanted, false));
  }

  /** Whether an operation still to come can set the cell to this value, or must to another. */
  private boolean isToCome(int key, int value, boolean same) {
    for (int actor = 0; actor < history.actors(); actor++) {
      for (int step = words[actor]; step < history.length(actor); step++) {
        if (history.sets(actor, step, key)
            && (history.values[actor][step] == value) == same
            && (same || step != words[actor] || !isSet(actor, key))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean anyOpenClear() {
    for (int actor = 0; actor < history.actors(); actor++) {
      if (hasOpenClear(actor)) {
        return true;
      }
    }
    return false;
  }

  private boolean isDoubtful(int key) {
    return isSet(doubtful(), key);
  }

  // Sets of keys: one for each actor's open clear, then the doubtful.

  private int doubtful() {
    return history.actors();
  }

  private int wordsOfSet() {
    return (named + WORD - 1) / WORD;
  }

  private int word(int set, int key) {
    return history.actors() + named + set * wordsOfSet() + key / WORD;
  }

  private boolean isSet(int set, int key) {
    return (words[word(set, key)] & (1 << (key % WORD))) != 0;
  }

  private void set(int set, int key) {
    words[word(set, key)] |= 1 << (key % WORD);
  }

  private void unset(int set, int key) {
    words[word(set, key)] &= ~(1 << (key % WORD));
  }
}
