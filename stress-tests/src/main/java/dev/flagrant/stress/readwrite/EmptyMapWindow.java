package dev.flagrant.stress.readwrite;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import dev.flagrant.map.ConcurrentModificationError;
import dev.flagrant.map.GoMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * The first put into an empty map, against a lookup.
 *
 * <p>Go answers from an empty map before it looks at the flags, and counts a new entry last. So for
 * nearly all of the first put a lookup meets an empty map, and is not told: a window that Go leaves
 * open, and this map with it.
 */
@JCStressTest
@Outcome(
    id = "absent",
    expect = ACCEPTABLE,
    desc = "The map was empty, or seemed so: no check was made.")
@Outcome(
    id = "present",
    expect = ACCEPTABLE,
    desc = "The put was over, or its mark was not yet seen.")
@Outcome(
    id = "READ",
    expect = ACCEPTABLE_INTERESTING,
    desc = "The entry was counted and the mark not yet taken away: the end of the window.")
@State
public class EmptyMapWindow {

  private static final Integer KEY = 1;

  private final GoMap<Integer, Integer> map = new GoMap<>();

  @Actor
  public void writer() {
    map.put(KEY, KEY);
  }

  @Actor
  public void reader(L_Result r) {
    try {
      r.r1 = map.get(KEY) == null ? "absent" : "present";
    } catch (ConcurrentModificationError detection) {
      r.r1 = detection.site().name();
    }
  }
}
