package dev.flagrant.conformance;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The iterations under way in a replay, compared with Go's by the entry at the third level and by
 * the rules of the language at the second.
 *
 * <p>A <i>tainted</i> iteration is one in which Go 1.19 may show entries that a clear has removed
 * (golang/go issue 59411), go by the wrong old buckets after a growth to the same size, or leave
 * entries out: TRACE.md has the cases. In such a one a difference from Go is known, and counted;
 * from there on the rules decide.
 */
final class Iterations {
  private final boolean exact;
  private final Contents contents;
  private final @Nullable Slot[] slots = new @Nullable Slot[Operation.SLOTS];

  private long steps;
  private long ghosts;
  private long known;
  private long states;
  private @Nullable String complaint;

  /**
   * No iteration yet.
   *
   * @param exact whether entries are compared one by one
   */
  Iterations(boolean exact, Contents contents) {
    this.exact = exact;
    this.contents = contents;
  }

  private static final class Slot {
    private final IterationSubject.Iteration it;
    private final Contents.Rules rules;

    /** Whether it differs from Go's in a known way. */
    private boolean deviates;

    private boolean ended;

    /** The rule of the language that its last step broke, or null. */
    private @Nullable String broken;

    Slot(IterationSubject.Iteration it, Contents.Rules rules) {
      this.it = it;
      this.rules = rules;
    }
  }

  /** Forgets all iterations: there is a new map. */
  void forget() {
    Arrays.fill(slots, null);
  }

  /**
   * Takes the steps of an operation.
   *
   * @param before the running digest of the states
   * @return that digest with what was shown taken in
   */
  long step(Operation op, IterationSubject subject, long before) {
    states = before;
    complaint = null;
    if (op.code == Operation.Code.ITER_DROP) {
      slots[op.slot] = null;
      return states;
    }
    if (op.code == Operation.Code.ITER_BEGIN) {
      slots[op.slot] = new Slot(subject.range(), contents.rules());
    }
    Slot slot = slots[op.slot];
    if (slot == null) {
      throw new IllegalStateException("iteration " + op.slot + " is not under way");
    }
    if (op.code == Operation.Code.ITER_RUN) {
      run(op, slot);
    } else {
      one(op, slot);
    }
    return states;
  }

  /** What was wrong with the last step, or null. */
  @Nullable String complaint() {
    return complaint;
  }

  /** Steps taken in Go. */
  long steps() {
    return steps;
  }

  /** Entries that Go showed and should not have. */
  long ghosts() {
    return ghosts;
  }

  /** Iterations that differ from Go's in a known way. */
  long known() {
    return known;
  }

  private void one(Operation op, Slot slot) {
    steps++;
    if (op.tainted && op.shown && !contents.has(op.shownKey, op.shownElem)) {
      ghosts++;
    }
    boolean found = advance(slot);
    long word = found ? Digest.shown(slot.it.key().number(), slot.it.elem()) : Digest.END;
    if (exact && !slot.deviates) {
      long expected = op.shown ? Digest.shown(op.shownKey, op.shownElem) : Digest.END;
      if (word != expected) {
        differs(op, slot, found);
      }
      if (!op.tainted) {
        states = Digest.fold(states, word);
      }
    }
    if (!op.shown) {
      finish(op, slot);
    }
  }

  private void differs(Operation op, Slot slot, boolean found) {
    if (op.tainted) {
      slot.deviates = true;
      known++;
      requireRules(slot); // of this step, too
      return;
    }
    String got = found ? slot.it.key() + " -> " + slot.it.elem() : "its end";
    complain(
        String.format(
            "iteration %d shows the wrong entry%n  expected %s%n  got      %s",
            op.slot, contents.text(op), got));
  }

  /** Runs an iteration to its end: Go's is not written out. */
  private void run(Operation op, Slot slot) {
    steps += op.steps;
    long n = 0;
    while (complaint == null && !slot.ended) {
      n++;
      boolean found = advance(slot);
      states =
          Digest.fold(
              states, found ? Digest.shown(slot.it.key().number(), slot.it.elem()) : Digest.END);
      if (n > op.steps && exact && !slot.deviates) {
        endsWrong(op, "more"); // it may never end
      }
    }
    if (exact && !slot.deviates && n < op.steps) {
      endsWrong(op, Long.toString(n));
    }
    finish(op, slot);
  }

  private void endsWrong(Operation op, String got) {
    complain(
        String.format(
            "iteration %d ends after the wrong number of steps%n  expected %d%n  got      %s",
            op.slot, op.steps, got));
  }

  /** Takes a step of the subject's iteration, if it has not ended. */
  private boolean advance(Slot slot) {
    if (slot.ended) {
      return false;
    }
    boolean found = slot.it.next();
    slot.ended = !found;
    slot.broken = found ? slot.rules.show(slot.it.key(), slot.it.elem()) : slot.rules.end();
    if (!exact || slot.deviates) {
      requireRules(slot);
    }
    return found;
  }

  private void requireRules(Slot slot) {
    if (slot.broken != null) {
      complain("an iteration breaks a rule of the language: it " + slot.broken);
    }
  }

  /** Go's iteration has ended; a subject with another order may have entries left to show. */
  private void finish(Operation op, Slot slot) {
    while (complaint == null && !slot.ended && (!exact || slot.deviates)) {
      var unused = advance(slot);
    }
    slots[op.slot] = null;
  }

  private void complain(String text) {
    if (complaint == null) {
      complaint = text;
    }
  }
}
