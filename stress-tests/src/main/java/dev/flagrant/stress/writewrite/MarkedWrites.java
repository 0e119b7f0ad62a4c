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
import org.openjdk.jcstress.infra.results.LLI_Result;

/**
 * Two writers of a short row of counters, guarded by the word of a real map.
 *
 * <p>Here each part of the protocol can be seen to be there. {@code START} needs the first check.
 * {@code END, END} needs the last check, and a flip that undoes another's flip: with {@code |=} in
 * place of {@code ^=} one of the two writers is always content. A plain field does not show here:
 * see {@link dev.flagrant.stress.readwrite.LookupsInALoop}.
 */
@JCStressTest
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
@State
public class MarkedWrites extends MarkedRow {

  @Actor
  public void one(LLI_Result r) {
    r.r1 = write();
  }

  @Actor
  public void other(LLI_Result r) {
    r.r2 = write();
  }

  @Arbiter
  public void counted(LLI_Result r) {
    r.r3 = writes();
  }
}
