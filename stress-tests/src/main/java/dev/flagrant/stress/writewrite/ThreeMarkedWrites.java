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
import org.openjdk.jcstress.infra.results.LLLL_Result;

/**
 * Three writers of the row of {@link MarkedWrites}.
 *
 * <p>The third flip sets the mark that the second took away. So one writer in three may be content
 * though all of them overlapped; but whoever is told at its start was told by somebody's mark, and
 * whoever is told at its end by somebody's store: not all can be told at their start, and if two
 * are, the third cannot be told at its end.
 *
 * <p>Seen in a smoke run on JDK 25, compiled by C2, on two processors that three actors shared:
 *
 * <pre>{@code
 * END, END, OK, 2              1
 * END, END, OK, 3            509
 * END, OK, END, 3            394
 * END, OK, OK, 2              40
 * END, OK, OK, 3              71
 * OK, END, END, 2              1
 * OK, END, END, 3            536
 * OK, END, OK, 2              56
 * OK, END, OK, 3             128
 * OK, OK, END, 2              38
 * OK, OK, END, 3              81
 * OK, OK, OK, 2              659
 * OK, OK, OK, 3        1,002,961
 * OK, OK, START, 2           558
 * OK, START, OK, 2           728
 * OK, START, START, 1          1
 * START, OK, OK, 2           556
 * START, OK, START, 1          2
 * }</pre>
 */
@JCStressTest
@Outcome(
    id = ".*FLAGS.*",
    expect = FORBIDDEN,
    desc = "The writes are over, and do not explain the bits that are left in the word.")
@Outcome(
    id = "OK, OK, OK, 3",
    expect = ACCEPTABLE,
    desc = "One after the other; or they overlapped and did no harm.")
@Outcome(
    id = "OK, OK, OK, [12]",
    expect = ACCEPTABLE_INTERESTING,
    desc = "Lost, and nobody was told: two loaded the word before either stored its mark.")
@Outcome(
    id = {"START, START, END, .*", "START, END, START, .*", "END, START, START, .*"},
    expect = FORBIDDEN,
    desc = "Only one writer stored the word, and missed its own mark.")
@Outcome(id = "START, START, START, .*", expect = FORBIDDEN, desc = "There was no mark to find.")
@Outcome(
    id = ".*START.*",
    expect = ACCEPTABLE,
    desc = "At least one writer found the mark of another, and wrote nothing.")
@Outcome(
    id = ".*END.*",
    expect = ACCEPTABLE,
    desc = "At least one writer missed its mark, which another had taken away.")
@Outcome(
    id = ".*FLIP.*",
    expect = ACCEPTABLE,
    desc = "Guards atomic and stamp only: a flip found the mark of another writer, and undid it.")
@State
public class ThreeMarkedWrites extends MarkedRow {

  @Actor
  public void first(LLLL_Result r) {
    r.r1 = write();
  }

  @Actor
  public void second(LLLL_Result r) {
    r.r2 = write();
  }

  @Actor
  public void third(LLLL_Result r) {
    r.r3 = write();
  }

  @Arbiter
  public void counted(LLLL_Result r) {
    r.r4 = left();
  }
}
