package dev.flagrant.stress.readwrite;

import dev.flagrant.stress.race.ScenarioRace;
import dev.flagrant.stress.race.ThreeActorOutcomes;
import dev.flagrant.stress.race.Trials;
import dev.flagrant.testkit.MapOperation.Get;
import dev.flagrant.testkit.MapOperation.Put;
import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.Role;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * Two threads put into one bucket, the third gets from it.
 *
 * <p>Two marks are none: while the flip of one writer has taken the mark of the other away, the
 * reader looks into a bucket that two threads are writing to, and is not told.
 *
 * <p>Seen in a smoke run on JDK 25, compiled by C2, on two processors that three actors shared:
 *
 * <pre>{@code
 * CLEAN           512,135
 * DETECTED END         59
 * DETECTED READ     1,146
 * DETECTED START      376
 * LOST_UPDATE           1
 * TORN                 35
 * }</pre>
 */
@JCStressTest
@JCStressMeta(ThreeActorOutcomes.class)
@State
public class PutPutGet extends ScenarioRace {

  private static final int ENTRIES = 7;

  private static final Role PUT =
      slot -> slot.repeat(8, step -> new Put(key(step), slot.value(step)));

  private static final Trials TRIALS =
      Trials.of(
          RaceScenario.named("put/put/get")
              .about("Two threads put an old and a new key of one bucket, the third gets them.")
              .entries(ENTRIES)
              .role(PUT)
              .role(PUT)
              .role(slot -> slot.repeat(8, step -> new Get(key(step))))
              .build(),
          3);

  private static Integer key(int step) {
    return step % 2 == 0 ? 3 : ENTRIES;
  }

  public PutPutGet() {
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

  @Actor
  public void reader() {
    perform(2);
  }

  @Arbiter
  public void judge(L_Result r) {
    r.r1 = outcome();
  }
}
