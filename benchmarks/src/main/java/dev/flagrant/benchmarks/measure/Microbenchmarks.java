package dev.flagrant.benchmarks.measure;

import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.model.Cell;
import dev.flagrant.benchmarks.model.Timing;
import dev.flagrant.benchmarks.workload.MapBenchmark;
import dev.flagrant.benchmarks.workload.ProbeKind;
import dev.flagrant.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The workloads under JMH: each cell in JVMs of its own. */
public final class Microbenchmarks {
  /** Small maps make little garbage at a time; a heap is given by the system page by page. */
  private static final int SMALL = 1_000;

  private static final int SMALL_HEAP_MIB = 512;
  private static final int LARGE_HEAP_MIB = 2_048;

  private final Effort.Sampling sampling;

  /** With a way to sample. */
  public Microbenchmarks(Effort.Sampling sampling) {
    this.sampling = sampling;
  }

  /**
   * A cell and all that is needed to run it.
   *
   * @param cell its name in the results
   */
  public record Job(
      Cell cell,
      Workload workload,
      Peer peer,
      KeyKind keys,
      ProbeKind probes,
      Jdk jdk,
      Collector collector) {

    /** On a JDK with a collector; the variant is one of {@link Cell}'s. */
    public static Job of(
        Workload workload,
        Peer peer,
        KeyKind keys,
        ProbeKind probes,
        int size,
        Jdk jdk,
        Collector collector,
        String variant) {
      Cell cell =
          new Cell(
              workload.label(),
              lower(keys),
              lower(probes),
              size,
              peer.label(),
              jdk.with(collector),
              variant);
      return new Job(cell, workload, peer, keys, probes, jdk, collector);
    }
  }

  /** The cells that compare maps, and whose name matches a filter. */
  public static List<Job> comparison(
      Effort.Selection selection, List<Jdk> jdks, List<Collector> collectors, Pattern filter) {
    List<Job> jobs = new ArrayList<>();
    for (Jdk jdk : jdks) {
      for (Collector collector : collectors) {
        for (KeyKind keys : selection.keys()) {
          for (int size : selection.sizes()) {
            for (Workload workload : Workload.values()) {
              for (ProbeKind probes : selection.probes()) {
                for (Peer peer : selection.peers()) {
                  if (differs(workload, peer, probes)) {
                    jobs.add(
                        Job.of(workload, peer, keys, probes, size, jdk, collector, Cell.PLAIN));
                  }
                }
              }
            }
          }
        }
      }
    }
    return matching(jobs, filter);
  }

  /**
   * The cells that show what each guard costs, those of one workload and size next to one another;
   * on the first JDK, and with Parallel if there is a choice: in a large map G1's write barrier
   * takes ten times as long as an update, and hides the guard.
   */
  public static List<Job> costOfTheGuards(
      List<Integer> sizes, List<Jdk> jdks, List<Collector> collectors, Pattern filter) {
    Collector collector =
        collectors.contains(Collector.PARALLEL) ? Collector.PARALLEL : collectors.get(0);
    List<Job> jobs = new ArrayList<>();
    for (int size : sizes) {
      for (Workload workload : List.of(Workload.HIT, Workload.UPDATE, Workload.ITERATE)) {
        for (String variant : Cell.GUARDED) {
          if (workload == Workload.ITERATE && variant.equals(Cell.NAMES)) {
            continue; // a step of an iteration asks for no name
          }
          jobs.add(
              Job.of(
                  workload,
                  Peer.GO_MAP,
                  KeyKind.LONG,
                  ProbeKind.EQUAL,
                  size,
                  jdks.get(0),
                  collector,
                  variant));
        }
      }
    }
    return matching(jobs, filter);
  }

  /** Whether a cell is not the same measurement as another one. */
  private static boolean differs(Workload workload, Peer peer, ProbeKind probes) {
    return (probes == ProbeKind.EQUAL || workload.asksForPresentKeys())
        && (peer != Peer.GO_MAP_RANGE || workload == Workload.ITERATE);
  }

  private static List<Job> matching(List<Job> jobs, Pattern filter) {
    return jobs.stream().filter(job -> filter.matcher(job.cell().name()).find()).toList();
  }

  /**
   * Measures one cell.
   *
   * @throws MeasurementException if a fork failed, or the map gave wrong answers
   */
  public Timing run(Job job) {
    try {
      RunResult result = new Runner(options(job)).runSingle();
      List<Double> samples = new ArrayList<>();
      for (BenchmarkResult fork : result.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          samples.add(iteration.getPrimaryResult().getScore());
        }
      }
      BenchmarkParams params = result.getParams();
      return new Timing(job.cell(), params.getForks(), samples);
    } catch (RunnerException | RuntimeException e) {
      throw new MeasurementException(
          job.cell().name() + " could not be measured: " + Reasons.of(e), e);
    }
  }

  /** What JMH is told. */
  Options options(Job job) {
    int heap = job.cell().size() <= SMALL ? SMALL_HEAP_MIB : LARGE_HEAP_MIB;
    List<String> jvm = new ArrayList<>(job.jdk().options(job.collector(), heap));
    jvm.addAll(optionsOf(job.cell().variant()));
    TimeValue iteration = TimeValue.milliseconds(sampling.millis());
    return new OptionsBuilder()
        .include("^" + Pattern.quote(MapBenchmark.class.getName()) + "\\.run$")
        .param("workload", job.workload().name())
        .param("peer", job.peer().name())
        .param("keys", job.keys().name())
        .param("probes", job.probes().name())
        .param("size", String.valueOf(job.cell().size()))
        .operationsPerInvocation(job.workload().operations(job.cell().size()))
        .forks(sampling.forks())
        .warmupIterations(sampling.warmups())
        .warmupTime(iteration)
        .measurementIterations(sampling.iterations())
        .measurementTime(iteration)
        .jvm(job.jdk().java().toString())
        .jvmArgs(jvm.toArray(String[]::new))
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .build();
  }

  private static List<String> optionsOf(String variant) {
    if (variant.startsWith(Cell.GUARD)) {
      return List.of("-Ddev.flagrant.guard=" + variant.substring(Cell.GUARD.length()));
    }
    return variant.equals(Cell.NAMES)
        ? List.of("-Ddev.flagrant.name-other-thread=true")
        : List.of();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
