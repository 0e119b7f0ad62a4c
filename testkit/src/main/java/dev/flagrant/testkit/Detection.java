package dev.flagrant.testkit;

/**
 * What a throwable told of a race.
 *
 * @param site where in the operation the race was noticed
 * @param echo whether the map only repeated an earlier detection, as a dead map does
 */
public record Detection(DetectionSite site, boolean echo) {}
