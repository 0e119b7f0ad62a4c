package dev.flagrant.stress.race;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/**
 * The outcomes of a race in which somebody writes without a lock.
 *
 * <p>Losses are not forbidden: a fail-fast map stops <em>most</em> races, and stays silent about
 * some. What a race must never do is to break the program in another way. That detections do happen
 * cannot be said here, as JCStress requires no outcome to be seen: the requirements beside these
 * tests say it.
 */
@Outcome(
    id = "CLEAN",
    expect = ACCEPTABLE,
    desc =
        "Some order of the operations, one after the other, explains all answers and the map: the"
            + " actors did not overlap, or did no harm.")
@Outcome(
    id = "DETECTED .*START.*",
    expect = ACCEPTABLE,
    desc = "A writer found another one's mark before it set its own: nothing of its write is done.")
@Outcome(
    id = "DETECTED .*END.*",
    expect = ACCEPTABLE,
    desc =
        "Two writers passed the first check together and flipped the mark there and back; one that"
            + " misses it at its end tells, after the harm is done.")
@Outcome(id = "DETECTED .*READ.*", expect = ACCEPTABLE, desc = "A lookup found a writer's mark.")
@Outcome(
    id = "DETECTED .*ITERATE.*",
    expect = ACCEPTABLE,
    desc = "A step of an iteration found a writer's mark.")
@Outcome(
    id = "DETECTED .*GROW.*",
    expect = ACCEPTABLE,
    desc = "An evacuation met a bucket that somebody else was evacuating: bad map state.")
@Outcome(
    id = "LOST_UPDATE",
    expect = ACCEPTABLE_INTERESTING,
    desc =
        "Nobody was told, and no order leaves this map. Both writers loaded the flags before either"
            + " stored its mark: the load and the store of a flip are two steps, as in Go.")
@Outcome(
    id = "TORN",
    expect = ACCEPTABLE_INTERESTING,
    desc =
        "Nobody was told, and no order gives these answers. A reader looks at the flags once, at"
            + " its start; a write that begins after that goes unseen.")
@Outcome(id = "JVM_EXCEPTION", expect = FORBIDDEN, desc = "The map threw what tells of no race.")
public final class RaceOutcomes {
  private RaceOutcomes() {}
}
