package dev.flagrant.stress.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the results of one test must show.
 *
 * @param test its name
 * @param anyMap what it races on any map; null if it runs on Go's only
 * @param configurations the least number of configurations, if fewer than the mode asks for
 * @param samples the least number of samples, if fewer than the mode asks for
 * @param seen for each regular expression, how often outcomes that match must have been seen in
 *     configurations where C2 compiled every actor: a number and not a share, as shares vary by
 *     tens of points from run to run
 * @param never regular expressions of outcomes that must not have been seen in any configuration,
 *     beside those that the test itself forbids
 * @param allowed a regular expression of all outcomes that may have been seen, in place of what the
 *     test itself forbids; null if that holds
 * @param guards for guards whose name a regular expression matches, what takes the place of the two
 */
public record Requirement(
    @JsonProperty(required = true) String test,
    @Nullable Kind anyMap,
    @Nullable Integer configurations,
    @Nullable Long samples,
    @JsonProperty(required = true) Map<String, Long> seen,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> never,
    @Nullable String allowed,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, Outcomes> guards) {

  /** What the actors of a test that runs on any map do to each other. */
  public enum Kind {
    /** At least one changes the map. */
    RACE,
    /** None does. */
    READ_ONLY,
    /** Each operation has the map's monitor. */
    LOCKED
  }

  /**
   * Outcomes of a test under one guard.
   *
   * @param seen as in the requirement
   * @param never as in the requirement
   */
  public record Outcomes(
      @JsonProperty(required = true) Map<String, Long> seen,
      @JsonProperty(required = true) List<String> never) {}

  /** The least number of configurations in a mode with this effort. */
  int configurations(Requirements.Effort effort) {
    return configurations == null
        ? effort.configurations()
        : Math.min(configurations, effort.configurations());
  }

  /** The least number of samples in a mode with this effort. */
  long samples(Requirements.Effort effort) {
    return samples == null ? effort.samples() : Math.min(samples, effort.samples());
  }

  /** What the test must show under this guard. */
  Requirement under(String guard) {
    for (Map.Entry<String, Outcomes> other : guards.entrySet()) {
      if (Pattern.matches(other.getKey(), guard)) {
        return new Requirement(
            test,
            anyMap,
            configurations,
            samples,
            other.getValue().seen,
            other.getValue().never,
            allowed,
            Map.of());
      }
    }
    return this;
  }

  /** What the test must show of another map than Go's; null if it does not run on it. */
  @Nullable Requirement of(Expected map) {
    return anyMap == null
        ? null
        : new Requirement(
            test,
            anyMap,
            configurations,
            samples,
            map.seen(anyMap, seen),
            List.of(),
            map.allowed(anyMap),
            Map.of());
  }
}
