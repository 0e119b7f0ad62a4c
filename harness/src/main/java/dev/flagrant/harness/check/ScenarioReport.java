package dev.flagrant.harness.check;

import dev.flagrant.harness.hammer.ScenarioResult;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;
import java.util.Locale;

/**
 * What became of one scenario.
 *
 * @param scenario the scenario
 * @param race its trials
 * @param control the trials of its locked control
 */
public record ScenarioReport(RaceScenario scenario, ScenarioResult race, ScenarioResult control) {

  /** Detections below this are too few to call a race detected rather than met by chance. */
  public static final long DETECTION_FLOOR = 3;

  /** What one scenario shows. */
  public enum Finding {
    /** The race was detected, often enough. */
    DETECTED,
    /** Updates or answers were spoilt, and the race was not detected often enough. */
    SILENT,
    /** The map threw what tells of no race, or hung. */
    UNSAFE,
    /** Every trial was as some sequential order. */
    CLEAN,
    /** Nothing was spoilt, and the race was detected, but less often than counts. */
    RARELY_DETECTED,
    /** Nothing races here, and yet a trial was not CLEAN. */
    FALSE_ALARM,
    /** The threads hardly met, or some trials could not be judged: nothing is shown. */
    NOTHING_SHOWN;

    /** The finding in lower-case words. */
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** What the scenario shows. */
  public Finding finding() {
    if (scenario.readOnly() && race.anyNotClean()) {
      return Finding.FALSE_ALARM;
    }
    if (race.unsafe() > 0) {
      return Finding.UNSAFE;
    }
    long detected = race.count(RaceOutcome.DETECTED);
    if (detected >= DETECTION_FLOOR) {
      return Finding.DETECTED;
    }
    if (race.silentHarm() > 0) {
      return Finding.SILENT;
    }
    if (race.trials() == 0 || race.undecided() > 0 || !race.threadsMet()) {
      return Finding.NOTHING_SHOWN;
    }
    return detected > 0 ? Finding.RARELY_DETECTED : Finding.CLEAN;
  }
}
