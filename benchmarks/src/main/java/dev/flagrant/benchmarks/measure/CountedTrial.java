package dev.flagrant.benchmarks.measure;

import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.model.ResultsFile;
import dev.flagrant.benchmarks.workload.ProbeKind;
import dev.flagrant.benchmarks.workload.Setting;
import dev.flagrant.benchmarks.workload.Trial;
import dev.flagrant.benchmarks.workload.Workload;
import java.io.File;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs a workload so that its instructions can be counted: until it is compiled in the main thread,
 * and then in a thread that does nothing else and is the last of the JVM to start.
 */
final class CountedTrial {
  /** So many that HotSpot has compiled what it will, whatever the workload. */
  private static final int WARM_UP = 1_000_000;

  private static final int COUNTED = 500_000;

  private CountedTrial() {}

  /** File for the number of operations that count, workload, peer, kind of keys, probes, size. */
  public static void main(String[] args) throws Exception {
    Peer peer = Peer.valueOf(args[2]);
    KeyKind keys = KeyKind.valueOf(args[3]);
    Trial trial =
        Workload.valueOf(args[1])
            .prepare(
                new Setting(
                    hint -> peer.create(keys, hint),
                    keys,
                    ProbeKind.valueOf(args[4]),
                    Integer.parseInt(args[5])));
    ResultsFile.JSON.writeValue(new File(args[0]), count(trial));
  }

  /**
   * Warms up, and runs what counts.
   *
   * @return the number of operations that count
   * @throws ExecutionException if one of those failed, by whatever it threw
   */
  static int count(Trial trial) throws ExecutionException, InterruptedException {
    run(trial, WARM_UP);
    FutureTask<Integer> counted = new FutureTask<>(() -> run(trial, COUNTED));
    new Thread(counted).start();
    return counted.get();
  }

  /** Performs at least so many operations, and tells how many there were. */
  private static int run(Trial trial, int operations) {
    int runs = (operations - 1) / trial.operations() + 1;
    for (int i = 0; i < runs; i++) {
      trial.run();
    }
    return runs * trial.operations();
  }
}
