package dev.flagrant.stress.writewrite;

import dev.flagrant.stress.race.ScenarioRace;
import dev.flagrant.stress.race.Trials;
import dev.flagrant.stress.race.WriteWriteOutcomes;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * Two threads put keys of their own, all into one bucket.
 *
 * <p>No key is shared, yet the cells are: both writers look for the first empty cell, and the later
 * one overwrites the earlier. A map that is safe "as long as the keys differ" does not exist.
 */
@JCStressTest
@JCStressMeta(WriteWriteOutcomes.class)
@State
public class PutPutSameBucket extends ScenarioRace {

  private static final Trials TRIALS = Trials.of("put/put same bucket");

  public PutPutSameBucket() {
    super(TRIALS);
  }

  @Actor
  public void one() {
    perform(0);
  }

  @Actor
  public void other() {
    perform(1);
  }

  @Arbiter
  public void judge(L_Result r) {
    r.r1 = outcome();
  }
}
