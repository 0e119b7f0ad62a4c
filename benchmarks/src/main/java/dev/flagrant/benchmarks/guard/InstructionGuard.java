package dev.flagrant.benchmarks.guard;

import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.measure.Collector;
import dev.flagrant.benchmarks.measure.Jdk;
import dev.flagrant.benchmarks.measure.Microbenchmarks.Job;
import dev.flagrant.benchmarks.model.Cell;
import dev.flagrant.benchmarks.workload.ProbeKind;
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
  public record Finding(Bound bound, double count, double timesHashMap) {
    /** Whether there are few enough; not if nothing was counted. */
    public boolean met() {
      return count > 0 && timesHashMap <= bound.instructionsAtMost();
    }
  }

  private final ToDoubleFunction<Job> counter;

  /** With what counts the instructions of an operation. */
  public InstructionGuard(ToDoubleFunction<Job> counter) {
    this.counter = counter;
  }

  /** Counts a workload. */
  public Finding examine(Bound bound) {
    double count = count(bound, Peer.GO_MAP);
    return new Finding(bound, count, count / count(bound, Peer.HASH_MAP));
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
