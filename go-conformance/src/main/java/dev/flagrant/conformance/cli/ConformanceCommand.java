package dev.flagrant.conformance.cli;

import dev.flagrant.conformance.BadTraceException;
import dev.flagrant.conformance.Conformance;
import dev.flagrant.conformance.GoMapSubject;
import dev.flagrant.conformance.Level;
import dev.flagrant.conformance.Outcome;
import dev.flagrant.conformance.ReplayCommand;
import dev.flagrant.conformance.ReplayListener;
import dev.flagrant.conformance.Replayer;
import dev.flagrant.conformance.SubjectFactory;
import dev.flagrant.conformance.Trace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code flagrant conformance}. */
@Command(
    name = "conformance",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Compares a map with real Go's, operation by operation: replays what a recorder saw Go's own"
          + " map do, and reports the first difference.",
      ""
    },
    footerHeading = "%n",
    footer = {
      "Levels: 1 what operations answer; 2 and what iterations show, by the rules of Go's"
          + " specification; 3 and the header and every bucket, and iterations in Go's own order.",
      "",
      "Exit status: 0 no difference, 1 a difference, 2 wrong usage, a damaged or empty trace, a"
          + " subject that calls System.exit, or --live where nothing can be recorded: without Go"
          + " 1.19, for example; 3 a fault of flagrant itself.",
      "",
      "Examples:",
      "  flagrant conformance                             GoMap and the traces that come with it",
      "  flagrant conformance --live --ops 10000000       GoMap and the Go that is on the PATH",
      "  flagrant conformance --classpath build/classes --subject my.Factory --level 1"
    })
public final class ConformanceCommand implements Callable<Integer> {
  private static final int CONFORMS = 0;
  private static final int DIFFERS = 1;
  private static final long SECONDS_BETWEEN_LINES = 5;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--subject",
      paramLabel = "CLASS",
      description = "A SubjectFactory that makes the maps to compare. Default: GoMap's.")
  private String subject = GoMapSubject.class.getName();

  @Option(
      names = "--classpath",
      paramLabel = "PATH",
      description = "Where the class is looked for: jars and folders.")
  private String classPath = "";

  @Option(
      names = "--level",
      paramLabel = "N",
      defaultValue = "3",
      description = "How much is compared, 1 to 3. Default: ${DEFAULT-VALUE}.")
  private int level;

  @Option(
      names = "--hang",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "An operation that takes longer hangs: it is reported, and no other trace is replayed."
              + " Default: ${DEFAULT-VALUE}.")
  private int hangSeconds;

  @Mixin private final LiveOptions live = new LiveOptions();

  @Parameters(
      paramLabel = "TRACE",
      arity = "0..*",
      description = "Trace files to replay instead of those that come with this command.")
  private List<Path> traces = List.of();

  @Override
  public Integer call() throws IOException {
    SubjectFactory factory;
    Level compared;
    try {
      live.validate();
      compared = Level.numbered(level);
      if (hangSeconds < 1) {
        throw misuse("--hang is " + hangSeconds + "; it must be at least 1");
      }
      factory = new SubjectTrial(subject, classPath, compared).within(hangSeconds);
    } catch (IllegalArgumentException e) {
      throw misuse(e);
    }
    if (live.isAskedFor() && !traces.isEmpty()) {
      throw misuse("--live and trace files exclude each other");
    }
    try {
      return run(factory, compared);
    } catch (BadTraceException e) {
      throw misuse(e);
    }
  }

  private ParameterException misuse(Exception reason) {
    return misuse(String.valueOf(reason.getMessage()));
  }

  private ParameterException misuse(String reason) {
    return new ParameterException(spec.commandLine(), reason);
  }

  private int run(SubjectFactory factory, Level compared) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    ReplayCommand again = new ReplayCommand(program(), subject, classPath, compared);
    Conformance conformance =
        new Conformance(
            new Replayer(factory, again), Duration.ofSeconds(hangSeconds), new Teller());
    long start = System.nanoTime();
    if (live.isAskedFor()) {
      String obstacle = LiveOptions.obstacle();
      if (obstacle != null) {
        throw misuse(obstacle);
      }
      out.println("recording with seed " + live.seed());
      out.flush();
      try {
        live.run(conformance);
      } catch (IOException e) {
        throw misuse("--live: " + String.join("; ", String.valueOf(e.getMessage()).split("\\R")));
      }
    } else if (traces.isEmpty()) {
      conformance.committed();
    } else {
      for (Path file : traces) { // all, before hours are spent on the first
        requireReadable(file);
      }
      for (Path file : traces) {
        if (conformance.hung()) {
          break;
        }
        conformance.replay(read(file));
      }
    }
    new Summary(subject, compared, conformance).print(out, System.nanoTime() - start);
    return conformance.differing() == 0 ? CONFORMS : DIFFERS;
  }

  private void requireReadable(Path file) throws BadTraceException {
    if (file.toString().isEmpty()) {
      throw misuse("TRACE: expected the path of a file, not an empty text");
    }
    if (Files.isDirectory(file)) {
      throw misuse(file + ": it is a folder; name the traces in it, as with " + file + "/*.trace");
    }
    if (!Files.isReadable(file)) {
      throw misuse(file + ": there is no such file, or it cannot be read");
    }
    if (Files.isRegularFile(file)) { // a pipe can be read only once
      var unused = read(file);
    }
  }

  private Trace read(Path file) throws BadTraceException {
    try {
      return Trace.read(file);
    } catch (BadTraceException e) {
      throw e;
    } catch (IOException e) {
      throw misuse(file + ": it cannot be read: " + e.getMessage());
    }
  }

  /** The name that this command was called by, if the script that began it has told. */
  private static String program() {
    return System.getProperty("flagrant.command", "flagrant");
  }

  /** Prints differences and, on the error stream, now and then how far it has come. */
  private final class Teller implements ReplayListener {
    private long lastLine = System.nanoTime();
    private long before;

    @Override
    public void done(Outcome outcome) {
      if (!outcome.conforms()) {
        spec.commandLine().getOut().println(outcome.report());
        spec.commandLine().getOut().println();
      }
      before += outcome.operations();
    }

    @Override
    public void underWay(Trace trace, long operations) {
      if (System.nanoTime() - lastLine > TimeUnit.SECONDS.toNanos(SECONDS_BETWEEN_LINES)) {
        lastLine = System.nanoTime();
        PrintWriter err = spec.commandLine().getErr();
        err.printf(
            "replaying %s: operation %,d; %,d done before%n", trace.path(), operations, before);
        err.flush();
      }
    }
  }
}
