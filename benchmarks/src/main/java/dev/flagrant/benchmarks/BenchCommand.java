package dev.flagrant.benchmarks;

import dev.flagrant.benchmarks.guard.Gate;
import dev.flagrant.benchmarks.measure.Effort;
import dev.flagrant.benchmarks.measure.MeasurementException;
import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.ResultsFile;
import dev.flagrant.benchmarks.report.GuardCost;
import dev.flagrant.benchmarks.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
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
    footerHeading = "%n",
    footer =
        "Exit status: 0 done, 1 the guard is not met, 2 wrong usage, 3 a measurement failed or a"
            + " fault of flagrant itself.",
    description =
        "Measures GoMap beside other maps and real Go: speed, cost of the guards, memory, latency,"
            + " very large maps. Writes results.json, performance.md and plots.")
public final class BenchCommand implements Callable<Integer> {
  private static final int NOT_MET = 1;
  private static final int FAULT = 3;

  /** Begins the names of the properties that the map goes by. */
  private static final String OF_THE_MAP = "dev.flagrant.";

  private final Predicate<Consumer<String>> gate;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private PlanOptions planned = new PlanOptions();

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
              + " instructions where Valgrind can count them; exit status 1 if GoMap has become"
              + " slow.")
  private boolean guard;

  /** With the gate of the project. */
  public BenchCommand() {
    this(Gate::passes);
  }

  /** With another gate, which says what it found and answers whether all bounds are met. */
  BenchCommand(Predicate<Consumer<String>> gate) {
    this.gate = gate;
  }

  @Override
  public Integer call() {
    try {
      refuseWhatHasNoMeaning();
      if (guard) {
        return gate.test(this::print) ? CommandLine.ExitCode.OK : NOT_MET;
      }
      return report != null ? writeReport(report) : measure();
    } catch (MeasurementException e) {
      return fault(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return fault("a file could not be read or written: " + e.getMessage());
    }
  }

  private int writeReport(Path results) throws IOException {
    Campaign campaign = read(results).noting(notes);
    Path target = out == null ? results : out;
    OutputFolder.mustBeWritable(target, this::misuse);
    requirePlace(target);
    ResultsFile.write(campaign, target);
    Report.write(campaign, target);
    print("written: " + target.resolve(Report.NAME));
    return CommandLine.ExitCode.OK;
  }

  private int measure() throws IOException {
    Plan plan = planned.plan();
    Path folder = folder(plan.effort());
    requirePlace(folder);
    CampaignRun run = new CampaignRun(plan, folder, this::print);
    notes.forEach(run::note);
    try {
      if (resume) {
        run.goOnWith(read(folder));
      }
      run.findGo();
    } catch (IllegalArgumentException e) {
      throw misuse("--resume: " + folder + " holds " + e.getMessage());
    }
    print("results go to " + folder);
    Campaign campaign;
    try {
      campaign = run.run();
    } catch (MeasurementException e) {
      fault(String.valueOf(e.getMessage()));
      if (Files.exists(folder.resolve(ResultsFile.NAME)) && run.isStillTheSameCode()) {
        fault("the same command goes on from there with --resume --out " + folder);
      }
      return FAULT;
    }
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

  private void refuseWhatHasNoMeaning() {
    List<String> given =
        commandSpec().commandLine().getParseResult().matchedOptions().stream()
            .map(OptionSpec::longestName)
            .toList();
    if (guard) {
      mustBeAmong("--guard", List.of("--guard"), given);
    }
    if (report != null) {
      mustBeAmong("--report", List.of("--report", "--out", "--note"), given);
    }
    if (report == null) {
      refuseToSetTheMap();
    }
    if (resume && out == null) {
      throw misuse("--resume: give the folder of the results to go on with as --out");
    }
  }

  private void refuseToSetTheMap() {
    System.getProperties().stringPropertyNames().stream()
        .filter(property -> property.startsWith(OF_THE_MAP))
        .findFirst()
        .ifPresent(
            property -> {
              throw misuse(
                  "-D%s: bench itself chooses how the map is set; leave it out"
                      .formatted(property));
            });
  }

  private void mustBeAmong(String option, List<String> meaningful, List<String> given) {
    given.stream()
        .filter(each -> !meaningful.contains(each))
        .findFirst()
        .ifPresent(
            each -> {
              throw misuse(each + " has no meaning beside " + option + "; leave one of them out");
            });
  }

  /** Where the results go: writable, and with results in it only if it is gone on with those. */
  private Path folder(Effort effort) {
    if (out == null) {
      return OutputFolder.ofItsOwn(Path.of("bench-results"), effort.label(), this::misuse);
    }
    boolean has = Files.exists(out.resolve(ResultsFile.NAME));
    if (has && !resume) {
      throw misuse(out + " holds results; give --resume to go on, or another --out");
    }
    if (resume && !has) {
      throw misuse("--resume: there are no results in " + out + " to go on with");
    }
    OutputFolder.mustBeWritable(out, this::misuse);
    return out;
  }

  /** What cannot be written at the end is told before there is anything to be lost. */
  private void requirePlace(Path folder) {
    try {
      Report.requirePlace(folder);
    } catch (IOException e) {
      throw misuse("--out: " + e.getMessage());
    }
  }

  private Campaign read(Path folder) {
    try {
      return ResultsFile.read(folder);
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw misuse("there are no results that can be read in " + folder + ": " + reason);
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
