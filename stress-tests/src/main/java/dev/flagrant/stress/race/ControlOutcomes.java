package dev.flagrant.stress.race;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The outcomes where there is no race: all operations under one lock, or none that writes. */
@Outcome(id = "CLEAN", expect = ACCEPTABLE, desc = "No race, and nobody was told of one.")
@Outcome(
    id = {"DETECTED", "DETECTED .*"},
    expect = FORBIDDEN,
    desc = "A false alarm: the worst fault that a fail-fast map can have.")
@Outcome(
    id = {"LOST_UPDATE", "TORN", "JVM_EXCEPTION"},
    expect = FORBIDDEN,
    desc = "The map is wrong without any race: a plain bug, or one of these tests' own.")
@Outcome(
    id = "FLAGS .*",
    expect = FORBIDDEN,
    desc =
        "The operations are over, and do not explain the bits that are left in the flags word: "
            + "a mark, an iterator that nobody began, or none where one was.")
public final class ControlOutcomes {
  private ControlOutcomes() {}
}
