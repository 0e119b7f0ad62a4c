package dev.flagrant.harness.cli;

import dev.flagrant.harness.cli.StressOptions.Run;
import dev.flagrant.harness.report.StressReport;
import dev.flagrant.stress.run.Campaign;
import dev.flagrant.stress.run.RunsFolder;
import dev.flagrant.stress.run.StressPlan;
import dev.flagrant.stress.run.StressRun;
import dev.flagrant.stress.run.UnusableException;
import dev.flagrant.stress.verdict.Counted;
import dev.flagrant.stress.verdict.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code flagrant stress}. */
@Command(
    name = "stress",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Races a map under JCStress, which tries how the JIT and the processor may order it, and"
          + " requires of each race that its detections were seen, and of each control that"
          + " nothing was.",
      ""
    },
    footerHeading = "%n",
    footer = {
      "Go's map is judged by requirements of its own, which also say at which sites it must"
          + " detect. Another map is judged by what is expected of it, wherever it detects:",
      "  fail-fast    each race is DETECTED 3 times, and none ends in JVM_EXCEPTION",
      "  thread-safe  each trial is CLEAN",
      "  any          what races do is not judged",
      "Operations under one lock must be CLEAN always, and those that only read must be but for any."
          + " A JVM that crashes or hangs is never accepted.",
      "",
      "Exit status: 0 every test showed what it must, 1 not so, 2 wrong usage, 3 a fault of"
          + " flagrant itself.",
      "",
      "Examples:",
      "  flagrant stress --mode smoke                        every test once, some minutes",
      "  flagrant stress --tests writewrite --jdk /opt/jdk-17 --jdk /opt/jdk-25",
      "  flagrant stress --mode smoke --jvm-option=-Ddev.flagrant.guard=plain   must fail",
      "  flagrant stress --map java.util.concurrent.ConcurrentHashMap --expect thread-safe",
      "  flagrant stress --classpath build/classes --map my.Map --expect fail-fast",
      "  flagrant stress --mode default --shard 2/8 --out results/2",
      "  flagrant stress --merge results"
    })
public final class StressCommand implements Callable<Integer> {

  private static final int ROUNDS = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final StressOptions options = new StressOptions();

  @Option(names = "--list", description = "Lists the tests and ends.")
  private boolean list;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the results go. Default: a new folder below target/flagrant/stress.")
  private @Nullable Path out;

  @Mixin private final MergeOptions mergeOptions = new MergeOptions();

  @Override
  public Integer call() throws UsageException, IOException {
    try {
      if (mergeOptions.areGiven()) {
        return merge();
      }
      MergeOptions.requireNamed("--out", out == null ? List.of() : List.of(out));
      List<Run> runs = options.runs();
      if (list) {
        runs.get(0).plan().selected().forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
        return ExitStatus.MET;
      }
      return run(runs);
    } catch (UnusableException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private int merge() throws UsageException, UnusableException {
    Campaign campaign = mergeOptions.campaign(spec.commandLine().getParseResult());
    Map<StressPlan, Verdict> verdicts = campaign.verdictsOnWholes();
    if (mergeOptions.table()) {
      new StressReport(spec.commandLine().getOut()).writeTable(verdicts);
    }
    int status = report(verdicts);
    campaign
        .unfinished()
        .forEach(
            (folder, tests) ->
                print(
                    "unfinished: %s has nothing of %s; wait if it still goes on, else delete it and"
                        + " run it again",
                    folder, Counted.of(tests, "test")));
    return status;
  }

  private int run(List<Run> runs) throws IOException, UnusableException, UsageException {
    options.requireUsable(runs);
    RunsFolder root = RunsFolder.take(out == null ? newFolder() : out);
    List<Path> folders = new ArrayList<>();
    for (Run run : runs) {
      folders.add(root.newRun(run.plan()));
    }
    Campaign campaign = new Campaign();
    for (int index = 0; index < runs.size(); index++) {
      Run run = runs.get(index);
      Path folder = folders.get(index);
      print("stress: %s, %s", run.plan().label(), tests(run.plan().selected()));
      run(run, folder);
      campaign.add(folder);
    }
    print("results: %s", root);
    return report(campaign.verdictsOnRuns());
  }

  /**
   * Runs a plan, and those of its tests again that have shown too little: how often two threads
   * meet depends on what else the machine does. All results count, so that nothing that was seen is
   * forgotten.
   */
  private void run(Run run, Path folder) throws IOException, UnusableException {
    StressRun jcstress = new StressRun(run.plan(), run.jdk(), options.classPath());
    Collection<String> left = run.plan().selected();
    for (int round = 1; round <= ROUNDS && !left.isEmpty(); round++) {
      if (round > 1) {
        print("again, for too little was shown: %s", tests(left));
      }
      jcstress.run(left, round, folder, this::progress);
      Campaign soFar = new Campaign();
      soFar.add(folder);
      left =
          soFar.verdictsOnRuns().values().stream()
              .flatMap(verdict -> verdict.inconclusive().stream())
              .toList();
    }
  }

  private static String tests(Collection<String> names) {
    return Counted.of(names.size(), "test");
  }

  private static Path newFolder() {
    String time =
        LocalDateTime.now(ZoneId.systemDefault())
            .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT));
    return Path.of("target", "flagrant", "stress", time);
  }

  private void progress(int done, int planned, int bad) {
    PrintWriter err = spec.commandLine().getErr();
    if (Terminal.isPresent()) {
      err.printf("\r[%d/%d] %d bad ", done, planned, bad);
      if (done == planned) {
        err.println();
      }
    } else {
      err.printf("[%d/%d] %d bad%n", done, planned, bad);
    }
    err.flush();
  }

  private int report(Map<StressPlan, Verdict> verdicts) {
    return new StressReport(spec.commandLine().getOut()).write(verdicts)
        ? ExitStatus.MET
        : ExitStatus.NOT_MET;
  }

  private void print(String format, Object... arguments) {
    PrintWriter writer = spec.commandLine().getOut();
    writer.printf(format + "%n", arguments);
    writer.flush();
  }
}
