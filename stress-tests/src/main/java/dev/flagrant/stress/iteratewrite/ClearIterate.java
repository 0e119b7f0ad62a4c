package dev.flagrant.stress.iteratewrite;

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
 * One thread clears the map, the other iterates over it.
 *
 * <p>The long write of a clear meets one of the many steps of an iteration almost always when they
 * overlap at all.
 */
@JCStressTest
@JCStressMeta(IterateWriteOutcomes.class)
@State
public class ClearIterate extends ScenarioRace {

  private static final Trials TRIALS = Trials.of("clear/iterate");

  public ClearIterate() {
    super(TRIALS);
  }

  @Actor
  public void clear() {
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
