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
 * Two threads remove the same keys in the same order.
 *
 * <p>Both may find an entry before either has cleared it; then it is counted down twice and the map
 * becomes smaller than what it holds.
 */
@JCStressTest
@JCStressMeta(WriteWriteOutcomes.class)
@State
public class RemoveRemove extends ScenarioRace {

  private static final Trials TRIALS = Trials.of("remove/remove");

  public RemoveRemove() {
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
