package dev.flagrant.harness.check;

import dev.flagrant.harness.check.ScenarioReport.Finding;
import dev.flagrant.harness.hammer.ScenarioResult;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What all scenarios together say about a map. The rules are tried in this order, and the first
 * that holds gives the verdict.
 */
public enum Verdict {
  /** Some trial of a locked control was not CLEAN: the map fails without any race. */
  BROKEN("it fails without a race: locked controls were not CLEAN"),

  /** A scenario in which nothing changes the map was not all CLEAN. */
  FALSE_ALARM("it complained or failed where nothing races"),

  /** Some trial ended in JVM_EXCEPTION or HANG. */
  UNSAFE("races made it throw what tells of no race, or hang"),

  /** No scenario that can conflict was run. */
  NOTHING_RACED("nothing that can conflict was run"),

  /**
   * Every scenario that can conflict was DETECTED at least {@link ScenarioReport#DETECTION_FLOOR}
   * times. Single trials may still have ended in LOST_UPDATE or TORN: Go's check misses some races.
   */
  FAIL_FAST("every kind of race was detected"),

  /**
   * Some trial ended in LOST_UPDATE or TORN, and its scenario was not detected; or another one was
   * not, although its threads met.
   */
  SILENT("races spoilt updates or answers, and nobody was told"),

  /**
   * The trials show too little. There was a control whose trials could not all be judged, or a
   * scenario without harm, detected less than {@link ScenarioReport#DETECTION_FLOOR} times, whose
   * trials could not all be judged, or in which two threads were at work at one time in less than
   * {@link ScenarioResult#OVERLAP_FLOOR} trials. Nor is a map FAIL_FAST then.
   */
  NOTHING_SHOWN("too few trials that could be judged and in which the threads really met"),

  /** Every trial was CLEAN. */
  THREAD_SAFE("no race did any harm"),

  /** Nothing was spoilt; some kinds of race were detected and some were harmless. */
  PARTLY_FAIL_FAST("no harm went untold, but not every kind of race was detected");

  private final String meaning;

  Verdict(String meaning) {
    this.meaning = meaning;
  }

  /** The verdict in words, as {@code fail-fast}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What the verdict says, to stand after the map's name. */
  public String meaning() {
    return meaning;
  }

  /** The verdict on these reports. */
  public static Verdict of(List<ScenarioReport> reports) {
    List<ScenarioReport> conflicting =
        reports.stream().filter(report -> !report.scenario().readOnly()).toList();
    if (reports.stream().map(ScenarioReport::control).anyMatch(ScenarioResult::anyNotClean)) {
      return BROKEN;
    }
    if (any(reports, Finding.FALSE_ALARM)) {
      return FALSE_ALARM;
    }
    if (any(reports, Finding.UNSAFE)) {
      return UNSAFE;
    }
    if (conflicting.isEmpty()) {
      return NOTHING_RACED;
    }
    boolean shown =
        reports.stream().map(ScenarioReport::control).allMatch(ScenarioResult::allClean)
            && !any(reports, Finding.NOTHING_SHOWN);
    boolean allDetected = all(conflicting, finding -> finding == Finding.DETECTED);
    if (shown && allDetected) {
      return FAIL_FAST;
    }
    // A scenario whose threads did not meet says nothing against one that spoilt and was detected.
    if (any(conflicting, Finding.SILENT)) {
      return SILENT;
    }
    if (!shown) {
      return NOTHING_SHOWN;
    }
    if (!allDetected && conflicting.stream().anyMatch(report -> report.race().silentHarm() > 0)) {
      return SILENT;
    }
    return all(reports, finding -> finding == Finding.CLEAN) ? THREAD_SAFE : PARTLY_FAIL_FAST;
  }

  private static boolean any(List<ScenarioReport> reports, Finding wanted) {
    return reports.stream().anyMatch(report -> report.finding() == wanted);
  }

  private static boolean all(List<ScenarioReport> reports, Predicate<Finding> wanted) {
    return reports.stream().map(ScenarioReport::finding).allMatch(wanted);
  }
}
