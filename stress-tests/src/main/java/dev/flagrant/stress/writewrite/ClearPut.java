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
 * One thread clears the map while the other puts.
 *
 * <p>A clear begins anew with another seed, and an entry put with the old one lies where no lookup
 * will search for it.
 */
@JCStressTest
@JCStressMeta(WriteWriteOutcomes.class)
@State
public class ClearPut extends ScenarioRace {

  private static final Trials TRIALS = Trials.of("clear/put");

  public ClearPut() {
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
