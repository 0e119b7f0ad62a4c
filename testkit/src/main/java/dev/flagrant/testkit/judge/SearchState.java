package dev.flagrant.testkit.judge;

import dev.flagrant.testkit.MapOperation.Kind;
import java.nio.IntBuffer;

/**
 * A place in the search for an order: each actor's next step, the cells of the named keys, and what
 * a clear under way has already erased. All of it lies in one array, to be copied and compared
 * cheaply.
 */
final class SearchState {

  private static final int WORD = Integer.SIZE;

  private final History history;
  private final int[] words;

  /** The beginning of every order. */
  SearchState(History history) {
    this.history = history;
    int named = history.keys.named();
    int marks = history.actors() * ((named + WORD - 1) / WORD);
    words = new int[history.actors() + named + marks];
    System.arraycopy(history.initial, 0, words, history.actors(), named);
  }

  private SearchState(History history, int[] words) {
    this.history = history;
    this.words = words;
  }

  SearchState copy() {
    return new SearchState(history, words.clone());
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

  Kind nextKind(int actor) {
    return history.kinds[actor][words[actor]];
  }

  /** The key of the actor's next operation, or -1 if it names none. */
  int nextOperand(int actor) {
    return history.operands[actor][words[actor]];
  }

  int cell(int key) {
    return words[history.actors() + key];
  }

  private void setCell(int key, int value) {
    words[history.actors() + key] = value;
  }

  /** Performs the actor's next operation; of a clear, what it has not erased yet. */
  void advance(int actor) {
    int step = words[actor]++;
    switch (history.kinds[actor][step]) {
      case PUT, REMOVE -> setCell(history.operands[actor][step], history.values[actor][step]);
      case CLEAR -> {
        for (int key = 0; key < history.keys.named(); key++) {
          if (!hasErased(actor, key)) {
            setCell(key, Cell.ABSENT);
          } else {
            words[markWord(actor, key)] &= ~markBit(key);
          }
        }
      }
      case GET, ITERATE -> {}
    }
  }

  /** Performs the part of the actor's clear that erases one key. */
  void erase(int actor, int key) {
    setCell(key, Cell.ABSENT);
    words[markWord(actor, key)] |= markBit(key);
  }

  boolean hasErased(int actor, int key) {
    return (words[markWord(actor, key)] & markBit(key)) != 0;
  }

  private int markWord(int actor, int key) {
    int named = history.keys.named();
    return history.actors() + named + actor * ((named + WORD - 1) / WORD) + key / WORD;
  }

  private static int markBit(int key) {
    return 1 << (key % WORD);
  }

  /** Whether the cell holds this value or some operation still to come gives it that. */
  boolean canBecome(int key, int wanted) {
    return cell(key) == wanted || wanted == Cell.ANY || isToCome(key, wanted, true);
  }

  /** Whether the cell can hold this value when all operations still to come are done. */
  boolean canEndAs(int key, int wanted) {
    return wanted == Cell.ANY
        || isToCome(key, wanted, true)
        || (cell(key) == wanted && !isToCome(key, wanted, false));
  }

  /** Whether an operation still to come sets the cell to this value, or to another. */
  private boolean isToCome(int key, int value, boolean same) {
    for (int actor = 0; actor < history.actors(); actor++) {
      for (int step = words[actor]; step < history.length(actor); step++) {
        if (history.sets(actor, step, key)
            && (history.values[actor][step] == value) == same
            && !(step == words[actor] && hasErased(actor, key))) {
          return true;
        }
      }
    }
    return false;
  }
}
