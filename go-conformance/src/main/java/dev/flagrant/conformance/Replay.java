package dev.flagrant.conformance;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One pass through a trace with one subject, operation by operation. */
final class Replay {
  private static final Long ZERO = 0L;

  private final TraceReader reader;
  private final Operation op;
  private final SubjectFactory factory;
  private final Level level;
  private final MapKind kind;
  private final Progress progress;
  private final int hashBits;
  private final Draws draws = new Draws();
  private final LongSupplier random;
  private final Map<Long, Key> keys = new HashMap<>();
  private final Contents contents;
  private final Iterations iterations;

  private @Nullable AnswersSubject subject;
  private @Nullable Structure structure;
  private @Nullable StateDigest stateDigest;

  /** The running digests, as the trace has them. */
  private long answers;

  private long states;

  private long answer;
  private @Nullable String complaint;

  Replay(Trace trace, SubjectFactory factory, Level level, Progress progress) {
    this.reader = new TraceReader(trace);
    this.op = reader.operation();
    this.factory = factory;
    this.level = level;
    this.kind = trace.kind();
    this.progress = progress;
    this.hashBits = trace.hashBits();
    this.contents = new Contents(kind);
    this.iterations = new Iterations(level == Level.STRUCTURE, contents);
    SplittableRandom own = new SplittableRandom(trace.seed());
    this.random = level == Level.STRUCTURE ? draws : () -> Integer.toUnsignedLong(own.nextInt());
  }

  // ---- What a replay is asked ----

  /** The operation that {@link #step} did last. */
  Operation operation() {
    return op;
  }

  /** What is wrong with what the subject did last, as far as the operation alone can tell. */
  @Nullable String complaint() {
    return complaint;
  }

  /** Whether the digests are those that Go's map had. */
  boolean agreesWithGo() {
    boolean agrees = (answers & 3) == op.answersCheck;
    if (reader.isEndOfBlock()) {
      agrees &= answers == reader.answers();
    }
    if (level == Level.STRUCTURE) {
      agrees &= (states & 3) == op.statesCheck;
      if (reader.isEndOfBlock()) {
        agrees &= states == reader.states();
      }
    }
    return agrees;
  }

  /** Whether another subject has done the same so far, in all that this level compares exactly. */
  boolean agreesWith(Replay other) {
    // Below the third level the order of iterations, which is part of the states, is free.
    return answers == other.answers && (level != Level.STRUCTURE || states == other.states);
  }

  /** The word for the answer of the operation. */
  long answer() {
    return answer;
  }

  /** The answer of the operation, in words. */
  String answerText() {
    if (answer == Digest.PANIC) {
      return "a panic";
    }
    if (op.code == Operation.Code.GET2) {
      return (answer & 1) == 0 ? "none" : Long.toString(answer >> 1);
    }
    return Long.toString(answer);
  }

  MapKind kind() {
    return kind;
  }

  /** The subject's memory, at the third level; {@link CheckedStructure}. */
  Structure structure() {
    return Objects.requireNonNull(structure);
  }

  Iterations iterations() {
    return iterations;
  }

  /** Whether the operation was the last of its block. */
  boolean isEndOfBlock() {
    return reader.isEndOfBlock();
  }

  /** Go's state at the end of the block. */
  GoState goState() throws BadTraceException {
    return reader.readState();
  }

  // ---- Stepping ----

  /**
   * Does the next operation, if there is one left.
   *
   * @throws BadTraceException if the trace is damaged
   */
  boolean step() throws BadTraceException {
    if (!reader.next()) {
      return false;
    }
    progress.begins(op);
    draws.provide(op.draws);
    complaint = null;
    answer = 0;
    Key key = op.code.takesKey() ? key() : null;
    try {
      execute(key);
    } catch (CheckedStructure.UnreadableException e) {
      complaint = e.getMessage();
      return true;
    } catch (Throwable e) { // a port in another language may throw what is not declared
      if (key == null || !key.isUnhashable() || !(e instanceof RuntimeException)) {
        complaint = "the subject throws " + e;
        return true;
      }
      answer = Digest.PANIC;
    }
    answers = Digest.fold(answers, answer);
    if (complaint == null && level == Level.STRUCTURE) {
      if (!draws.allDrawn()) {
        complaint = draws.complaint();
      }
      try {
        digestState(key);
      } catch (CheckedStructure.UnreadableException e) {
        complaint = e.getMessage();
      }
    }
    return true;
  }

  private Key key() {
    if (kind.isNaN(op.key)) {
      return new Key(kind, op.key, random);
    }
    Key key = keys.computeIfAbsent(op.key, number -> new Key(kind, number, random));
    if (op.hasHash) {
      key.record(op.hash);
    }
    return key;
  }

  private void execute(@Nullable Key key) {
    if (op.code == Operation.Code.MAKE) {
      make();
      return;
    }
    AnswersSubject map = Objects.requireNonNull(subject);
    switch (op.code) {
      case ASSIGN -> assign(map, Objects.requireNonNull(key));
      case DELETE -> {
        map.delete(Objects.requireNonNull(key));
        contents.delete(key);
      }
      case GET -> answer = map.getOrZero(Objects.requireNonNull(key), ZERO);
      case GET2 -> {
        Long found = map.lookup(Objects.requireNonNull(key));
        answer = found == null ? 0 : found << 1 | 1;
      }
      case LEN -> answer = map.len();
      case CLEAR -> {
        map.clear();
        contents.clear();
      }
      default -> {
        if (level != Level.ANSWERS) {
          states = iterations.step(op, (IterationSubject) map, states);
          complaint = iterations.complaint();
        }
      }
    }
  }

  private void make() {
    AnswersSubject made =
        Objects.requireNonNull(factory.make(kind, op.hint, random), "the factory returns null");
    if (!level.type().isInstance(made)) {
      throw new ClassCastException(
          made.getClass().getName()
              + " does not implement "
              + level.type().getSimpleName()
              + ", as level "
              + level.number()
              + " asks for");
    }
    subject = made;
    contents.clear();
    iterations.forget();
    if (level == Level.STRUCTURE) {
      Structure checked = new CheckedStructure((Structure) made, hashBits);
      structure = checked;
      stateDigest = new StateDigest(checked);
    }
  }

  private void assign(AnswersSubject map, Key key) {
    long elem = kind.elem(op.number);
    map.assign(key, elem);
    contents.assign(key, elem);
  }

  private void digestState(@Nullable Key key) {
    StateDigest digest = Objects.requireNonNull(stateDigest);
    if (op.code == Operation.Code.MAKE || op.code == Operation.Code.CLEAR || isEndOfBlock()) {
      digest.all();
    } else if (op.code.writes() && key != null) {
      digest.after(key.lastHash());
    }
    states = Digest.fold(states, digest.digest());
  }
}
