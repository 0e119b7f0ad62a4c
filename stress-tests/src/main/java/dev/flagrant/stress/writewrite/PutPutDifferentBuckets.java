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
 * Two threads put keys of their own, almost surely into different buckets.
 *
 * <p>The buckets do not meet, but the count does: it is read, increased and written back. The guard
 * covers the map and not a bucket, so this race is told like any other.
 */
@JCStressTest
@JCStressMeta(WriteWriteOutcomes.class)
@State
public class PutPutDifferentBuckets extends ScenarioRace {

  private static final Trials TRIALS = Trials.of("put/put different buckets");

  public PutPutDifferentBuckets() {
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
