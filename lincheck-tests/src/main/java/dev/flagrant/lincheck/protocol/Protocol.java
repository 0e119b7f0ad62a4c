package dev.flagrant.lincheck.protocol;

import dev.flagrant.lincheck.protocol.Event.Load;
import dev.flagrant.lincheck.protocol.Event.Store;
import dev.flagrant.lincheck.protocol.Event.Update;
import dev.flagrant.testkit.DetectionSite;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a guard brackets an operation's accesses to the cells. */
public enum Protocol {
  /** Loads and stores apart, as in Go: the flip is a load and a store, and so is its undoing. */
  GO,
  /** The flip and its undoing are one atomic update each, and each is a check, too. */
  ATOMIC,
  /** As {@link #ATOMIC}; each write also leaves a stamp, which readers compare at their end. */
  STAMP;

  /** A check, which a mutant of a protocol may lack. */
  public enum Check {
    /** A writer's check before it sets its mark. */
    START,
    /** The check that is part of an atomic flip. */
    FLIP,
    /** A writer's check before it takes its mark away. */
    END,
    /** The check at the start of a lookup or of a step of an iteration. */
    READ,
    /** The comparison of the stamps at the end of a lookup or a step. */
    READ_END
  }

  private static final int FLAGS = 0;

  /** The name of the guard in map-core that this models. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The checks this protocol makes. */
  public Set<Check> checks() {
    return switch (this) {
      case GO -> EnumSet.of(Check.START, Check.END, Check.READ);
      case ATOMIC -> EnumSet.of(Check.START, Check.FLIP, Check.END, Check.READ);
      case STAMP -> EnumSet.allOf(Check.class);
    };
  }

  /** The events of a write: the marks and checks around what it does to the cells. */
  List<Event> write(List<Event> body, Set<Check> without) {
    List<Event> events = new ArrayList<>();
    if (!without.contains(Check.START)) {
      events.add(check("check", DetectionSite.START));
    }
    if (this == GO) {
      events.add(new Load("flip: load", FLAGS, (own, word) -> own.sawFlags(word).withFlags(word)));
      events.add(new Store("flip: store", FLAGS, own -> own.flags() ^ Word.WRITING));
    } else {
      boolean checks = !without.contains(Check.FLIP);
      events.add(
          new Update(
              "flip",
              FLAGS,
              word -> word ^ Word.WRITING,
              (own, word) ->
                  checks && Word.writing(word)
                      ? own.sawFlags(word).stopped(DetectionSite.START)
                      : own.sawFlags(word)));
    }
    events.addAll(body);
    endWrite(events, !without.contains(Check.END));
    return List.copyOf(events);
  }

  private void endWrite(List<Event> events, boolean checks) {
    if (this == GO) {
      if (checks) {
        events.add(
            new Load(
                "END check",
                FLAGS,
                (own, word) ->
                    Word.writing(word)
                        ? own.sawFlags(word)
                        : own.sawFlags(word).stopped(DetectionSite.END)));
      }
      events.add(
          new Load("unmark: load", FLAGS, (own, word) -> own.sawFlags(word).withFlags(word)));
      events.add(new Store("unmark: store", FLAGS, own -> own.flags() & ~Word.WRITING));
      return;
    }
    int left = this == STAMP ? Word.STAMP : 0;
    events.add(
        new Update(
            "END check and unmark",
            FLAGS,
            word -> (word & ~Word.WRITING) + left,
            (own, word) ->
                checks && !Word.writing(word)
                    ? own.sawFlags(word).stopped(DetectionSite.END)
                    : own.sawFlags(word)));
  }

  /** The events of a lookup, or of one step of an iteration. */
  List<Event> read(List<Event> body, DetectionSite site, Set<Check> without) {
    List<Event> events = new ArrayList<>();
    if (!without.contains(Check.READ)) {
      events.add(check("check", site));
    } else if (this == STAMP) {
      events.add(new Load("stamp", FLAGS, (own, word) -> own.sawFlags(word).withStamp(word)));
    }
    events.addAll(body);
    if (this == STAMP && !without.contains(Check.READ_END)) {
      events.add(
          new Load(
              "stamp check",
              FLAGS,
              (own, word) ->
                  Word.stamp(word) == Word.stamp(own.stamp())
                      ? own.sawFlags(word)
                      : own.sawFlags(word).stopped(site)));
    }
    return List.copyOf(events);
  }

  /** The events that remember an iterator; under {@link #STAMP} they are a read of their own. */
  List<Event> beginIteration(Set<Check> without) {
    Event remember =
        new Update(
            "remember the iterator", FLAGS, word -> word | Word.ITERATOR, (own, word) -> own);
    return this == STAMP
        ? read(List.of(remember), DetectionSite.ITERATE, without)
        : List.of(remember);
  }

  private static Event check(String text, DetectionSite site) {
    return new Load(
        text,
        FLAGS,
        (own, word) -> {
          Local after = own.sawFlags(word).withStamp(word);
          return Word.writing(word) ? after.stopped(site) : after;
        });
  }
}
