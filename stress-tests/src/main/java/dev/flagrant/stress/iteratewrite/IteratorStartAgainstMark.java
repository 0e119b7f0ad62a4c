package dev.flagrant.stress.iteratewrite;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.flagrant.map.runtime.MarkedRow;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * An iteration sets its bits in the word while a writer sets its mark and takes it away.
 *
 * <p>The iteration's OR is atomic and the writer's flip is not. So the writer may store the word as
 * it was before the OR, and the bits of the iteration are gone: that is a race, and Go's map has it
 * too. The other way round nothing may happen: an OR that were a load and a store would bring back
 * a mark that has been taken away, and then the map is "being written to" for ever; or it would
 * lose the mark, and the one writer would be told of another.
 */
@JCStressTest
@Outcome(
    id = "OK, both",
    expect = ACCEPTABLE,
    desc = "The bits of the iteration are there, the mark is gone.")
@Outcome(
    id = "OK, none",
    expect = ACCEPTABLE_INTERESTING,
    desc = "The flip loaded before the OR and stored after it: the bits are lost, as in Go.")
@Outcome(
    id = ".*writing",
    expect = FORBIDDEN,
    desc = "The OR brought back the mark of a write that is over.")
@Outcome(
    id = "(START|END), .*",
    expect = FORBIDDEN,
    desc = "The OR took away the mark of the one writer, who was told of another.")
@State
public class IteratorStartAgainstMark extends MarkedRow {

  @Actor
  public void writer(LL_Result r) {
    r.r1 = write();
  }

  @Actor
  public void iteration() {
    rememberIterator();
  }

  @Arbiter
  public void left(LL_Result r) {
    r.r2 = word();
  }
}
