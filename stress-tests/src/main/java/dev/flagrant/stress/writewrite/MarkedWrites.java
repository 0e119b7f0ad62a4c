package dev.flagrant.stress.writewrite;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.flagrant.map.runtime.MarkedRow;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * Two writers of a short row of counters, guarded by the word of a real map.
 *
 * <p>Here each part of the protocol can be seen to be there. {@code START} needs the first check.
 * {@code END, END} needs the last check, and a flip that undoes another's flip: with {@code |=} in
 * place of {@code ^=} one of the two writers is always content. It also needs the flip to load the
 * word anew. On a plain field C2 of JDK 17 uses what the first check has loaded: a mark set between
 * the two is then stored once more and not taken away, and both writers are hardly ever told.
 *
 * <p>Seen in a smoke run on JDK 25, compiled by C2, on two processors busy with other work:
 *
 * <pre>{@code
 * END, END, 1         1
 * END, END, 2        81
 * END, OK, 1         10
 * END, OK, 2         11
 * OK, END, 1         10
 * OK, END, 2         10
 * OK, OK, 1          10
 * OK, OK, 2     124,450
 * OK, START, 1       24
 * START, OK, 1       25
 * }</pre>
 */
@JCStressTest
@Outcome(
    id = ".*FLAGS.*",
    expect = FORBIDDEN,
    desc = "The writes are over, and do not explain the bits that are left in the word.")
@Outcome(
    id = "OK, OK, 2",
    expect = ACCEPTABLE,
    desc = "One after the other; or they overlapped and did no harm.")
@Outcome(
    id = "OK, OK, 1",
    expect = ACCEPTABLE_INTERESTING,
    desc = "Lost, and nobody was told: both loaded the word before either stored its mark.")
@Outcome(
    id = {"START, OK, .*", "OK, START, .*"},
    expect = ACCEPTABLE,
    desc = "The second writer found the mark of the first, and wrote nothing.")
@Outcome(
    id = "END, END, .*",
    expect = ACCEPTABLE,
    desc = "Both passed the first check, the second flip took the mark away, both missed it.")
@Outcome(
    id = {"END, OK, .*", "OK, END, .*"},
    expect = ACCEPTABLE,
    desc = "One writer took the mark of the other away with its own; the other missed it.")
@Outcome(
    id = {"START, END, .*", "END, START, .*"},
    expect = FORBIDDEN,
    desc = "A mark that two writers were told of, one at its start: three writers, and two exist.")
@Outcome(
    id = {"FLIP, END, .*", "END, FLIP, .*"},
    expect = ACCEPTABLE,
    desc =
        "Guards atomic and stamp only: the flip found the mark of the other writer, and undid it, "
            + "so that both were told.")
@State
public class MarkedWrites extends MarkedRow {

  @Actor
  public void one(LLL_Result r) {
    r.r1 = write();
  }

  @Actor
  public void other(LLL_Result r) {
    r.r2 = write();
  }

  @Arbiter
  public void counted(LLL_Result r) {
    r.r3 = left();
  }
}
