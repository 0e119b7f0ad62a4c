package dev.flagrant.testkit.judge;

import dev.flagrant.testkit.ActorRun;
import dev.flagrant.testkit.MapOperation;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.Traversal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A history written down by hand: operations with the answers they are said to have given. */
final class HandMade {

  private final Map<Integer, Integer> initial;
  private final List<List<MapOperation>> programs = new ArrayList<>();
  private final List<List<@Nullable Object>> answers = new ArrayList<>();

  private HandMade(Map<Integer, Integer> initial) {
    this.initial = initial;
  }

  static HandMade on(Map<Integer, Integer> initial) {
    return new HandMade(initial);
  }

  /** An operation and the answer it is said to have given. */
  record Step(MapOperation operation, @Nullable Object answer) {}

  static Step put(int key, int value, @Nullable Integer answer) {
    return new Step(new MapOperation.Put(key, value), answer);
  }

  static Step get(int key, @Nullable Integer answer) {
    return new Step(new MapOperation.Get(key), answer);
  }

  static Step remove(int key, @Nullable Integer answer) {
    return new Step(new MapOperation.Remove(key), answer);
  }

  static Step clear() {
    return new Step(new MapOperation.Clear(), null);
  }

  /** An iteration that gave these keys and values, alternating. */
  static Step iterate(Object... keysAndValues) {
    Traversal traversal = new Traversal();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      traversal.add(keysAndValues[i], keysAndValues[i + 1]);
    }
    return new Step(new MapOperation.Iterate(), traversal);
  }

  HandMade actor(Step... steps) {
    List<MapOperation> program = new ArrayList<>();
    List<@Nullable Object> given = new ArrayList<>();
    for (Step step : steps) {
      program.add(step.operation());
      given.add(step.answer());
    }
    programs.add(program);
    answers.add(given);
    return this;
  }

  HistoryJudge judge() {
    return new HistoryJudge(initial, programs);
  }

  List<ActorRun> runs() {
    List<ActorRun> runs = new ArrayList<>();
    for (int actor = 0; actor < programs.size(); actor++) {
      ActorRun run = new ActorRun(programs.get(actor));
      for (int step = 0; step < answers.get(actor).size(); step++) {
        run.answer(step, answers.get(actor).get(step));
      }
      runs.add(run);
    }
    return runs;
  }

  /** How the history is judged if it left this map. */
  RaceOutcome leaving(Map<Integer, Integer> end) {
    HistoryJudge judge = judge();
    return judge.weigh(runs(), EndState.read(end, judge.keys()));
  }

  /** Why the history is not CLEAN if it left this map. */
  String whyNot(Map<Integer, Integer> end) {
    HistoryJudge judge = judge();
    return judge.explain(runs(), EndState.read(end, judge.keys()));
  }
}
