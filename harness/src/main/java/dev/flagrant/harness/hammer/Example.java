package dev.flagrant.harness.hammer;

import dev.flagrant.testkit.RaceOutcome;

/**
 * What the first trial of an outcome looked like.
 *
 * @param outcome how it ended
 * @param text what was found and what was to be expected, or what was thrown
 * @param stack where, if something was thrown or did not come back; otherwise empty
 */
public record Example(RaceOutcome outcome, String text, String stack) {}
