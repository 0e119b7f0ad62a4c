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
 * Two threads get from a map that nobody writes to, without any lock: not a race, in Go as in Java.
 *
 * <p>Any outcome but CLEAN is a false alarm or a plain bug.
 */
@JCStressTest
@JCStressMeta(ControlOutcomes.class)
@State
public class GetGet extends ScenarioRace {

  private static final Trials TRIALS = Trials.of("get/get");

  public GetGet() {
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
