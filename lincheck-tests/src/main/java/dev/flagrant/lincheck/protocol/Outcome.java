package dev.flagrant.lincheck.protocol;

import dev.flagrant.testkit.DetectionSite;
import dev.flagrant.testkit.RaceOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of an interleaving from outside.
 *
 * @param ends for each thread what it got: the cells it loaded, or where it noticed the race
 * @param cells what is in the cells in the end
 * @param iteratorRemembered whether the iterator's mark is there in the end
 */
public record Outcome(List<End> ends, List<Integer> cells, boolean iteratorRemembered) {

  /**
   * How one thread ended.
   *
   * @param noticed where it noticed the race, or null
   * @param answer the cells it loaded; empty if it noticed the race
   */
  public record End(@Nullable DetectionSite noticed, List<Integer> answer) {
    @Override
    public String toString() {
      return noticed == null ? answer.toString() : noticed.toString();
    }
  }

  static Outcome of(State state) {
    return new Outcome(
        state.threads().stream()
            .map(own -> new End(own.noticed(), own.noticed() == null ? own.answer() : List.of()))
            .toList(),
        state.memory().subList(1, state.memory().size()),
        (state.memory().get(0) & Word.ITERATOR) != 0);
  }

  /** Whether some thread noticed the race. */
  public boolean detected() {
    return ends.stream().anyMatch(end -> end.noticed() != null);
  }

  /** The outcome in the words of all reports, given those of the sequential orders. */
  RaceOutcome judged(List<Outcome> sequential) {
    if (detected()) {
      return RaceOutcome.DETECTED;
    }
    if (sequential.contains(this)) {
      return RaceOutcome.CLEAN;
    }
    boolean endIsAllowed =
        sequential.stream()
            .anyMatch(
                allowed ->
                    allowed.cells.equals(cells)
                        && allowed.iteratorRemembered == iteratorRemembered);
    return endIsAllowed ? RaceOutcome.TORN : RaceOutcome.LOST_UPDATE;
  }

  @Override
  public String toString() {
    return ends + " " + cells + (iteratorRemembered ? " I" : "");
  }
}
