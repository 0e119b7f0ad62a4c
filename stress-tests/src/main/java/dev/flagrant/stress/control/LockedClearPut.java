package dev.flagrant.stress.control;

import dev.flagrant.stress.race.ControlOutcomes;
import dev.flagrant.stress.race.ScenarioRace;
import dev.flagrant.stress.race.Trials;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * A clear and a writer under one lock: the new seed is seen with the cleared buckets.
 *
 * <p>Any outcome but CLEAN is a false alarm or a plain bug.
 */
@JCStressTest
@JCStressMeta(ControlOutcomes.class)
@State
public class LockedClearPut extends ScenarioRace {

  private static final Trials TRIALS = Trials.locked("clear/put");

  public LockedClearPut() {
    super(TRIALS);
  }

  @Actor
  public void clear() {
    perform(0);
  }

  @Actor
  public void put() {
    perform(1);
  }

  @Arbiter
  public void judge(L_Result r) {
    r.r1 = outcome();
  }
}
