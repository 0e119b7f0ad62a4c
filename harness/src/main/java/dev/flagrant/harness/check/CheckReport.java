package dev.flagrant.harness.check;

import java.util.List;

/**
 * What a check found.
 *
 * @param subject the map's name
 * @param plan what was run
 * @param scenarios what became of each scenario that was run
 * @param skipped scenarios left out as too many trials had hung before and left threads behind
 * @param verdict what they say together
 */
public record CheckReport(
    String subject,
    CheckPlan plan,
    List<ScenarioReport> scenarios,
    List<String> skipped,
    Verdict verdict) {}
