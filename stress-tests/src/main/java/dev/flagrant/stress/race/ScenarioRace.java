package dev.flagrant.stress.race;

import dev.flagrant.testkit.ActorRun;
import dev.flagrant.testkit.RaceScenario;
import java.util.List;
import java.util.Map;

/**
 * One trial of one of testkit's scenarios, as the state of a JCStress test.
 *
 * <p>A test extends this, hands over its {@link Trials}, and has one method for each actor and one
 * for the arbiter, as JCStress only sees methods declared in the test itself. What an actor meets
 * is caught and kept; the arbiter gives the judge's word for the whole trial.
 */
public abstract class ScenarioRace {

  private final Trials trials;
  private final Map<Integer, Integer> map;
  private final List<ActorRun> runs;

  /** A fresh, prepared map. */
  protected ScenarioRace(Trials trials) {
    this.trials = trials;
    this.map = trials.newMap();
    this.runs = trials.newRuns();
  }

  final RaceScenario scenario() {
    return trials.scenario();
  }

  /** Performs the program of one actor. */
  protected final void perform(int actor) {
    runs.get(actor).perform(map);
  }

  /** How the trial ended; only after all actors. */
  protected final String outcome() {
    return trials.outcome(map, runs);
  }
}
