package dev.flagrant.benchmarks.measure;

import dev.flagrant.benchmarks.measure.Microbenchmarks.Job;
import java.util.Optional;
import org.openjdk.jmh.profile.LinuxPerfNormProfiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How many instructions an operation takes, counted by the processor: JMH asks Linux's {@code perf}
 * (or what {@code JMH_PERF} names). Whatever else the machine does, the count hardly changes; but
 * many virtual machines do not offer the counter.
 */
public final class Instructions {
  private static final String EVENT = "instructions:u";
  private static final String OPTIONS = "events=" + EVENT;

  private final Microbenchmarks microbenchmarks;

  /** With a way to sample; the warm-up is not counted. */
  public Instructions(Effort.Sampling sampling) {
    microbenchmarks = new Microbenchmarks(sampling);
  }

  /** Why nothing can be counted here; empty if it can. */
  public static Optional<String> whyNot() {
    try {
      var unused = new LinuxPerfNormProfiler(OPTIONS);
      return Optional.empty();
    } catch (ProfilerException e) {
      return Optional.of(String.valueOf(e.getMessage()).strip());
    }
  }

  /**
   * Counts the instructions in user mode of one operation of a cell.
   *
   * @throws MeasurementException if a process failed, or nothing was counted
   */
  public double perOperation(Job job) {
    try {
      RunResult result =
          new Runner(
                  new OptionsBuilder()
                      .parent(microbenchmarks.options(job))
                      .addProfiler(LinuxPerfNormProfiler.class, OPTIONS)
                      .build())
              .runSingle();
      Result<?> counted = result.getSecondaryResults().get(EVENT);
      if (counted == null) {
        throw new MeasurementException(job.cell().name() + ": perf has counted no instructions");
      }
      return counted.getScore();
    } catch (RunnerException e) {
      throw new MeasurementException(job.cell().name() + " could not be counted: " + e, e);
    }
  }
}
