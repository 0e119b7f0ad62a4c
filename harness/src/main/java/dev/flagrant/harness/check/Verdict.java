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
  /** Some locked control was not all CLEAN: the map is wrong, or the check is, without any race. */
  BROKEN("it fails without a race: locked controls were not CLEAN"),

  /** Some trial ended in JVM_EXCEPTION or HANG. */
  UNSAFE("races made it throw what tells of no race, or hang"),

  /** A scenario in which nothing changes the map was not all CLEAN. */
  FALSE_ALARM("it complained where nothing races"),

  /** No scenario that can conflict was run. */
  NOTHING_RACED("nothing that can conflict was run"),

  /**
   * Every scenario that can conflict was DETECTED at least {@link ScenarioReport#DETECTION_FLOOR}
   * times. Single trials may still have ended in LOST_UPDATE or TORN: Go's check misses some races.
   */
  FAIL_FAST("every kind of race was detected"),

  /**
   * Every trial was CLEAN, and in every scenario that can conflict the threads were at work at one
   * time in at least {@link ScenarioResult#OVERLAP_FLOOR} of them.
   */
  THREAD_SAFE("no race did any harm"),

  /** Some trial ended in LOST_UPDATE or TORN, and not every race was detected. */
  SILENT("races spoilt updates or answers, and nobody was told"),

  /** Nothing was spoilt; some kinds of race were detected and some were harmless. */
  PARTLY_FAIL_FAST("no harm went untold, but not every kind of race was detected"),

  /** The trials show too little: the threads hardly overlapped, or were not judged. */
  NOTHING_SHOWN("too few trials in which the threads really met");

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
    if (!reports.stream().map(ScenarioReport::control).allMatch(ScenarioResult::allClean)) {
      return BROKEN;
    }
    if (any(reports, Finding.UNSAFE)) {
      return UNSAFE;
    }
    if (any(reports, Finding.FALSE_ALARM)) {
      return FALSE_ALARM;
    }
    if (conflicting.isEmpty()) {
      return NOTHING_RACED;
    }
    if (all(conflicting, finding -> finding == Finding.DETECTED)) {
      return FAIL_FAST;
    }
    if (conflicting.stream().anyMatch(report -> report.race().silentHarm() > 0)) {
      return SILENT;
    }
    if (any(conflicting, Finding.NOTHING_SHOWN)) {
      return NOTHING_SHOWN;
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
