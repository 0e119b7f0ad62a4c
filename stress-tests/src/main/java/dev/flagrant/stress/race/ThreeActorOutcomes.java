package dev.flagrant.stress.race;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The outcomes where two actors write and the third looks up. */
@Outcome(
    id = "CLEAN",
    expect = ACCEPTABLE,
    desc =
        "Some order of the operations, one after the other, explains all answers and the "
            + "map: the actors did not overlap, or did no harm.")
@Outcome(
    id = "DETECTED .*ITERATE.*",
    expect = FORBIDDEN,
    desc = "No actor iterates: it was the arbiter who found a mark, left behind by a write.")
@Outcome(
    id = "DETECTED",
    expect = ACCEPTABLE,
    desc = "Another map than Go's told of the race; at which site is not asked.")
@Outcome(
    id = "DETECTED .*",
    expect = ACCEPTABLE,
    desc = "A writer found the mark of the other or missed its own, or the lookup found one.")
@Outcome(
    id = {"LOST_UPDATE", "TORN"},
    expect = ACCEPTABLE_INTERESTING,
    desc = "Nobody was told, and no order gives this: each of the three looks once or twice only.")
@Outcome(
    id = "JVM_EXCEPTION",
    expect = FORBIDDEN,
    desc = "The map threw what tells of no race: a racing program must not break in another way.")
@Outcome(
    id = "FLAGS .*",
    expect = FORBIDDEN,
    desc =
        "The operations are over, and do not explain the bits that are left in the flags word: "
            + "a mark, an iterator that nobody began, or none where one was.")
public final class ThreeActorOutcomes {
  private ThreeActorOutcomes() {}
}
