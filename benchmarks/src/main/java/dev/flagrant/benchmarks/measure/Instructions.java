package dev.flagrant.benchmarks.measure;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.flagrant.benchmarks.measure.Microbenchmarks.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How many instructions an operation takes. Valgrind counts them, which runs a JVM's machine code
 * on a processor made of software: its tool {@code exp-bbv} tells how many each thread has run.
 * That needs no counters of the processor, which virtual machines seldom offer. Whatever else the
 * machine does, a count varies only as far as HotSpot compiles the same code in different ways. It
 * does not say how long the instructions take.
 */
public final class Instructions {
  /** Shared fairly, or a thread that waits for the compiler is never the compiler's turn. */
  private static final List<String> OPTIONS =
      List.of(
          "--tool=exp-bbv",
          "--instr-count-only=yes",
          "--fair-sched=yes",
          "--smc-check=all-non-file");

  /**
   * What is compiled is waited for, so that a short warm-up is enough; and no thread of the
   * compiler starts after the one that counts.
   */
  private static final List<String> JVM_OPTIONS =
      List.of("-Xbatch", "-XX:-UseDynamicNumberOfCompilerThreads");

  private static final Pattern TOTAL = Pattern.compile("Total instructions: (\\d+)");
  private static final int HEAP_MIB = 512;

  private final String valgrind;

  /** By the {@code valgrind} on the path. */
  public Instructions() {
    this("valgrind");
  }

  Instructions(String valgrind) {
    this.valgrind = valgrind;
  }

  /** Why nothing can be counted here; empty if it can. */
  public Optional<String> whyNot() {
    try {
      Path java = Jdk.current().java();
      int status = Fork.status(List.of(valgrind, "--tool=none", java.toString(), "-version"));
      return status == 0
          ? Optional.empty()
          : Optional.of("Valgrind cannot run this JDK (exit status " + status + ")");
    } catch (IOException e) {
      return Optional.of("there is no Valgrind: " + e.getMessage());
    }
  }

  /**
   * Counts the instructions of one operation of a cell, in user mode.
   *
   * @throws MeasurementException if a process failed, or nothing was counted
   */
  public double perOperation(Job job) {
    try {
      Path folder = Children.folder();
      try {
        Path log = folder.resolve("log");
        List<String> command = new ArrayList<>();
        command.add(valgrind);
        command.addAll(OPTIONS);
        command.add("--log-file=" + log);
        command.add("--bb-out-file=" + folder.resolve("blocks"));
        command.add(job.jdk().java().toString());
        command.addAll(job.jdk().options(job.collector(), HEAP_MIB));
        command.addAll(JVM_OPTIONS);
        command.addAll(Fork.main(CountedTrial.class));
        int operations =
            Fork.run(
                command,
                new TypeReference<>() {},
                job.workload(),
                job.peer(),
                job.keys(),
                job.probes(),
                job.cell().size());
        return ofLastThread(Files.readString(log)) / (double) operations;
      } finally {
        Children.remove(folder);
      }
    } catch (IOException e) {
      throw new MeasurementException(job.cell().name() + " could not be counted: " + e, e);
    }
  }

  /** Valgrind lists the threads in the order in which they started. */
  private static long ofLastThread(String log) {
    return TOTAL
        .matcher(log)
        .results()
        .map(MatchResult::group)
        .reduce((before, last) -> last)
        .map(total -> Long.parseLong(total.replaceAll("\\D", "")))
        .orElseThrow(() -> new MeasurementException("Valgrind has counted nothing: " + log));
  }
}
