package dev.flagrant.harness.check;

import dev.flagrant.harness.hammer.HammerOptions;
import dev.flagrant.testkit.RaceScenario;
import java.util.List;

/**
 * What a check is to run.
 *
 * @param scenarios the scenarios, in the order of the report
 * @param race how each is hammered; its reserve is for all races and controls together
 * @param control how each locked control is
 */
public record CheckPlan(List<RaceScenario> scenarios, HammerOptions race, HammerOptions control) {}
