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
 * One thread clears a map of 64 entries, the other gets some of them.
 *
 * <p>A clear holds its mark for as long as it wipes all buckets, so there is much to meet. But a
 * lookup that finds the count zero answers at once, before it looks at the flags: Go's order, and
 * the part of a clear that is never told of.
 */
@JCStressTest
@JCStressMeta(ReadWriteOutcomes.class)
@State
public class ClearGet extends ScenarioRace {

  private static final Trials TRIALS = Trials.of("clear/get");

  public ClearGet() {
    super(TRIALS);
  }

  @Actor
  public void clear() {
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
