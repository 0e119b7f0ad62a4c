package dev.flagrant.stress.grow;

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
 * Two threads put into a map that must grow meanwhile.
 *
 * <p>Both may decide to grow: each hangs the present array up as the old one and an empty one in
 * its place, and the entries of a whole array are gone. The mark stands for the put that grows, the
 * decision included.
 */
@JCStressTest
@JCStressMeta(WriteWriteOutcomes.class)
@State
public class PutPutAcrossGrowth extends ScenarioRace {

  private static final Trials TRIALS = Trials.of("put/put across a growth");

  public PutPutAcrossGrowth() {
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
