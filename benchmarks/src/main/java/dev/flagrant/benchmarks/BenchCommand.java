package dev.flagrant.benchmarks;

import dev.flagrant.benchmarks.guard.Gate;
import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.measure.Collector;
import dev.flagrant.benchmarks.measure.Effort;
import dev.flagrant.benchmarks.measure.Jdk;
import dev.flagrant.benchmarks.measure.MeasurementException;
import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.Machine;
import dev.flagrant.benchmarks.model.ResultsFile;
import dev.flagrant.benchmarks.report.GuardCost;
import dev.flagrant.benchmarks.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code flagrant bench}. Exit status 0 done, 1 guard not met, 2 misuse, 3 a failed measurement.
 */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Measures GoMap beside other maps and real Go: speed, cost of the guards, memory, latency,"
            + " very large maps. Writes results.json, performance.md and plots.")
public final class BenchCommand implements Callable<Integer> {
  private static final int LARGEST_DEFAULT_HEAP_GIB = 16;
  private static final int QUICK_HEAP_GIB = 4;
  private static final int NOT_MET = 1;
  private static final int FAULT = 3;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--quick",
      description = "A subset, in less than three minutes: a look, not a result.")
  private boolean quick;

  @Option(names = "--smoke", hidden = true)
  private boolean smoke;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      description = "Parts: speed, check, memory, latency, scaling. All of them if not given.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--peers",
      split = ",",
      paramLabel = "MAP",
      description =
          "The maps to compare: GoMap, GoMap-typed, GoMap-range, HashMap, ConcurrentHashMap,"
              + " synchronizedMap, fastutil, Agrona, Eclipse, HPPC.")
  private List<String> peers = new ArrayList<>();

  @Option(
      names = "--filter",
      paramLabel = "REGEX",
      description =
          "Only cells whose name has a match, such as"
              + " 'hit/long/equal/1000/HashMap/JDK 17 g1'.")
  private String filter = "";

  @Option(
      names = "--forks",
      paramLabel = "N",
      description =
          "Processes of each cell of the speed part, at least; 3 in a full run if not given. With"
              + " --resume those that are there count.")
  private int forks;

  @Option(
      names = "--jdk",
      split = ",",
      paramLabel = "PATH",
      description = "Folder of a JDK, 17 or newer; may be repeated. The running one if not given.")
  private List<Path> jdks = new ArrayList<>();

  @Option(
      names = "--gc",
      split = ",",
      paramLabel = "GC",
      description = "Collectors: g1, parallel. Both if not given; with --quick g1.")
  private List<String> collectors = new ArrayList<>();

  @Option(
      names = "--heap",
      paramLabel = "GiB",
      description = "Heap for very large maps; two thirds of the memory, at most 16, if not given.")
  private int heap;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the results go. A new folder in bench-results if not given.")
  private @Nullable Path out;

  @Option(names = "--resume", description = "Go on with the results in the folder of --out.")
  private boolean resume;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      description = "To be shown above the results, such as what disturbed them; may be repeated.")
  private List<String> notes = new ArrayList<>();

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "Measure nothing: write the page and the plots of these results into --out, and the"
              + " results beside them.")
  private @Nullable Path report;

  @Option(
      names = "--guard",
      description =
          "Measure nothing else: three workloads against HashMap in this JVM, and their"
              + " instructions where the machine counts them; exit status 1 if GoMap has become"
              + " slow.")
  private boolean guard;

  /** For {@code java -cp ... dev.flagrant.benchmarks.BenchCommand}. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command, as it is to be run or added to another one. */
  public static CommandLine commandLine() {
    return new CommandLine(new BenchCommand());
  }

  @Override
  public Integer call() {
    try {
      if (guard) {
        return Gate.passes(this::print) ? CommandLine.ExitCode.OK : NOT_MET;
      }
      return report != null ? writeReport(report) : measure();
    } catch (MeasurementException e) {
      return fault(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return fault("a file could not be read or written: " + e.getMessage());
    }
  }

  private int writeReport(Path results) throws IOException {
    Path target = out == null ? results : out;
    Campaign campaign = read(results).noting(notes);
    ResultsFile.write(campaign, target);
    Report.write(campaign, target);
    print("written: " + target.resolve(Report.NAME));
    return CommandLine.ExitCode.OK;
  }

  private int measure() throws IOException {
    Plan plan = plan();
    Path folder = folder(plan.effort());
    boolean has = Files.exists(folder.resolve(ResultsFile.NAME));
    if (has && !resume) {
      throw misuse(folder + " holds results; give --resume to go on, or another --out");
    }
    CampaignRun run = new CampaignRun(plan, folder, this::print);
    if (has) {
      Campaign earlier = read(folder);
      try {
        run.goOnWith(earlier);
      } catch (IllegalArgumentException e) {
        throw misuse("--resume: " + folder + " holds " + e.getMessage());
      }
    }
    Campaign campaign = run.run().noting(notes);
    ResultsFile.write(campaign, folder);
    Report.write(campaign, folder);
    print("");
    if (plan.effort() != Effort.FULL) {
      print("A " + plan.effort().label() + " run: a look, not a result.");
    }
    print(Report.verdicts(campaign));
    if (plan.parts().contains(Part.CHECK)) {
      print(GuardCost.shown(campaign));
    }
    print("written: " + folder.resolve(Report.NAME));
    return CommandLine.ExitCode.OK;
  }

  private Plan plan() {
    Effort effort = smoke ? Effort.SMOKE : quick ? Effort.QUICK : Effort.FULL;
    if (heap < 0) {
      throw misuse("--heap " + heap + ": it is a number of GiB, 1 or more");
    }
    if (forks < 0) {
      throw misuse("--forks " + forks + ": it is a number of processes, 1 or more");
    }
    return new Plan(
        effort,
        only.isEmpty()
            ? EnumSet.allOf(Part.class)
            : EnumSet.copyOf(constants("--only", Part.class, only)),
        jdks.isEmpty() ? List.of(Jdk.current()) : jdks.stream().map(this::jdk).toList(),
        collectors(effort),
        peers.isEmpty()
            ? effort.selection().peers()
            : peers.stream().map(this::peer).distinct().toList(),
        pattern(),
        forks > 0 ? forks : effort.sampling().forks(),
        heap > 0 ? heap : defaultHeap(effort));
  }

  private List<Collector> collectors(Effort effort) {
    if (!collectors.isEmpty()) {
      return constants("--gc", Collector.class, collectors);
    }
    return effort == Effort.FULL ? Arrays.asList(Collector.values()) : List.of(Collector.G1);
  }

  private static int defaultHeap(Effort effort) {
    int largest = effort == Effort.FULL ? LARGEST_DEFAULT_HEAP_GIB : QUICK_HEAP_GIB;
    return (int) Math.max(1, Math.min(largest, Machine.here().memoryGiB() * 2 / 3));
  }

  private Path folder(Effort effort) {
    if (out != null) {
      return out;
    }
    String time =
        LocalDateTime.now(ZoneId.systemDefault())
            .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT));
    return Path.of("bench-results", time + "-" + effort.label());
  }

  private Jdk jdk(Path home) {
    try {
      return Jdk.at(home);
    } catch (MeasurementException e) {
      throw misuse("--jdk: " + e.getMessage());
    }
  }

  private <E extends Enum<E>> List<E> constants(String option, Class<E> type, List<String> words) {
    List<E> constants = new ArrayList<>();
    for (String word : words) {
      constants.add(
          Arrays.stream(type.getEnumConstants())
              .filter(constant -> constant.name().equalsIgnoreCase(word))
              .findFirst()
              .orElseThrow(() -> misuse(option + ": there is no '" + word + "'; see --help")));
    }
    return constants.stream().distinct().toList();
  }

  private Peer peer(String label) {
    try {
      return Peer.labelled(label);
    } catch (IllegalArgumentException e) {
      throw misuse("--peers: " + e.getMessage());
    }
  }

  private Pattern pattern() {
    try {
      return Pattern.compile(filter);
    } catch (PatternSyntaxException e) {
      throw misuse("--filter " + filter + ": " + e.getDescription());
    }
  }

  private Campaign read(Path folder) {
    try {
      return ResultsFile.read(folder);
    } catch (IOException e) {
      throw misuse("there are no results that can be read in " + folder);
    }
  }

  private ParameterException misuse(String message) {
    return new ParameterException(commandSpec().commandLine(), message);
  }

  private int fault(String message) {
    PrintWriter writer = commandSpec().commandLine().getErr();
    writer.println("flagrant: " + message);
    writer.flush();
    return FAULT;
  }

  private void print(String line) {
    PrintWriter writer = commandSpec().commandLine().getOut();
    writer.println(line);
    writer.flush();
  }

  private CommandSpec commandSpec() {
    if (spec == null) {
      throw new IllegalStateException("the command was not made by picocli");
    }
    return spec;
  }
}
