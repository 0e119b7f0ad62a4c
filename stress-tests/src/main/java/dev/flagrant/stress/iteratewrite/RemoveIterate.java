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
 * One thread removes, the other iterates.
 *
 * <p>Go lets one thread remove entries while it iterates, so what iterations find of a removal is
 * well defined; what a second thread does is a race all the same.
 */
@JCStressTest
@JCStressMeta(IterateWriteOutcomes.class)
@State
public class RemoveIterate extends ScenarioRace {

  private static final Trials TRIALS = Trials.of("remove/iterate");

  public RemoveIterate() {
    super(TRIALS);
  }

  @Actor
  public void remove() {
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
