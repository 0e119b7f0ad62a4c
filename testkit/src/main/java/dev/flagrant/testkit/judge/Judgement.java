package dev.flagrant.testkit.judge;

import dev.flagrant.testkit.DetectionSite;
import dev.flagrant.testkit.RaceOutcome;
import java.util.Set;

/**
 * How a trial ended.
 *
 * @param outcome one of the six
 * @param sites where the race was noticed; empty unless it was
 * @param detectionNanos from the first operation of any actor to the first detection, or {@link
 *     #UNTIMED}
 */
public record Judgement(RaceOutcome outcome, Set<DetectionSite> sites, long detectionNanos) {

  /** No actor was told: there was no detection, or only the reading of the end state met it. */
  public static final long UNTIMED = -1;

  static Judgement of(RaceOutcome outcome) {
    return new Judgement(outcome, Set.of(), UNTIMED);
  }
}
