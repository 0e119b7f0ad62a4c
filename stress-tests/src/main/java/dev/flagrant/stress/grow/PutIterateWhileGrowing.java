package dev.flagrant.stress.grow;

import dev.flagrant.stress.race.IterateWriteOutcomes;
import dev.flagrant.stress.race.ScenarioRace;
import dev.flagrant.stress.race.Trials;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * One thread puts into a growing map, the other iterates over it.
 *
 * <p>An iteration that began before the growth stays with the array that it began with, and looks
 * up again each entry that has been moved away beneath it.
 */
@JCStressTest
@JCStressMeta(IterateWriteOutcomes.class)
@State
public class PutIterateWhileGrowing extends ScenarioRace {

  private static final Trials TRIALS = Trials.of("put/iterate while growing");

  public PutIterateWhileGrowing() {
    super(TRIALS);
  }

  @Actor
  public void put() {
    perform(0);
  }

  @Actor
  public void iterate() {
    perform(1);
  }

  @Arbiter
  public void judge(L_Result r) {
    r.r1 = outcome();
  }
}
