package dev.flagrant.benchmarks.workload;

import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One cell of the table: one workload on one peer, in a JVM of its own. There is one benchmark for
 * all workloads, so each runs the same code for every peer; whoever runs it sets JMH's operations
 * per invocation to {@link Workload#operations}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MapBenchmark {
  /** The workload. */
  @Param({"HIT", "MISS", "UPDATE", "CHURN", "ITERATE", "POPULATE", "POPULATE_HINTED"})
  public Workload workload = Workload.HIT;

  /** The map. */
  @Param({"GO_MAP", "HASH_MAP"})
  public Peer peer = Peer.GO_MAP;

  /** Its keys. */
  @Param({"LONG", "STRING"})
  public KeyKind keys = KeyKind.LONG;

  /** The key objects it is asked with. */
  @Param({"EQUAL", "IDENTICAL"})
  public ProbeKind probes = ProbeKind.EQUAL;

  /** The entries of each map. */
  @Param({"16", "1000", "1000000"})
  public int size = 1000;

  private Trial trial = NOTHING;

  private static final Trial NOTHING =
      new Trial(0) {
        @Override
        int rightAnswers() {
          return 0;
        }
      };

  /**
   * Makes maps and keys, once per JVM, and has them collected: a map that makes garbage of its own
   * would have them moved together while it warms up, and one that makes none would be measured
   * with its keys strewn among the garbage of this.
   */
  @Setup(Level.Trial)
  public void prepare() {
    trial = workload.prepare(new Setting(hint -> peer.create(keys, hint), keys, probes, size));
    System.gc();
  }

  /** Performs the operations. */
  @Benchmark
  public void run() {
    trial.run();
  }
}
