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
 * One thread puts, the other gets, in one bucket.
 *
 * <p>A lookup checks for a mark once, before it looks. A put that begins later goes unseen, and
 * with a new key the lookup may find the cell half filled: here, as in Go, the tophash is written
 * last, but nothing orders the three writes for another processor.
 */
@JCStressTest
@JCStressMeta(ReadWriteOutcomes.class)
@State
public class PutGet extends ScenarioRace {

  private static final Trials TRIALS = Trials.of("put/get");

  public PutGet() {
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
