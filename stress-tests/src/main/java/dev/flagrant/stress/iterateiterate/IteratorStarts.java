package dev.flagrant.stress.iterateiterate;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.runtime.MarkedRow;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * Two iterations begin at once on one map.
 *
 * <p>Each sets the same two bits of the flags word. Nothing else is acceptable but that both see
 * the entry and both bits stay.
 *
 * <p>Seen in a smoke run on JDK 25, compiled by C2, on two processors busy with other work:
 *
 * <pre>{@code
 * true, true, both  138,968
 * }</pre>
 */
@JCStressTest
@Outcome(
    id = "true, true, both",
    expect = ACCEPTABLE,
    desc = "Both iterations give the entry, and the word remembers that there were some.")
@State
public class IteratorStarts {

  private static final Integer KEY = 1;

  private final GoMap<Integer, Integer> map = new GoMap<>();

  public IteratorStarts() {
    map.put(KEY, KEY);
  }

  @Actor
  public void one(LLL_Result r) {
    r.r1 = map.range().next();
  }

  @Actor
  public void other(LLL_Result r) {
    r.r2 = map.range().next();
  }

  @Arbiter
  public void left(LLL_Result r) {
    r.r3 = MarkedRow.word(map);
  }
}
