package dev.flagrant.stress.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
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
 */
public record Requirement(
    @JsonProperty(required = true) String test,
    boolean anyMap,
    @Nullable Long samples,
    @JsonProperty(required = true) Map<String, Long> seen) {}
