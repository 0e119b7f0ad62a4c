package dev.flagrant.stress.publication;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import dev.flagrant.map.ConcurrentModificationError;
import dev.flagrant.map.GoMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * One thread makes a map, puts an entry in and hands it over through a plain field; another one
 * takes it and looks the entry up.
 *
 * <p>Nothing overlaps in the program's eyes, and there is no mark to find once the put is over, so
 * no fail-fast map can promise to tell. What it does promise is that nothing else breaks: the parts
 * of a map that a lookup follows are final or checked for null, so that it never throws anything
 * but a detection. Whether the entry may seem absent depends on the processor: one that keeps
 * stores in order shows the field last.
 */
@JCStressTest
@Outcome(id = "no map", expect = ACCEPTABLE, desc = "The field was read before it was written.")
@Outcome(id = "present", expect = ACCEPTABLE, desc = "The map came with its entry.")
@Outcome(
    id = {"absent", "another elem"},
    expect = ACCEPTABLE_INTERESTING,
    desc = "The map came before its entry: without synchronisation nothing orders the two.")
@Outcome(
    id = "READ",
    expect = ACCEPTABLE_INTERESTING,
    desc = "The map came with the mark of a put that was over in its own thread.")
@State
public class UnsafePublication {

  private static final Integer KEY = 1;

  private @Nullable GoMap<Integer, Integer> published;

  @Actor
  public void writer() {
    GoMap<Integer, Integer> map = new GoMap<>();
    map.put(KEY, KEY);
    published = map;
  }

  @Actor
  public void reader(L_Result r) {
    GoMap<Integer, Integer> map = published;
    if (map == null) {
      r.r1 = "no map";
      return;
    }
    try {
      Integer elem = map.get(KEY);
      r.r1 = elem == null ? "absent" : elem.equals(KEY) ? "present" : "another elem";
    } catch (ConcurrentModificationError detection) {
      r.r1 = detection.site().name();
    } catch (RuntimeException broken) {
      r.r1 = broken.getClass().getName();
    }
  }
}
