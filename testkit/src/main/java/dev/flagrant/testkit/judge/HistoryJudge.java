package dev.flagrant.testkit.judge;

import dev.flagrant.testkit.ActorRun;
import dev.flagrant.testkit.MapOperation;
import dev.flagrant.testkit.MapOperation.Kind;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.Traversal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges histories in which nothing was thrown: CLEAN, LOST_UPDATE, TORN, or HANG for an iteration
 * that does not end.
 *
 * <p>Not thread-safe: it keeps the buffers of the last judgement for {@link #explain}.
 */
final class HistoryJudge {

  /** Answers of which an explanation tells; more are only counted. */
  private static final int LONGEST_CORE = 6;

  private final History history;
  private final EndStateRule endStates;
  private final OrderSearch orders;
  private final @Nullable TraversalRule[][] traversals;
  private final int[][] answers;

  HistoryJudge(Map<Integer, Integer> initial, List<List<MapOperation>> programs) {
    history = new History(initial, programs);
    endStates = new EndStateRule(history);
    orders = new OrderSearch(history);
    traversals = new @Nullable TraversalRule[history.actors()][];
    answers = new int[history.actors()][];
    for (int actor = 0; actor < history.actors(); actor++) {
      answers[actor] = new int[history.length(actor)];
      traversals[actor] = new @Nullable TraversalRule[history.length(actor)];
      for (int step = 0; step < history.length(actor); step++) {
        if (history.kinds[actor][step] == Kind.ITERATE) {
          traversals[actor][step] = new TraversalRule(history, actor, step);
        }
      }
    }
  }

  /** The keys whose cells an {@link EndState} must tell. */
  KeySpace keys() {
    return history.keys;
  }

  /**
   * Judges a history.
   *
   * @throws UndecidedException if too many orders would have to be tried
   */
  RaceOutcome weigh(List<ActorRun> runs, EndState end) {
    if (end.endless() || anyEndless(runs)) {
      return RaceOutcome.HANG;
    }
    if (!end.disagreement().isEmpty() || !endStates.allows(end.cells)) {
      return RaceOutcome.LOST_UPDATE;
    }
    if (!breach(runs).isEmpty()) {
      return RaceOutcome.TORN;
    }
    readAnswers(runs);
    return orders.explains(answers, end.cells, OrderSearch.PATIENCE)
        ? RaceOutcome.CLEAN
        : RaceOutcome.TORN;
  }

  private static boolean anyEndless(List<ActorRun> runs) {
    for (ActorRun run : runs) {
      for (int step = 0; step < run.completed(); step++) {
        if (run.answer(step) instanceof Traversal traversal && traversal.endless()) {
          return true;
        }
      }
    }
    return false;
  }

  private String breach(List<ActorRun> runs) {
    for (int actor = 0; actor < traversals.length; actor++) {
      for (int step = 0; step < traversals[actor].length; step++) {
        TraversalRule rule = traversals[actor][step];
        if (rule != null && runs.get(actor).answer(step) instanceof Traversal traversal) {
          String breach = rule.breach(traversal);
          if (!breach.isEmpty()) {
            return breach;
          }
        }
      }
    }
    return "";
  }

  private void readAnswers(List<ActorRun> runs) {
    for (int actor = 0; actor < answers.length; actor++) {
      for (int step = 0; step < answers[actor].length; step++) {
        answers[actor][step] =
            history.answersOneCell(actor, step) ? Cell.of(runs.get(actor).answer(step)) : Cell.ANY;
      }
    }
  }

  /** Says why a history just judged is not CLEAN: what was found and what was to be expected. */
  String explain(List<ActorRun> runs, EndState end) {
    if (end.endless() || anyEndless(runs)) {
      return "an iteration did not end after " + Traversal.LIMIT + " entries";
    }
    if (!end.disagreement().isEmpty()) {
      return end.disagreement();
    }
    if (!endStates.allows(end.cells)) {
      return endStates.explain(end.cells);
    }
    String breach = breach(runs);
    return breach.isEmpty() ? explainAnswers(runs, end) : breach;
  }

  private String explainAnswers(List<ActorRun> runs, EndState end) {
    readAnswers(runs);
    AnswerCore core = AnswerCore.of(orders, answers, end.cells);
    List<String> parts = new ArrayList<>();
    for (int actor = 0; actor < answers.length; actor++) {
      for (int step = 0; step < answers[actor].length; step++) {
        if (core.needsAnswer(actor, step)) {
          parts.add("thread %d: %s".formatted(actor, runs.get(actor).text(step)));
        }
      }
    }
    for (int key = 0; key < history.keys.named(); key++) {
      if (core.needsEnd(key)) {
        parts.add(
            "key %d ends with %s".formatted(history.keys.key(key), Cell.text(end.cells[key])));
      }
    }
    int hidden = Math.max(0, parts.size() - LONGEST_CORE);
    return "no order gives "
        + String.join(", ", parts.subList(0, parts.size() - hidden))
        + (hidden == 0 ? "" : " and " + hidden + " more answers");
  }
}
