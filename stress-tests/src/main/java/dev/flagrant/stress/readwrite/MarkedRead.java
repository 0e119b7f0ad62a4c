package dev.flagrant.stress.readwrite;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.flagrant.map.runtime.MarkedRow;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * The smallest write against the smallest lookup, and the word that they leave.
 *
 * <p>A lookup never writes the word, so the writer must not notice it, and must leave no mark.
 */
@JCStressTest
@Outcome(
    id = "OK, OK, none",
    expect = ACCEPTABLE,
    desc = "The lookup came before the mark or after it.")
@Outcome(id = "OK, READ, none", expect = ACCEPTABLE, desc = "The lookup found the mark.")
@Outcome(
    id = "(START|END), .*",
    expect = FORBIDDEN,
    desc = "The only writer was told of another one.")
@Outcome(
    id = ".*writing",
    expect = FORBIDDEN,
    desc = "The write is over, and its mark is still there.")
@State
public class MarkedRead extends MarkedRow {

  @Actor
  public void writer(LLL_Result r) {
    r.r1 = write();
  }

  @Actor
  public void reader(LLL_Result r) {
    r.r2 = read();
  }

  @Arbiter
  public void left(LLL_Result r) {
    r.r3 = word();
  }
}
