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
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
  private static final int NOT_MET = 1;
  private static final int FAULT = 3;

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
    Plan plan = planned.plan();
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

  private Path folder(Effort effort) {
    if (out != null) {
      return out;
    }
    String time =
        LocalDateTime.now(ZoneId.systemDefault())
            .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT));
    return Path.of("bench-results", time + "-" + effort.label());
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
