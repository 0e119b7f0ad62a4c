package dev.flagrant.stress.readwrite;

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
 * One thread removes, the other gets the same keys.
 *
 * <p>A lookup may match the tophash of an entry whose key and elem are being erased; it then
 * answers with nothing or with the elem, and never with an exception.
 */
@JCStressTest
@JCStressMeta(ReadWriteOutcomes.class)
@State
public class RemoveGet extends ScenarioRace {

  private static final Trials TRIALS = Trials.of("remove/get");

  public RemoveGet() {
    super(TRIALS);
  }

  @Actor
  public void remove() {
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
