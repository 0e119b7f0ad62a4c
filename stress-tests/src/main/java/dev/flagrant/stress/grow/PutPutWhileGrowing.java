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
 * Two threads put into a map that is growing: each put evacuates one or two old buckets.
 *
 * <p>Two evacuations of one bucket copy its entries twice. Where the second finds the marks of the
 * first in a chain that was not yet done, it tells by "bad map state", which is a detection too.
 */
@JCStressTest
@JCStressMeta(WriteWriteOutcomes.class)
@State
public class PutPutWhileGrowing extends ScenarioRace {

  private static final Trials TRIALS = Trials.of("put/put while growing");

  public PutPutWhileGrowing() {
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
