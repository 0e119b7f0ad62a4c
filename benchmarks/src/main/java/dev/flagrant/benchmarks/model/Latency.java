package dev.flagrant.benchmarks.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Objects;

/**
 * The times of single puts into a map that grows, of one repetition.
 *
 * @param peer label of the map, or {@link #NO_MAP}
 * @param platform where it ran
 * @param entries how many puts there were
 * @param intervalNanos how often a put was due, whose time then runs from when it was due; 0 if
 *     each put came right after the one before, and its time runs from there
 * @param seconds how long all the puts took
 * @param all nanoseconds at each percentile, by the percentile's name
 * @param withoutPauses the same, without the puts during which a collection took place; empty if
 *     that cannot be told
 * @param pauses how many collections took place
 * @param pauseMillis how long they took together
 * @param longestPauseMillis how long the longest took
 * @param watched whether it was asked for collections in this way of timing puts; not written where
 *     it is false, since results from before there was this say nothing of it
 */
public record Latency(
    String peer,
    Platform platform,
    int entries,
    long intervalNanos,
    double seconds,
    Map<String, Long> all,
    Map<String, Long> withoutPauses,
    long pauses,
    double pauseMillis,
    double longestPauseMillis,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean watched) {
  /** Stands for puts that only wait, for as long as a put takes on average. */
  public static final String NO_MAP = "no map";

  /** Refuses what lacks something. */
  public Latency {
    Objects.requireNonNull(peer, "peer");
    Objects.requireNonNull(platform, "platform");
    all = Lacking.nothing(all, "all");
    withoutPauses = Lacking.nothing(withoutPauses, "withoutPauses");
  }

  /** Whether puts were due on a schedule. */
  public boolean scheduled() {
    return intervalNanos > 0;
  }

  /** Whether the figures of the collections were measured, so that 0 means that there was none. */
  public boolean tellsPauses() {
    // Back to back it has always been asked for them.
    return watched || !scheduled() || pauses > 0;
  }
}
