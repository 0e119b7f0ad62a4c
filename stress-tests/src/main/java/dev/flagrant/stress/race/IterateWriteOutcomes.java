package dev.flagrant.stress.race;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/**
 * The outcomes where one actor writes and the other iterates.
 *
 * <p>Losses are not forbidden: a fail-fast map stops most races and stays silent about some. That
 * detections do happen cannot be said here, as JCStress requires no outcome to be seen; the
 * requirements beside these tests say it. They also forbid LOST_UPDATE where the guard's updates
 * are atomic, as the writer takes no bits of an iteration away and an iteration stores nothing
 * else; and TORN where each step is checked at its end, too.
 */
@Outcome(
    id = "CLEAN",
    expect = ACCEPTABLE,
    desc =
        "Some order of the operations, one after the other, explains all answers and the "
            + "map: the actors did not overlap, or did no harm.")
@Outcome(
    id = "DETECTED",
    expect = ACCEPTABLE,
    desc = "Another map than Go's told of the race; at which site is not asked.")
@Outcome(
    id = "DETECTED ITERATE",
    expect = ACCEPTABLE,
    desc = "A step of an iteration found the mark of the writer.")
@Outcome(
    id = "LOST_UPDATE",
    expect = ACCEPTABLE_INTERESTING,
    desc =
        "Nobody was told, and the map that is left is not what its one writer made of it. "
            + "(The writer cannot see that there is an iteration if its own flip took the bits "
            + "of it away.)")
@Outcome(
    id = "TORN",
    expect = ACCEPTABLE_INTERESTING,
    desc =
        "Nobody was told, and the iteration gave what it may not: an entry left out or "
            + "given twice. Each step checks once, at its start.")
@Outcome(
    id = "DETECTED .*(START|END|READ|GROW).*",
    expect = FORBIDDEN,
    desc =
        "There is one writer, and the atomic OR of an iteration cannot take its mark "
            + "away: it must neither meet another mark at its start nor miss its own at its "
            + "end.")
@Outcome(
    id = "JVM_EXCEPTION",
    expect = FORBIDDEN,
    desc =
        "The map threw what tells of no race: a racing program must not break in another " + "way.")
@Outcome(
    id = "FLAGS .*",
    expect = FORBIDDEN,
    desc =
        "The operations are over, and do not explain the bits that are left in the flags word: "
            + "a mark, an iterator that nobody began, or none where one was.")
public final class IterateWriteOutcomes {
  private IterateWriteOutcomes() {}
}
