package dev.flagrant.testkit.judge;

import dev.flagrant.testkit.MapOperation;
import dev.flagrant.testkit.MapOperation.Kind;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.Traversal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The slow judge the fast one is compared with: it performs the programs on a {@code HashMap} in
 * every order there is. It only does not go on twice from the same place.
 *
 * <p>A clear is a removal of each key, in every order, and of any key again while it lasts. An
 * iteration is two moments of an order, its beginning and its end; what a key held at any time
 * between them, in any order, is what the iteration may give for it.
 */
final class EveryOrder {

  /** What one key's cell can hold during an iteration, over all orders. */
  private static final class Shown {
    final Set<@Nullable Integer> held = new HashSet<>();
    int appearances;
  }

  /** A place in an order: each actor's next step, what its clear has erased so far, and the map. */
  private record Place(List<Integer> next, List<Set<Integer>> erased, Map<Integer, Integer> map) {
    Place copy() {
      List<Set<Integer>> sets = new ArrayList<>();
      erased.forEach(set -> sets.add(new HashSet<>(set)));
      return new Place(new ArrayList<>(next), sets, new HashMap<>(map));
    }
  }

  /** All that what follows depends on. */
  private record Point(Place place, @Nullable Object rest) {}

  /** One moment of an order, and whether its answer was as seen. */
  private record Moment(Place then, boolean asSeen) {}

  private final List<List<MapOperation>> programs;
  private final List<List<@Nullable Object>> answers;
  private final Map<Integer, Integer> end;
  private final Set<Integer> keys = new HashSet<>();
  private final Set<Point> visited = new HashSet<>();
  private final Place start;
  private boolean endReached;
  private boolean explained;

  EveryOrder(
      Map<Integer, Integer> initial,
      List<List<MapOperation>> programs,
      List<List<@Nullable Object>> answers,
      Map<Integer, Integer> end) {
    this.programs = programs;
    this.answers = answers;
    this.end = end;
    keys.addAll(initial.keySet());
    start = new Place(new ArrayList<>(), new ArrayList<>(), new HashMap<>(initial));
    for (List<MapOperation> program : programs) {
      start.next.add(0);
      start.erased.add(new HashSet<>());
      for (MapOperation operation : program) {
        Integer key = operation.key();
        if (key != null) {
          keys.add(key);
        }
      }
    }
  }

  RaceOutcome outcome() {
    order(start, true);
    if (!endReached) {
      return RaceOutcome.LOST_UPDATE;
    }
    return explained && traversalsAllowed() ? RaceOutcome.CLEAN : RaceOutcome.TORN;
  }

  private void order(Place place, boolean asSeen) {
    if (!visited.add(new Point(place, asSeen))) {
      return;
    }
    boolean over = true;
    for (int actor = 0; actor < programs.size(); actor++) {
      for (Moment moment : moments(place, actor)) {
        over = false;
        order(moment.then, asSeen && moment.asSeen);
      }
    }
    if (over && place.map.equals(end)) {
      endReached = true;
      explained |= asSeen;
    }
  }

  /** What this actor can do next: one thing, or any erasure of its clear. */
  private List<Moment> moments(Place place, int actor) {
    int step = place.next.get(actor);
    if (step == programs.get(actor).size()) {
      return List.of();
    }
    MapOperation operation = programs.get(actor).get(step);
    List<Moment> moments = new ArrayList<>();
    if (operation.kind() == Kind.CLEAR) {
      Set<Integer> erased = place.erased.get(actor);
      for (Integer key : keys) {
        if (!erased.contains(key) || place.map.containsKey(key)) {
          Place then = place.copy();
          then.map.remove(key);
          then.erased.get(actor).add(key);
          moments.add(new Moment(then, true));
        }
      }
      if (!erased.containsAll(keys)) {
        return moments;
      }
    }
    Place then = place.copy();
    then.next.set(actor, step + 1);
    then.erased.get(actor).clear();
    boolean asSeen = true;
    if (operation.kind() != Kind.CLEAR && operation.kind() != Kind.ITERATE) {
      asSeen = Objects.equals(operation.perform(then.map), answers.get(actor).get(step));
    }
    moments.add(new Moment(then, asSeen));
    return moments;
  }

  private boolean traversalsAllowed() {
    for (int actor = 0; actor < programs.size(); actor++) {
      for (int step = 0; step < programs.get(actor).size(); step++) {
        if (answers.get(actor).get(step) instanceof Traversal traversal
            && !allowed(traversal, shown(actor, step))) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean allowed(Traversal traversal, Map<Integer, Shown> shown) {
    Map<Integer, Integer> given = new HashMap<>();
    for (int i = 0; i < traversal.size(); i++) {
      if (!(traversal.key(i) instanceof Integer key)
          || !keys.contains(key)
          || !(traversal.value(i) instanceof Integer value)
          || !of(shown, key).held.contains(value)) {
        return false;
      }
      given.merge(key, 1, Integer::sum);
    }
    for (Integer key : keys) {
      int times = given.getOrDefault(key, 0);
      if (times == 0 && !of(shown, key).held.contains(null)) {
        return false;
      }
      if (times > Math.max(1, of(shown, key).appearances)) {
        return false;
      }
    }
    return true;
  }

  private static Shown of(Map<Integer, Shown> shown, Integer key) {
    return shown.computeIfAbsent(key, any -> new Shown());
  }

  private Map<Integer, Shown> shown(int actor, int iteration) {
    Map<Integer, Shown> shown = new HashMap<>();
    visited.clear();
    watch(actor, iteration, start, null, shown);
    return shown;
  }

  /** Follows every order; the iteration of this actor is open where appearances are counted. */
  private void watch(
      int actor,
      int iteration,
      Place place,
      @Nullable Map<Integer, Integer> appearances,
      Map<Integer, Shown> shown) {
    if (!visited.add(new Point(place, appearances))) {
      return;
    }
    boolean reached = place.next.get(actor) == iteration;
    if (appearances != null) {
      for (Integer key : keys) {
        Shown now = of(shown, key);
        now.held.add(place.map.get(key));
        now.appearances = Math.max(now.appearances, appearances.getOrDefault(key, 0));
      }
    } else if (reached) {
      Map<Integer, Integer> opened = new HashMap<>();
      place.map.keySet().forEach(key -> opened.put(key, 1));
      watch(actor, iteration, place, opened, shown);
    }
    for (int other = 0; other < programs.size(); other++) {
      if (other == actor && reached) {
        continue; // what comes after the iteration does not matter to it
      }
      for (Moment moment : moments(place, other)) {
        Map<Integer, Integer> then = appearances == null ? null : new HashMap<>(appearances);
        if (then != null) {
          moment.then.map.keySet().stream()
              .filter(key -> !place.map.containsKey(key))
              .forEach(key -> then.merge(key, 1, Integer::sum));
        }
        watch(actor, iteration, moment.then, then, shown);
      }
    }
  }
}
