package dev.flagrant.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  // ---- States ----

  /**
   * A state as it was in Go.
   *
   * @param current the chains of the current buckets; null if they were not written
   * @param old the chains of the old buckets; likewise
   */
  record State(
      Header header, @Nullable List<List<Bucket>> current, @Nullable List<List<Bucket>> old)
      implements Structure {
    boolean isFull() {
      return current != null && old != null;
    }

    @Override
    public List<Bucket> chain(Generation generation, int bucket) {
      List<List<Bucket>> chains = generation == Generation.CURRENT ? current : old;
      if (chains == null) {
        throw new IllegalStateException("the chains of this state were not written");
      }
      return chains.get(bucket);
    }
  }

  /** Reads the state at the end of the block. */
  State readState() throws BadTraceException {
    Cursor state = columns[STATE];
    int parts = state.readCount(7);
    int count = state.readCount(Integer.MAX_VALUE);
    int flags = state.readCount(0xFF);
    int b = state.readCount(30);
    int noverflow = state.readCount(0xFFFF);
    int hash0 = (int) state.readUnsigned();
    int nevacuate = state.readCount(Integer.MAX_VALUE);
    Header header =
        new Header(
            count, flags, b, noverflow, hash0, nevacuate, (parts & 1) != 0, (parts & 2) != 0);
    if ((parts & 4) == 0) {
      return new State(header, null, null);
    }
    StateNumbers numbers = new StateNumbers();
    List<List<Bucket>> current = readChains(state, header.size(Generation.CURRENT), numbers);
    List<List<Bucket>> old = readChains(state, header.size(Generation.OLD), numbers);
    if (!state.isAtEnd()) {
      throw state.bad("more than the state of the block needs");
    }
    return new State(header, current, old);
  }

  /** The numbers of the key and the elem read last. */
  private static final class StateNumbers {
    private long key;
    private long elem;
  }

  private List<List<Bucket>> readChains(Cursor state, int size, StateNumbers numbers)
      throws BadTraceException {
    List<List<Bucket>> chains = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int length = state.readCount(1 << 20);
      List<Bucket> chain = new ArrayList<>();
      for (int j = 0; j < length; j++) {
        chain.add(readBucket(state, numbers));
      }
      chains.add(chain);
    }
    return chains;
  }

  private Bucket readBucket(Cursor state, StateNumbers numbers) throws BadTraceException {
    int origin = state.readCount(Integer.MAX_VALUE);
    List<@Nullable Key> keys = new ArrayList<>();
    List<@Nullable Long> elems = new ArrayList<>();
    Bucket bucket = new Bucket(origin, state.readWord(Long.BYTES), keys, elems);
    for (int cell = 0; cell < Bucket.CELLS; cell++) {
      if (bucket.isLive(cell)) {
        numbers.key += state.readSigned();
        numbers.elem += state.readSigned();
        keys.add(new Key(trace.kind(), numbers.key, () -> 0));
        elems.add(numbers.elem);
      } else {
        keys.add(null);
        elems.add(null);
      }
    }
    return bucket;
  }
}
