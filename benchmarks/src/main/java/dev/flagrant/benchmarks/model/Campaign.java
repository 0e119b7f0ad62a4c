package dev.flagrant.benchmarks.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that one run measured.
 *
 * @param effort {@code full}, {@code quick} or {@code smoke}; only a full run is a result
 * @param date ISO date of its begin
 * @param settings forks, iterations and times, for people
 * @param code fingerprint of what was measured; null in results that were written without one
 * @param machine where it ran
 * @param loadAfter load average of a minute when the run ended; negative if unknown
 * @param timings of the workloads
 * @param memory of the maps
 * @param latencies of single puts
 * @param scaling of very large maps
 * @param notes what was not run, and why, and what those who ran it have to say
 * @param jdks the whole version of each JDK, by its name in a platform; null in results that were
 *     written without
 * @param heapGiB the largest heap, that of very large maps; null if no map was grown, and in
 *     results that were written without
 */
public record Campaign(
    String effort,
    String date,
    String settings,
    @Nullable String code,
    Machine machine,
    double loadAfter,
    List<Timing> timings,
    List<MemoryPoint> memory,
    List<Latency> latencies,
    List<ScalePoint> scaling,
    List<String> notes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable Map<String, String> jdks,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer heapGiB) {

  /** Refuses what lacks something. */
  public Campaign {
    Objects.requireNonNull(effort, "effort");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(machine, "machine");
    timings = Lacking.nothing(timings, "timings");
    memory = Lacking.nothing(memory, "memory");
    latencies = Lacking.nothing(latencies, "latencies");
    scaling = Lacking.nothing(scaling, "scaling");
    notes = Lacking.nothing(notes, "notes");
    if (jdks != null) {
      jdks = Lacking.nothing(jdks, "jdks");
    }
  }

  /** The same run with more notes, each of them once. */
  public Campaign noting(List<String> more) {
    return new Campaign(
        effort,
        date,
        settings,
        code,
        machine,
        loadAfter,
        timings,
        memory,
        latencies,
        scaling,
        Stream.concat(notes.stream(), more.stream()).distinct().toList(),
        jdks,
        heapGiB);
  }
}
