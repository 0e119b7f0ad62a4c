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
 * One thread gets, the other iterates: no race.
 *
 * <p>The bits that an iteration sets lie in the word that a lookup checks, and must not be taken
 * for a mark.
 */
@JCStressTest
@JCStressMeta(ControlOutcomes.class)
@State
public class GetIterate extends ScenarioRace {

  private static final Trials TRIALS = Trials.of("get/iterate");

  public GetIterate() {
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
