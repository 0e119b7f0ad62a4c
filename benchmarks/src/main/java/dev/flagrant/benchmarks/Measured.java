package dev.flagrant.benchmarks;

import dev.flagrant.benchmarks.measure.Fingerprint;
import dev.flagrant.benchmarks.measure.GoProgram;
import dev.flagrant.benchmarks.measure.MeasurementException;
import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.Cell;
import dev.flagrant.benchmarks.model.Latency;
import dev.flagrant.benchmarks.model.Machine;
import dev.flagrant.benchmarks.model.MemoryPoint;
import dev.flagrant.benchmarks.model.Platform;
import dev.flagrant.benchmarks.model.ScalePoint;
import dev.flagrant.benchmarks.model.Timing;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has been measured so far, in this run and in those that it goes on with. */
final class Measured {
  /** Each reaches the processes that are measured, in which nothing shows it. */
  private static final List<String> OPTIONS_FROM_OUTSIDE =
      List.of(
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "_JAVA_OPTIONS",
          "GOGC",
          "GOMEMLIMIT",
          "GOMAXPROCS",
          "GODEBUG");

  private static final String RESUMED =
      "Measured in several runs with `--resume`. Date and load before are those of the first, load"
          + " after is that of the last.";
  private static final String NO_GO = "Real Go was not run for: ";

  private final Plan plan;
  private final OneRun run;
  private final List<Timing> timings = new ArrayList<>();
  private final List<MemoryPoint> memory = new ArrayList<>();
  private final List<Latency> latencies = new ArrayList<>();
  private final List<ScalePoint> scaling = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();

  private boolean goWasMissing;
  private Machine machine = Machine.here();
  private String date = LocalDate.now(ZoneId.systemDefault()).toString();

  /**
   * Nothing yet.
   *
   * @param plan what is to be measured
   * @param environment of this process, which those that are measured have, too
   */
  Measured(Plan plan, Map<String, String> environment) {
    this.plan = plan;
    this.run = new OneRun(plan, machine, Fingerprint::ofWhatIsMeasured);
    OPTIONS_FROM_OUTSIDE.stream()
        .filter(environment::containsKey)
        .forEach(name -> note(name + " was set when some of this was measured."));
  }

  /**
   * Takes over what an earlier run has measured.
   *
   * @throws IllegalArgumentException if that cannot stand in one table with what this one will
   */
  void takeOver(Campaign earlier) {
    run.takeOver(earlier);
    machine = earlier.machine();
    date = earlier.date();
    timings.addAll(earlier.timings());
    memory.addAll(earlier.memory());
    latencies.addAll(earlier.latencies());
    scaling.addAll(earlier.scaling());
    for (String note : earlier.notes()) {
      if (note.startsWith(NO_GO)) {
        goWasMissing = true; // and which parts still lack it is seen at the end
      } else {
        notes.add(note);
      }
    }
    notes.add(RESUMED);
  }

  /**
   * Measures with this Go from here on.
   *
   * @throws IllegalArgumentException if something was measured with another one
   */
  void takeGo(Platform go) {
    Stream.of(
            timings.stream().map(Timing::cell).filter(Measured::isOfGo).map(Cell::platform),
            latencies.stream().filter(one -> isGo(one.peer())).map(Latency::platform),
            scaling.stream().filter(one -> isGo(one.peer())).map(ScalePoint::platform))
        .flatMap(platforms -> platforms)
        .filter(earlier -> !earlier.equals(go))
        .findFirst()
        .ifPresent(
            earlier -> {
              throw new IllegalArgumentException(
                  "what was measured with %s, and the path has %s".formatted(earlier, go));
            });
  }

  /** From here on there is no Go. */
  void noteThatGoIsMissing() {
    goWasMissing = true;
  }

  /** Says which parts have no figures of real Go, if it was missing when they were measured. */
  private Optional<String> withoutGo() {
    String parts =
        Arrays.stream(Part.values())
            .filter(part -> goWasMissing && lacksGo(part))
            .map(part -> part.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s%s. It needs a `go` of %s on the path.".formatted(NO_GO, parts, GoRelease.COMPARED));
  }

  private boolean lacksGo(Part part) {
    List<String> peers =
        switch (part) {
          case SPEED ->
              timings.stream()
                  .map(Timing::cell)
                  .filter(cell -> cell.variant().equals(Cell.PLAIN))
                  .map(Cell::peer)
                  .toList();
          case LATENCY -> latencies.stream().map(Latency::peer).toList();
          case SCALING -> scaling.stream().map(ScalePoint::peer).toList();
          case CHECK, MEMORY -> List.of(); // it takes no part in them
        };
    return !peers.isEmpty() && !peers.contains(GoProgram.PEER);
  }

  private static boolean isOfGo(Cell cell) {
    return isGo(cell.peer());
  }

  private static boolean isGo(String peer) {
    return peer.equals(GoProgram.PEER);
  }

  /**
   * Makes sure that what runs is still what was started.
   *
   * @throws MeasurementException if it was built anew meanwhile
   */
  void requireTheSameCode() {
    run.requireTheSameCode();
  }

  /** Whether what runs is still what was started. */
  boolean isStillTheSameCode() {
    return run.isStillTheSameCode();
  }

  /** All of it. */
  Campaign campaign() {
    int fewest =
        timings.stream()
            .filter(timing -> timing.cell().variant().equals(Cell.PLAIN))
            .mapToInt(Timing::forks)
            .min()
            .orElse(plan.forks());
    return new Campaign(
        plan.effort().label(),
        date,
        plan.effort().describe(fewest),
        run.code(),
        machine,
        Machine.here().loadBefore(),
        List.copyOf(timings),
        List.copyOf(memory),
        List.copyOf(latencies),
        List.copyOf(scaling),
        Stream.concat(notes.stream(), withoutGo().stream()).toList(),
        run.jdks(),
        scaling.isEmpty() && latencies.isEmpty() ? null : run.heapGiB());
  }

  /** To be shown above the results, once. */
  void note(String text) {
    notes.add(text);
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
