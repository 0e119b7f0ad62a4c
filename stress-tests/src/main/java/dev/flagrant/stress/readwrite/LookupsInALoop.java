package dev.flagrant.stress.readwrite;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.flagrant.map.runtime.MarkedRow;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/**
 * A reader checks in a loop until it finds a mark, and a writer sets one that stays.
 *
 * <p>On a plain field the JIT may load the word once, before the loop, and the reader would never
 * be told. In opaque mode each check is a load, and what was stored becomes visible in the end.
 */
@JCStressTest(Mode.Termination)
@Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "The loop found the mark.")
@Outcome(
    id = "STALE",
    expect = FORBIDDEN,
    desc = "The loop goes on and on with the word as it was before: the load was moved out of it.")
@State
public class LookupsInALoop extends MarkedRow {

  /** The loop must be compiled, and have run for a while, before the writer comes. */
  private static final int TIME_TO_COMPILE_MILLIS = 20;

  @Actor
  public void reader() {
    readUntilDetected();
  }

  @Signal
  public void writer() throws InterruptedException {
    Thread.sleep(TIME_TO_COMPILE_MILLIS);
    mark();
  }
}
