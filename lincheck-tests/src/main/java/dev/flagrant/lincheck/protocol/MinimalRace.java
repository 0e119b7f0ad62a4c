package dev.flagrant.lincheck.protocol;

import dev.flagrant.lincheck.protocol.Event.Load;
import dev.flagrant.lincheck.protocol.Event.Store;
import dev.flagrant.lincheck.protocol.Protocol.Check;
import dev.flagrant.testkit.DetectionSite;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Two operations, each with no more accesses to the map's cells than are needed to go wrong. */
public enum MinimalRace {
  /** Each write loads a cell and stores one more: an update is lost if both load the same. */
  WRITE_WRITE("write/write"),
  /** The write stores two cells, the lookup loads both: its answer is torn if they differ. */
  READ_WRITE("read/write"),
  /** As {@link #READ_WRITE}, with an iterator that is remembered first. */
  ITERATE_WRITE("iterate/write");

  private static final int FIRST = 1;
  private static final int SECOND = 2;

  private final String label;

  MinimalRace(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }

  /** The heads of the columns of a drawing. */
  List<String> actors() {
    return List.of(label.split("/", -1));
  }

  /** The two programs under a protocol, less some of its checks. */
  List<List<Event>> programs(Protocol protocol, Set<Check> without) {
    return switch (this) {
      case WRITE_WRITE -> {
        List<Event> write = protocol.write(List.of(load(FIRST), increment(FIRST)), without);
        yield List.of(write, write);
      }
      case READ_WRITE ->
          List.of(
              protocol.read(List.of(load(FIRST), load(SECOND)), DetectionSite.READ, without),
              writeBoth(protocol, without));
      case ITERATE_WRITE -> {
        List<Event> iterate = new ArrayList<>(protocol.beginIteration(without));
        iterate.addAll(
            protocol.read(List.of(load(FIRST), load(SECOND)), DetectionSite.ITERATE, without));
        yield List.of(List.copyOf(iterate), writeBoth(protocol, without));
      }
    };
  }

  /** The two programs, whole. */
  List<List<Event>> programs(Protocol protocol) {
    return programs(protocol, EnumSet.noneOf(Check.class));
  }

  private static List<Event> writeBoth(Protocol protocol, Set<Check> without) {
    return protocol.write(List.of(store(FIRST), store(SECOND)), without);
  }

  private static Event load(int cell) {
    return new Load("load cell " + cell, cell, Local::withAnswer);
  }

  private static Event store(int cell) {
    return new Store("store cell " + cell, cell, own -> 1);
  }

  private static Event increment(int cell) {
    return new Store(
        "store cell " + cell, cell, own -> own.answer().get(own.answer().size() - 1) + 1);
  }
}
