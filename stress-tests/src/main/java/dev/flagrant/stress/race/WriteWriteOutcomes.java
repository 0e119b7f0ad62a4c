package dev.flagrant.stress.race;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/**
 * The outcomes where both actors write.
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
@Outcome(
    id = {"DETECTED START", "DETECTED START\\+GROW"},
    expect = ACCEPTABLE,
    desc =
        "A writer found the mark of another before it set its own: nothing of its write "
            + "is done.")
@Outcome(
    id = {
      "DETECTED END",
      "DETECTED START\\+END",
      "DETECTED END\\+GROW",
      "DETECTED START\\+END\\+GROW"
    },
    expect = ACCEPTABLE,
    desc =
        "Two writers passed the first check together and flipped the mark there and back; "
            + "one that misses it at its end tells, after the harm is done.")
@Outcome(
    id = "DETECTED GROW",
    expect = ACCEPTABLE,
    desc = "An evacuation met a bucket that another was evacuating: bad map state.")
@Outcome(
    id = "LOST_UPDATE",
    expect = ACCEPTABLE_INTERESTING,
    desc =
        "Nobody was told, and no order leaves this map. Both writers loaded the flags "
            + "before either stored its mark: the load and the store of a flip are two steps, "
            + "as in Go.")
@Outcome(
    id = "TORN",
    expect = ACCEPTABLE_INTERESTING,
    desc =
        "Nobody was told, and no order gives these answers, though the map that is left "
            + "is in order.")
@Outcome(
    id = "DETECTED .*(READ|ITERATE).*",
    expect = FORBIDDEN,
    desc =
        "No actor reads: it was the arbiter who found a mark, left behind by a write that "
            + "is over and that nobody told of.")
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
public final class WriteWriteOutcomes {
  private WriteWriteOutcomes() {}
}
