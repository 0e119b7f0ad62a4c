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
 * @param anyMap whether it runs on any map, or on Go's only
 * @param samples the least number of samples, if fewer than the mode asks for
 * @param seen for each regular expression, how often outcomes that match must have been seen in
 *     configurations where C2 compiled every actor: a number and not a share, as shares vary by
 *     tens of points from run to run
 * @param never regular expressions of outcomes that must not have been seen in any configuration,
 *     beside those that the test itself forbids
 * @param guards for guards whose name a regular expression matches, what takes the place of the two
 */
public record Requirement(
    @JsonProperty(required = true) String test,
    boolean anyMap,
    @Nullable Long samples,
    @JsonProperty(required = true) Map<String, Long> seen,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> never,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, Outcomes> guards) {

  /**
   * Outcomes of a test under one guard.
   *
   * @param seen as in the requirement
   * @param never as in the requirement
   */
  public record Outcomes(
      @JsonProperty(required = true) Map<String, Long> seen,
      @JsonProperty(required = true) List<String> never) {}

  /** What the test must show under this guard. */
  Requirement under(String guard) {
    for (Map.Entry<String, Outcomes> other : guards.entrySet()) {
      if (Pattern.matches(other.getKey(), guard)) {
        return new Requirement(
            test, anyMap, samples, other.getValue().seen, other.getValue().never, Map.of());
      }
    }
    return this;
  }
}
