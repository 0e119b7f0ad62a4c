package dev.flagrant.lincheck.engine;

import dev.flagrant.testkit.DetectionSite;
import dev.flagrant.testkit.RaceOutcome;
import java.util.Map;
import java.util.Set;

/**
 * What Lincheck found of one race.
 *
 * @param interleavings how many it ran; the number depends on the JDK and on Lincheck
 * @param exhausted whether there were no more
 * @param counts how many ended in each outcome
 * @param sites where the races that were noticed were noticed
 * @param trace the interleaving that was not accepted, drawn, or an empty text
 * @param explanation why it was not accepted, or an empty text
 */
public record Explored(
    int interleavings,
    boolean exhausted,
    Map<RaceOutcome, Integer> counts,
    Set<DetectionSite> sites,
    String trace,
    String explanation) {

  /** How many interleavings ended in this outcome. */
  public int count(RaceOutcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  /** How many interleavings broke in a way no map may. */
  public int unsafe() {
    return count(RaceOutcome.JVM_EXCEPTION) + count(RaceOutcome.HANG);
  }

  /** How many interleavings did harm that nobody was told of. */
  public int silent() {
    return count(RaceOutcome.LOST_UPDATE) + count(RaceOutcome.TORN);
  }
}
