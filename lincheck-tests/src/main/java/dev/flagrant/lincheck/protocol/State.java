package dev.flagrant.lincheck.protocol;

import dev.flagrant.lincheck.protocol.Event.Load;
import dev.flagrant.lincheck.protocol.Event.Store;
import dev.flagrant.lincheck.protocol.Event.Update;
import dev.flagrant.lincheck.protocol.Local.Pending;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Memory and threads between two events. Location 0 is the flags word, the others are cells. */
record State(List<Integer> memory, List<Local> threads) {

  private static final int LOCATIONS = 3;

  static State start(int threads) {
    List<Integer> zeroes = Collections.nCopies(LOCATIONS, 0);
    return new State(List.copyOf(zeroes), List.copyOf(Collections.nCopies(threads, Local.START)));
  }

  /** What can happen next. */
  List<Move> moves(List<List<Event>> programs, MemoryModel model) {
    List<Move> moves = new ArrayList<>();
    for (int thread = 0; thread < threads.size(); thread++) {
      Local own = threads.get(thread);
      if (!own.buffer().isEmpty()) {
        moves.add(drain(thread));
      }
      if (own.noticed() == null && own.next() < programs.get(thread).size()) {
        Event event = programs.get(thread).get(own.next());
        if (!(event instanceof Update) || own.buffer().isEmpty()) {
          moves.add(perform(thread, event, model));
        }
      }
    }
    return moves;
  }

  private Move perform(int thread, Event event, MemoryModel model) {
    Local own = threads.get(thread);
    if (event instanceof Load load) {
      int value = visible(own, load.location());
      Local after = load.then().apply(own, value).advanced();
      return move(thread, load.text() + " " + shown(load.location(), value), memory, after);
    }
    if (event instanceof Update update) {
      int value = memory.get(update.location());
      int changed = update.change().applyAsInt(value);
      Local after = update.then().apply(own, value).advanced();
      String text =
          "%s %s -> %s"
              .formatted(
                  update.text(),
                  shown(update.location(), value),
                  shown(update.location(), changed));
      return move(thread, text, with(update.location(), changed), after);
    }
    Store store = (Store) event;
    int value = store.value().applyAsInt(own);
    String text = store.text() + " " + shown(store.location(), value);
    return model == MemoryModel.SC
        ? move(thread, text, with(store.location(), value), own.advanced())
        : move(
            thread, text + ", buffered", memory, own.buffered(store.location(), value).advanced());
  }

  private Move drain(int thread) {
    Local own = threads.get(thread);
    Pending oldest = own.buffer().get(0);
    String text =
        "  (drained: %s = %s)"
            .formatted(
                oldest.location() == 0 ? "flags" : "cell " + oldest.location(),
                shown(oldest.location(), oldest.value()));
    return move(thread, text, with(oldest.location(), oldest.value()), own.drained());
  }

  private Move move(int thread, String text, List<Integer> newMemory, Local after) {
    List<Local> newThreads = new ArrayList<>(threads);
    newThreads.set(thread, after);
    String noticed = after.noticed() == null ? "" : " NOTICED";
    return new Move(thread, text + noticed, new State(newMemory, List.copyOf(newThreads)));
  }

  private int visible(Local own, int location) {
    int value = memory.get(location);
    for (Pending pending : own.buffer()) {
      if (pending.location() == location) {
        value = pending.value();
      }
    }
    return value;
  }

  private List<Integer> with(int location, int value) {
    List<Integer> changed = new ArrayList<>(memory);
    changed.set(location, value);
    return List.copyOf(changed);
  }

  private static String shown(int location, int value) {
    if (location != 0) {
      return Integer.toString(value);
    }
    StringBuilder bits = new StringBuilder();
    bits.append(Word.writing(value) ? "W" : "-");
    bits.append((value & Word.ITERATOR) == 0 ? "" : "I");
    int stamp = value / Word.STAMP;
    return bits.append(stamp == 0 ? "" : "#" + stamp).toString();
  }

  /** An event that has happened, and the state after it. */
  record Move(int thread, String text, State after) {}
}
