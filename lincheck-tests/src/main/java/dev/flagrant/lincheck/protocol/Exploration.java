package dev.flagrant.lincheck.protocol;

import dev.flagrant.lincheck.protocol.Protocol.Check;
import dev.flagrant.lincheck.protocol.State.Move;
import dev.flagrant.testkit.RaceOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every interleaving of a minimal race, counted.
 *
 * <p>Interleavings that lead to one state have the same continuations, so each state is followed
 * once and the counts are added up: exact, in time proportional to the states. Counts that do not
 * fit a {@code long} throw.
 */
public final class Exploration {

  /**
   * Interleavings that ended alike.
   *
   * @param saw for each thread, the writer's mark in each of its loads of the flags: 0 or 1
   * @param outcome what can be told from outside
   */
  public record Ending(List<String> saw, Outcome outcome) {}

  /**
   * The interleavings of one ending.
   *
   * @param count how many there are
   * @param switches in the shortest: how often another thread went on
   * @param shortest one with the fewest switches
   */
  public record Found(long count, int switches, Trace shortest) {
    private Found plus(Found other) {
      return new Found(
          Math.addExact(count, other.count),
          Math.min(switches, other.switches),
          other.switches < switches ? other.shortest : shortest);
    }
  }

  private record Point(State state, int lastThread) {}

  private final MinimalRace race;
  private final List<List<Event>> programs;
  private final MemoryModel model;
  private final Map<Point, Map<Ending, Found>> followed = new HashMap<>();
  private final Map<Ending, Found> endings;
  private final List<Outcome> sequential;

  private Exploration(MinimalRace race, List<List<Event>> programs, MemoryModel model) {
    this.race = race;
    this.programs = programs;
    this.model = model;
    this.sequential = List.of(inOrder(0, 1), inOrder(1, 0));
    this.endings = follow(new Point(State.start(programs.size()), -1));
    this.followed.clear();
  }

  /** Explores a race under a whole protocol. */
  public static Exploration of(MinimalRace race, Protocol protocol, MemoryModel model) {
    return of(race, protocol, model, EnumSet.noneOf(Check.class));
  }

  /** Explores a race under a protocol that lacks some of its checks. */
  public static Exploration of(
      MinimalRace race, Protocol protocol, MemoryModel model, Set<Check> without) {
    return new Exploration(race, race.programs(protocol, without), model);
  }

  /** How many interleavings there are. */
  public long total() {
    return endings.values().stream().mapToLong(Found::count).reduce(0, Math::addExact);
  }

  /** How many interleavings end in this way. */
  public long count(RaceOutcome outcome) {
    return endings.entrySet().stream()
        .filter(each -> each.getKey().outcome().judged(sequential) == outcome)
        .mapToLong(each -> each.getValue().count())
        .reduce(0, Math::addExact);
  }

  /** How many interleavings go wrong without anybody noticing. */
  public long silent() {
    return Math.addExact(count(RaceOutcome.LOST_UPDATE), count(RaceOutcome.TORN));
  }

  /** All that can be told from outside, over all interleavings. */
  public Set<Outcome> outcomes() {
    return endings.keySet().stream().map(Ending::outcome).collect(Collectors.toSet());
  }

  /** The silently wrong interleavings by class, those with the fewest switches first. */
  public List<Window> windows() {
    Map<String, Found> classes = new TreeMap<>();
    Map<String, RaceOutcome> outcomes = new HashMap<>();
    endings.forEach(
        (ending, found) -> {
          RaceOutcome outcome = ending.outcome().judged(sequential);
          if (outcome.isSilentHarm()) {
            String key = Window.key(race, ending, outcome);
            classes.merge(key, found, Found::plus);
            outcomes.put(key, outcome);
          }
        });
    List<Window> windows = new ArrayList<>();
    classes.forEach(
        (key, found) -> {
          RaceOutcome outcome = outcomes.get(key);
          if (outcome != null) {
            windows.add(new Window(race, key, outcome, found));
          }
        });
    windows.sort(
        Comparator.comparingInt((Window window) -> window.found().switches())
            .thenComparing(Window::key));
    return windows;
  }

  private Map<Ending, Found> follow(Point point) {
    Map<Ending, Found> known = followed.get(point);
    if (known != null) {
      return known;
    }
    Map<Ending, Found> found = new HashMap<>();
    List<Move> moves = point.state().moves(programs, model);
    if (moves.isEmpty()) {
      List<String> saw = point.state().threads().stream().map(Local::saw).toList();
      found.put(new Ending(saw, Outcome.of(point.state())), new Found(1, 0, Trace.END));
    }
    for (Move move : moves) {
      int switched = point.lastThread() >= 0 && point.lastThread() != move.thread() ? 1 : 0;
      follow(new Point(move.after(), move.thread()))
          .forEach(
              (ending, rest) ->
                  found.merge(
                      ending,
                      new Found(
                          rest.count(),
                          rest.switches() + switched,
                          new Trace(move.thread(), move.text(), rest.shortest())),
                      Found::plus));
    }
    followed.put(point, found);
    return found;
  }

  /** The outcome of one thread after the other. */
  private Outcome inOrder(int... threads) {
    State state = State.start(programs.size());
    for (int thread : threads) {
      @Nullable Move move;
      do {
        move = null;
        for (Move each : state.moves(programs, MemoryModel.SC)) {
          move = each.thread() == thread ? each : move;
        }
        state = move == null ? state : move.after();
      } while (move != null);
    }
    return Outcome.of(state);
  }
}
