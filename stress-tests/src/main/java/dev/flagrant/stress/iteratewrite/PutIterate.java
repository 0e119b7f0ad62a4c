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
 * One thread puts, the other iterates.
 *
 * <p>Each step of an iteration checks for a mark. A put that lies wholly between two steps leaves
 * none: the iteration then gives the new entry or does not, and both are right.
 */
@JCStressTest
@JCStressMeta(IterateWriteOutcomes.class)
@State
public class PutIterate extends ScenarioRace {

  private static final Trials TRIALS = Trials.of("put/iterate");

  public PutIterate() {
    super(TRIALS);
  }

  @Actor
  public void put() {
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
