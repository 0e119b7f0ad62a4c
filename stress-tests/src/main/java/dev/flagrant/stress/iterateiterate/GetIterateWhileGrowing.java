package dev.flagrant.stress.iterateiterate;

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
 * One thread gets, the other iterates, in a map that was left in the middle of a growth: no race.
 *
 * <p>Neither moves a bucket: only writes do.
 */
@JCStressTest
@JCStressMeta(ControlOutcomes.class)
@State
public class GetIterateWhileGrowing extends ScenarioRace {

  private static final Trials TRIALS = Trials.of("get/iterate while growing");

  public GetIterateWhileGrowing() {
    super(TRIALS);
  }

  @Actor
  public void get() {
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
