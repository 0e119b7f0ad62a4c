package dev.flagrant.stress.iterateiterate;

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
 * Two threads iterate: no race.
 *
 * <p>Each iteration writes all the same, as it remembers itself in the flags word. That write is
 * the one atomic operation on the word, because this race with itself is allowed.
 */
@JCStressTest
@JCStressMeta(ControlOutcomes.class)
@State
public class IterateIterate extends ScenarioRace {

  private static final Trials TRIALS = Trials.of("iterate/iterate");

  public IterateIterate() {
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
