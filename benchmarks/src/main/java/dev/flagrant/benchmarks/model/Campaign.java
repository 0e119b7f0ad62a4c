package dev.flagrant.benchmarks.model;

import java.util.List;

/**
 * All that one run measured.
 *
 * @param effort {@code full}, {@code quick} or {@code smoke}; only a full run is a result
 * @param date ISO date of its begin
 * @param settings forks, iterations and times, for people
 * @param machine where it ran
 * @param loadAfter load average of a minute when the run ended; negative if unknown
 * @param timings of the workloads
 * @param memory of the maps
 * @param latencies of single puts
 * @param scaling of very large maps
 * @param notes what was not run, and why
 */
public record Campaign(
    String effort,
    String date,
    String settings,
    Machine machine,
    double loadAfter,
    List<Timing> timings,
    List<MemoryPoint> memory,
    List<Latency> latencies,
    List<ScalePoint> scaling,
    List<String> notes) {}
