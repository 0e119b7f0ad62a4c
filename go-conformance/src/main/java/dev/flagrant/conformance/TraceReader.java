package dev.flagrant.conformance;

import java.util.Arrays;

/** Reads the operations of a trace one after the other, and the states at the end of each block. */
final class TraceReader {
  private static final int HAS_HASH = 0x40;
  private static final int HAS_DRAWS = 0x80;
  private static final int CODE = 0x3F;

  // The columns of a block.
  private static final int OPERATIONS = 0;
  private static final int ARGUMENTS = 1;
  private static final int DRAWS = 2;
  private static final int YIELDS = 3;
  private static final int CHECKS = 4;
  private static final int STATE = 5;

  /** The top bytes of the hashes; the other bytes follow, from the lowest up. */
  private static final int HASHES = 6;

  private static final int COLUMNS = 14;

  private final Trace trace;
  private final Cursor blocks;
  private final Operation operation = new Operation();
  private final Cursor[] columns = new Cursor[COLUMNS];
  private final boolean[] open = new boolean[Operation.SLOTS];
  private boolean made;
  private int left;
  private int checks;
  private boolean half;
  private long lastKey;
  private long lastShownKey;
  private long lastShownElem;
  private long answers;
  private long states;

  TraceReader(Trace trace) {
    this.trace = trace;
    this.blocks = trace.blocks();
  }

  /** The operation that {@link #next} read. */
  Operation operation() {
    return operation;
  }

  /** Reads an operation, and says whether there was one left. */
  boolean next() throws BadTraceException {
    if (left == 0 && !nextBlock()) {
      return false;
    }
    left--;
    operation.number++;
    operation.forget();
    Cursor ops = columns[OPERATIONS];
    int code = ops.readByte();
    if ((code & CODE) >= Operation.Code.count()) {
      throw ops.bad("the operation " + code + ", which there is none of");
    }
    operation.code = Operation.Code.of(code & CODE);
    if (!made && operation.code != Operation.Code.MAKE) {
      throw ops.bad("an operation before the first make");
    }
    readArguments(code);
    if ((code & HAS_DRAWS) != 0) {
      readDraws();
    }
    if (operation.code.shows()) {
      readShown();
    }
    readCheck();
    if (left == 0) {
      requireAllRead();
    }
    return true;
  }

  /** Whether the operation at hand is the last of its block, after which a state is compared. */
  boolean isEndOfBlock() {
    return left == 0;
  }

  /** The running digest of the answers at the end of the block. */
  long answers() {
    return answers;
  }

  /** The running digest of the states at the end of the block. */
  long states() {
    return states;
  }

  private boolean nextBlock() throws BadTraceException {
    left = blocks.readCount(1 << 28);
    int[] lengths = new int[columns.length];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = blocks.readCount(1 << 30);
    }
    for (int i = 0; i < lengths.length; i++) {
      columns[i] = blocks.part(lengths[i]);
    }
    answers = blocks.readWord(Long.BYTES);
    states = blocks.readWord(Long.BYTES);
    half = false;
    lastKey = 0;
    lastShownKey = 0;
    lastShownElem = 0;
    if (left == 0 && !blocks.isAtEnd()) {
      throw blocks.bad("there is more after the end of the trace");
    }
    return left != 0;
  }

  private void requireAllRead() throws BadTraceException {
    for (int i = 0; i < columns.length; i++) {
      if (i != STATE && !columns[i].isAtEnd()) {
        throw columns[i].bad("more than the operations of the block need");
      }
    }
  }

  private void readArguments(int code) throws BadTraceException {
    Cursor arguments = columns[ARGUMENTS];
    if (operation.code == Operation.Code.MAKE) {
      operation.hint = arguments.readSigned();
      made = true;
      Arrays.fill(open, false);
    } else if (operation.code.takesKey()) {
      lastKey += arguments.readSigned();
      operation.key = lastKey;
      if ((code & HAS_HASH) != 0) {
        readHash();
      }
    } else if (operation.code.takesSlot()) {
      operation.slot = arguments.readCount(Operation.SLOTS - 1);
      if (operation.code != Operation.Code.ITER_BEGIN && !open[operation.slot]) {
        throw arguments.bad("a step of an iteration that is not under way");
      }
      open[operation.slot] = operation.code.shows();
      if (operation.code == Operation.Code.ITER_RUN) {
        operation.steps = arguments.readCount(Integer.MAX_VALUE);
      }
    }
  }

  private void readHash() throws BadTraceException {
    operation.hash = (long) columns[HASHES].readByte() << 56;
    for (int i = 0; 8 * i < trace.hashBits(); i++) {
      operation.hash |= (long) columns[HASHES + 1 + i].readByte() << (8 * i);
    }
    operation.hasHash = true;
  }

  private void readDraws() throws BadTraceException {
    Cursor draws = columns[DRAWS];
    int[] drawn = new int[draws.readCount(1 << 20)];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = (int) draws.readWord(Integer.BYTES);
    }
    operation.draws = drawn;
  }

  private void readShown() throws BadTraceException {
    Cursor yields = columns[YIELDS];
    int bits = yields.readCount(3);
    operation.shown = (bits & 1) != 0;
    operation.tainted = (bits & 2) != 0;
    if (operation.shown) {
      lastShownKey += yields.readSigned();
      lastShownElem += yields.readSigned();
      operation.shownKey = lastShownKey;
      operation.shownElem = lastShownElem;
    } else {
      open[operation.slot] = false;
    }
  }

  private void readCheck() throws BadTraceException {
    if (!half) {
      checks = columns[CHECKS].readByte();
    }
    int check = half ? checks >> 4 : checks & 0xF;
    half = !half;
    operation.answersCheck = check & 3;
    operation.statesCheck = check >> 2;
  }

  /** Reads the state at the end of the block. */
  GoState readState() throws BadTraceException {
    return GoState.read(columns[STATE], trace.kind());
  }
}
