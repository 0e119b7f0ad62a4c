package dev.flagrant.stress.grow;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.flagrant.map.ConcurrentModificationError;
import dev.flagrant.map.GoMap;
import dev.flagrant.map.runtime.MarkedRow;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/**
 * Two iterations begin while a put starts the growth of the map from one bucket to two.
 *
 * <p>The growth makes iterators of the new buckets into iterators of the old ones, with a load and
 * a store, and each iteration sets both bits with its atomic OR. So what is left is both bits, if
 * an iteration began last; that of the old buckets, if the growth did; none, if a store of the
 * writer brought back the word from before the first iteration. It is never that of the new buckets
 * alone, as nobody stores it without the other. Where the guard's updates are atomic no store
 * brings back an older word, and requirements.json forbids that no bit is left; and under the guard
 * stamp, which checks a step at its end, too, that an iteration finds nothing in a map of entries.
 *
 * <p>Seen in a smoke run on JDK 25, compiled by C2, on two processors that three actors shared:
 *
 * <pre>{@code
 * ITERATE, ITERATE, OK, both    118,729
 * ITERATE, ITERATE, OK, none     35,922
 * ITERATE, ITERATE, OK, old         354
 * ITERATE, OK, OK, both          55,325
 * ITERATE, OK, OK, old           22,067
 * OK, ITERATE, OK, both          55,306
 * OK, ITERATE, OK, old           22,430
 * OK, OK, OK, both            1,229,937
 * OK, OK, OK, old               661,216
 * OK, empty, OK, both                 8
 * empty, OK, OK, both                10
 * }</pre>
 */
@JCStressTest
@Outcome(
    id = ".*writing",
    expect = FORBIDDEN,
    desc = "The put is over, and its mark is still there.")
@Outcome(
    id = ".*, new",
    expect = FORBIDDEN,
    desc = "Iterations set both bits at once, and the growth clears this one first.")
@Outcome(
    id = ".*, (START|END|GROW), .*",
    expect = FORBIDDEN,
    desc = "The only writer was told of another one.")
@Outcome(
    id = "OK, OK, OK, (both|old)",
    expect = ACCEPTABLE,
    desc = "Nobody was told, and the word remembers that there are iterations.")
@Outcome(
    id = "OK, OK, OK, none",
    expect = ACCEPTABLE_INTERESTING,
    desc =
        "The put stored the word as it was before the iterations: their bits are lost, as in Go.")
@Outcome(
    id = "(OK|ITERATE), (OK|ITERATE), OK, (both|old|none)",
    expect = ACCEPTABLE,
    desc = "An iteration found the mark of the put at its first step.")
@Outcome(
    id = "(OK|ITERATE|empty), (OK|ITERATE|empty), OK, (both|old|none)",
    expect = ACCEPTABLE_INTERESTING,
    desc =
        "Nobody told an iteration that had looked at the word before: it stepped into the new "
            + "buckets, found nothing there yet, and was over.")
@State
public class TwoIteratorStartsAndAGrowth {

  /** The next entry makes a map grow. */
  private static final int FULL = 8;

  private final GoMap<Integer, Integer> map = new GoMap<>();

  public TwoIteratorStartsAndAGrowth() {
    for (int key = 0; key < FULL; key++) {
      map.put(key, key);
    }
  }

  private String begin() {
    try {
      return map.range().next() ? MarkedRow.OK : "empty";
    } catch (ConcurrentModificationError detection) {
      return detection.site().name();
    }
  }

  @Actor
  public void one(LLLL_Result r) {
    r.r1 = begin();
  }

  @Actor
  public void other(LLLL_Result r) {
    r.r2 = begin();
  }

  @Actor
  public void writer(LLLL_Result r) {
    try {
      map.put(FULL, FULL);
      r.r3 = MarkedRow.OK;
    } catch (ConcurrentModificationError detection) {
      r.r3 = detection.site().name();
    }
  }

  @Arbiter
  public void left(LLLL_Result r) {
    r.r4 = MarkedRow.word(map);
  }
}
