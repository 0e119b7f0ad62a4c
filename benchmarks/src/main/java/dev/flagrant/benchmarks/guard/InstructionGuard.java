package dev.flagrant.benchmarks.guard;

import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.measure.Collector;
import dev.flagrant.benchmarks.measure.Jdk;
import dev.flagrant.benchmarks.measure.MeasurementException;
import dev.flagrant.benchmarks.measure.Microbenchmarks.Job;
import dev.flagrant.benchmarks.model.Cell;
import dev.flagrant.benchmarks.workload.ProbeKind;
import java.util.Locale;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;

/** Compares how many instructions GoMap takes for an operation with how many HashMap takes. */
public final class InstructionGuard {
  /**
   * What came of a bound.
   *
   * @param bound which
   * @param count instructions of an operation of GoMap
   * @param timesHashMap how many times as many as HashMap's
   */
  public record Count(Bound bound, double count, double timesHashMap) implements Finding {
    /** Not if nothing was counted. */
    @Override
    public boolean met() {
      return count > 0 && timesHashMap <= bound.instructionsAtMost();
    }

    @Override
    public String says() {
      return String.format(
          Locale.ROOT,
          "%.0f instructions, %.2f times HashMap's, at most %.2f",
          count,
          timesHashMap,
          bound.instructionsAtMost());
    }
  }

  private final ToDoubleFunction<Job> counter;

  /** With what counts the instructions of an operation. */
  public InstructionGuard(ToDoubleFunction<Job> counter) {
    this.counter = counter;
  }

  /**
   * Counts a workload, both maps at the same time: a count does not mind what else runs. If one
   * fails, the other is not waited for.
   */
  public Count examine(Bound bound) {
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      CompletionService<Double> ended = new ExecutorCompletionService<>(both);
      Future<Double> goMap = ended.submit(() -> count(bound, Peer.GO_MAP));
      Future<Double> hashMap = ended.submit(() -> count(bound, Peer.HASH_MAP));
      ended.take().get();
      ended.take().get();
      return new Count(bound, goMap.get(), goMap.get() / hashMap.get());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof MeasurementException failed
          ? failed
          : new MeasurementException("instructions could not be counted: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MeasurementException("interrupted", e);
    } finally {
      both.shutdownNow(); // whoever is interrupted ends its process
    }
  }

  private double count(Bound bound, Peer peer) {
    // Of the two collectors the one whose barriers are a few instructions.
    return counter.applyAsDouble(
        Job.of(
            bound.workload(),
            peer,
            KeyKind.LONG,
            ProbeKind.EQUAL,
            bound.size(),
            Jdk.current(),
            Collector.PARALLEL,
            Cell.PLAIN));
  }
}
