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
 * One thread puts a key, the other removes it.
 *
 * <p>A removal clears the key, the elem and the tophash of a cell in three steps, and a put that
 * finds the cell in between revives half an entry.
 */
@JCStressTest
@JCStressMeta(WriteWriteOutcomes.class)
@State
public class PutRemove extends ScenarioRace {

  private static final Trials TRIALS = Trials.of("put/remove");

  public PutRemove() {
    super(TRIALS);
  }

  @Actor
  public void put() {
    perform(0);
  }

  @Actor
  public void remove() {
    perform(1);
  }

  @Arbiter
  public void judge(L_Result r) {
    r.r1 = outcome();
  }
}
