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
 * Two threads put the same new key, again and again.
 *
 * <p>Both may find a free cell for it: then the map holds the key twice, or counts it twice, and
 * every later iteration tells a lie. The mark in the flags word stands for the whole of each put,
 * so the other writer mostly meets it at its start; where both passed that check, one misses its
 * mark at the end.
 */
@JCStressTest
@JCStressMeta(WriteWriteOutcomes.class)
@State
public class PutPutSameKey extends ScenarioRace {

  private static final Trials TRIALS = Trials.of("put/put same key");

  public PutPutSameKey() {
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
