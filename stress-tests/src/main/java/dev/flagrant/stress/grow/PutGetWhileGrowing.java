package dev.flagrant.stress.grow;

import dev.flagrant.stress.race.ReadWriteOutcomes;
import dev.flagrant.stress.race.ScenarioRace;
import dev.flagrant.stress.race.Trials;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * One thread puts into a growing map, the other gets keys that are on their way.
 *
 * <p>A lookup asks whether the old bucket has been evacuated, and then searches it or the new one.
 * Between the two the entry may leave: it is in the new bucket already, and the lookup searches the
 * old.
 */
@JCStressTest
@JCStressMeta(ReadWriteOutcomes.class)
@State
public class PutGetWhileGrowing extends ScenarioRace {

  private static final Trials TRIALS = Trials.of("put/get while growing");

  public PutGetWhileGrowing() {
    super(TRIALS);
  }

  @Actor
  public void put() {
    perform(0);
  }

  @Actor
  public void get() {
    perform(1);
  }

  @Arbiter
  public void judge(L_Result r) {
    r.r1 = outcome();
  }
}
