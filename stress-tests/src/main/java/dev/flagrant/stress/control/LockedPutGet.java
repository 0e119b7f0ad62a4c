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
 * A writer and a reader under one lock: the reader finds no mark, and every put whole.
 *
 * <p>Any outcome but CLEAN is a false alarm or a plain bug.
 */
@JCStressTest
@JCStressMeta(ControlOutcomes.class)
@State
public class LockedPutGet extends ScenarioRace {

  private static final Trials TRIALS = Trials.locked("put/get");

  public LockedPutGet() {
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
