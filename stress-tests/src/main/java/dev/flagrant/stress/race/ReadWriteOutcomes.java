package dev.flagrant.stress.race;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/**
 * The outcomes where one actor writes and the other looks up.
 *
 * <p>Losses are not forbidden: a fail-fast map stops most races and stays silent about some. That
 * detections do happen cannot be said here, as JCStress requires no outcome to be seen; the
 * requirements beside these tests say it.
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
@Outcome(id = "DETECTED READ", expect = ACCEPTABLE, desc = "A lookup found the mark of the writer.")
@Outcome(
    id = "LOST_UPDATE",
    expect = FORBIDDEN,
    desc =
        "There is one writer: whatever a reader sees meanwhile, the map that is left must "
            + "be what the writer made of it.")
@Outcome(
    id = "TORN",
    expect = ACCEPTABLE_INTERESTING,
    desc =
        "Nobody was told, and no order gives these answers. A lookup checks once, at its "
            + "start; a write that begins after that goes unseen.")
@Outcome(
    id = "DETECTED .*(START|END|GROW).*",
    expect = FORBIDDEN,
    desc =
        "There is one writer: it must neither meet another's mark at its start nor miss "
            + "its own at its end.")
@Outcome(
    id = "DETECTED .*ITERATE.*",
    expect = FORBIDDEN,
    desc =
        "No actor iterates: it was the arbiter who found a mark, left behind by a write "
            + "that is over.")
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
public final class ReadWriteOutcomes {
  private ReadWriteOutcomes() {}
}
