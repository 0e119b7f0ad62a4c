package dev.flagrant.conformance;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Does what a trace says on a subject and compares, up to the first difference.
 *
 * <p>A trace holds digests of most states and not the states themselves. So when a digest differs,
 * the trace is replayed once more, with GoMap beside the subject: as long as GoMap's digests are
 * Go's, its memory is what Go's was, and the first operation after which the two differ is the one.
 */
public final class Replayer {
  private final SubjectFactory factory;
  private final ReplayCommand command;
  private final Level level;

  /**
   * A replayer for one kind of subject.
   *
   * @param factory makes the subjects
   * @param level how much is compared
   */
  public Replayer(SubjectFactory factory, Level level) {
    this(factory, ReplayCommand.of(factory, level));
  }

  /**
   * A replayer for the subject of a command.
   *
   * @param factory makes the subjects
   * @param command the command, which says how much is compared
   */
  public Replayer(SubjectFactory factory, ReplayCommand command) {
    this.factory = factory;
    this.command = command;
    this.level = command.level();
  }

  /** What replays to the same subject again. */
  ReplayCommand command() {
    return command;
  }

  /**
   * Replays a trace.
   *
   * @throws BadTraceException if the trace is damaged
   */
  public Outcome replay(Trace trace) throws BadTraceException {
    return replay(trace, new Progress());
  }

  /** Replays a trace that another thread watches. */
  Outcome replay(Trace trace, Progress progress) throws BadTraceException {
    Replay replay = new Replay(trace, factory, level, progress);
    Difference difference = null;
    while (difference == null && replay.step()) {
      difference = check(trace, replay, progress);
    }
    return new Outcome(
        trace,
        command,
        replay.operation().number,
        replay.iterations().steps(),
        replay.iterations().known(),
        replay.iterations().ghosts(),
        Optional.ofNullable(difference),
        false);
  }

  private @Nullable Difference check(Trace trace, Replay replay, Progress progress)
      throws BadTraceException {
    String complaint = replay.complaint();
    if (complaint == null && replay.agreesWithGo()) {
      complaint = level == Level.STRUCTURE && replay.isEndOfBlock() ? atState(replay) : null;
      return complaint == null ? null : difference(replay, complaint);
    }
    Difference exact = beside(trace, replay.operation().number, progress);
    if (exact != null) {
      return exact;
    }
    Difference noticed = difference(replay, complaint != null ? complaint : "the digests differ");
    return complaint != null
        ? noticed
        : new Difference(noticed.operation(), noticed.text() + nextState(replay));
  }

  private Difference difference(Replay replay, String text) {
    Operation op = replay.operation();
    return new Difference(op.number, "after: " + op.text(replay.kind()) + "\n" + text);
  }

  /** Compares with the state at the end of a block. */
  private static @Nullable String atState(Replay replay) throws BadTraceException {
    GoState expected = replay.goState();
    if (expected.isFull()) {
      return structuresDiffer(expected, replay.structure());
    }
    // It could be read for the digest.
    return expected.header().equals(replay.structure().header())
        ? null
        : "the headers differ\n  expected "
            + expected.header()
            + "\n  got      "
            + replay.structure().header();
  }

  private static @Nullable String structuresDiffer(Structure expected, Structure got) {
    try {
      return StructureDiff.of(expected, got);
    } catch (CheckedStructure.UnreadableException e) {
      return e.getMessage();
    }
  }

  /** Looks for the first operation after which the subject differs from GoMap. */
  private @Nullable Difference beside(Trace trace, long last, Progress progress)
      throws BadTraceException {
    Replay subject = new Replay(trace, factory, level, progress);
    Replay reference = new Replay(trace, new GoMapSubject(), level, new Progress());
    while (reference.step() && subject.step()) {
      Operation op = subject.operation();
      if (reference.complaint() != null || !reference.agreesWithGo() || op.number > last) {
        return null;
      }
      if (subject.complaint() != null) {
        return difference(subject, subject.complaint());
      }
      if (!subject.agreesWith(reference)) {
        return difference(subject, compare(subject, reference));
      }
    }
    return null;
  }

  private String compare(Replay subject, Replay reference) {
    if (subject.answer() != reference.answer()) {
      return "the answers differ\n  expected "
          + reference.answerText()
          + "\n  got      "
          + subject.answerText();
    }
    String structure = structuresDiffer(reference.structure(), subject.structure());
    return structure == null ? "what the iteration showed differs" : structure;
  }

  /** Goes on to the next state that was written in full, and says what differs there. */
  private String nextState(Replay replay) throws BadTraceException {
    if (level != Level.STRUCTURE) {
      return "";
    }
    do {
      if (replay.complaint() != null) {
        return "; later, at operation " + replay.operation().number + ": " + replay.complaint();
      }
      if (replay.isEndOfBlock()) {
        String text = atState(replay);
        if (text != null) {
          return "; at operation "
              + replay.operation().number
              + ", where Go's state is written:\n"
              + text;
        }
      }
    } while (replay.step());
    return "; no state that the trace has in full shows where: record it again, with every state of up"
        + " to 64 buckets";
  }
}
