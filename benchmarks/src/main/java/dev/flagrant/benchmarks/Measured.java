package dev.flagrant.benchmarks;

import dev.flagrant.benchmarks.measure.Effort;
import dev.flagrant.benchmarks.measure.Fingerprint;
import dev.flagrant.benchmarks.measure.GoProgram;
import dev.flagrant.benchmarks.measure.Jdk;
import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.Cell;
import dev.flagrant.benchmarks.model.Latency;
import dev.flagrant.benchmarks.model.Machine;
import dev.flagrant.benchmarks.model.MemoryPoint;
import dev.flagrant.benchmarks.model.ScalePoint;
import dev.flagrant.benchmarks.model.Timing;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What has been measured so far, in this run and in those that it goes on with. */
final class Measured {
  private static final String RESUMED =
      "Measured in several runs with `--resume`. Date and load before are those of the first, load"
          + " after is that of the last.";
  private static final String NO_GO =
      "Real Go was not run: there is no `go` of " + GoRelease.WITH_BUCKETS + " on the path.";

  private final Effort effort;
  private final int forks;
  private final String code = Fingerprint.ofWhatIsMeasured();
  private final List<Timing> timings = new ArrayList<>();
  private final List<MemoryPoint> memory = new ArrayList<>();
  private final List<Latency> latencies = new ArrayList<>();
  private final List<ScalePoint> scaling = new ArrayList<>();
  private final Map<String, String> versions = new TreeMap<>();
  private final Set<String> notes = new LinkedHashSet<>();

  private Machine machine = Machine.here();
  private String date = LocalDate.now(ZoneId.systemDefault()).toString();

  /** Nothing yet, of a run that measures a cell in at least so many processes. */
  Measured(Effort effort, int forks, List<Jdk> jdks) {
    this.effort = effort;
    this.forks = forks;
    jdks.forEach(jdk -> versions.put(jdk.label(), jdk.version()));
  }

  /**
   * Takes over what an earlier run has measured.
   *
   * @throws IllegalArgumentException if that cannot stand in one table with what this one will
   */
  void takeOver(Campaign earlier) {
    if (!earlier.effort().equals(effort.label())) {
      throw new IllegalArgumentException(
          "a " + earlier.effort() + " run, and this is a " + effort.label() + " one");
    }
    if (!machine.isLike(earlier.machine())) {
      throw new IllegalArgumentException(
          "what was measured on another machine: " + earlier.machine().processor());
    }
    if (!code.equals(earlier.code())) {
      throw new IllegalArgumentException(
          "what was measured with another state of the map, the workloads or what measures them");
    }
    if (earlier.jdks() != null) {
      earlier.jdks().forEach(this::takeOverJdk);
    }
    machine = earlier.machine();
    date = earlier.date();
    timings.addAll(earlier.timings());
    memory.addAll(earlier.memory());
    latencies.addAll(earlier.latencies());
    scaling.addAll(earlier.scaling());
    notes.addAll(earlier.notes());
    notes.add(RESUMED);
  }

  private void takeOverJdk(String name, String version) {
    String here = versions.putIfAbsent(name, version);
    if (here != null && !here.equals(version)) {
      throw new IllegalArgumentException(
          "what was measured with another %s: %s, and this is %s".formatted(name, version, here));
    }
  }

  Campaign campaign() {
    return new Campaign(
        effort.label(),
        date,
        effort.describe(forks),
        code,
        machine,
        Machine.here().loadBefore(),
        List.copyOf(timings),
        List.copyOf(memory),
        List.copyOf(latencies),
        List.copyOf(scaling),
        List.copyOf(notes),
        new TreeMap<>(versions));
  }

  /** To be shown above the results, once. */
  void note(String text) {
    notes.add(text);
  }

  void noteThatGoIsThere() {
    notes.remove(NO_GO); // of an earlier run
  }

  void noteThatGoIsMissing() {
    if (timings.stream().noneMatch(one -> one.cell().peer().equals(GoProgram.PEER))) {
      notes.add(NO_GO);
    }
  }

  Optional<Timing> timing(Cell cell) {
    return timings.stream().filter(timing -> timing.cell().equals(cell)).findFirst();
  }

  /** In how many processes a cell has been measured. */
  int forks(Cell cell) {
    return timing(cell).map(Timing::forks).orElse(0);
  }

  /** Adds a timing, or more samples to one; says what was measured now. */
  String add(Timing timing) {
    Optional<Timing> earlier = timing(timing.cell());
    if (earlier.isPresent()) {
      timings.set(timings.indexOf(earlier.get()), earlier.get().plus(timing));
    } else {
      timings.add(timing);
    }
    DoubleSummaryStatistics iterations =
        timing.samples().stream().mapToDouble(Double::doubleValue).summaryStatistics();
    return "%.2f ns (%.2f to %.2f)"
        .formatted(timing.estimate().median(), iterations.getMin(), iterations.getMax());
  }

  List<MemoryPoint> memory() {
    return memory;
  }

  List<Latency> latencies() {
    return latencies;
  }

  List<ScalePoint> scaling() {
    return scaling;
  }
}
