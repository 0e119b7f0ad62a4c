package dev.flagrant.benchmarks.guard;

import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.model.Estimate;
import dev.flagrant.benchmarks.workload.MapFactory;
import dev.flagrant.benchmarks.workload.ProbeKind;
import dev.flagrant.benchmarks.workload.Setting;
import dev.flagrant.benchmarks.workload.Trial;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Compares a map with HashMap in this JVM. The two take turns in short rounds, first one and then
 * the other in front, so that whatever else the machine does hits both; each round gives a ratio,
 * and the median of them counts. A workload fails only if every attempt at it fails.
 */
public final class RegressionGuard {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /**
   * How long it takes its time.
   *
   * @param warmups rounds thrown away
   * @param rounds rounds kept
   * @param millis of one map in one round
   * @param attempts measurements before a workload fails
   */
  public record Patience(int warmups, int rounds, int millis, int attempts) {
    /** For the gate: 5 seconds for each workload that passes at once. */
    public static final Patience OF_THE_GATE = new Patience(15, 41, 40, 3);
  }

  /**
   * What came of a bound.
   *
   * @param bound which
   * @param speed beside HashMap, of the best attempt
   * @param attempts how many there were
   */
  public record Speed(Bound bound, double speed, int attempts) implements Finding {
    @Override
    public boolean met() {
      return speed >= bound.atLeast();
    }

    @Override
    public String says() {
      return String.format(
          Locale.ROOT,
          "%.2f beside HashMap, at least %.2f (attempts: %d)",
          speed,
          bound.atLeast(),
          attempts);
    }
  }

  private final MapFactory subject;
  private final MapFactory reference;
  private final Patience patience;

  /**
   * A guard.
   *
   * @param subject the map that must not become slow
   * @param patience how long to measure
   */
  public RegressionGuard(MapFactory subject, Patience patience) {
    this.subject = subject;
    this.reference = hint -> Peer.HASH_MAP.create(KeyKind.LONG, hint);
    this.patience = patience;
  }

  /** Tries a workload until it meets its bound, or there are no attempts left. */
  public Speed examine(Bound bound) {
    double best = 0;
    int attempt = 0;
    while (attempt < patience.attempts() && best < bound.atLeast()) {
      attempt++;
      best = Math.max(best, speed(bound));
    }
    return new Speed(bound, best, attempt);
  }

  private double speed(Bound bound) {
    Trial subjectTrial = trial(bound, subject);
    Trial referenceTrial = trial(bound, reference);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < patience.warmups() + patience.rounds(); round++) {
      boolean subjectFirst = round % 2 == 0;
      double first = nanosPerOperation(subjectFirst ? subjectTrial : referenceTrial);
      double second = nanosPerOperation(subjectFirst ? referenceTrial : subjectTrial);
      if (round >= patience.warmups()) {
        ratios.add(subjectFirst ? second / first : first / second);
      }
    }
    return Estimate.of(ratios).median();
  }

  private static Trial trial(Bound bound, MapFactory maps) {
    return bound.workload().prepare(new Setting(maps, KeyKind.LONG, ProbeKind.EQUAL, bound.size()));
  }

  private double nanosPerOperation(Trial trial) {
    long end = patience.millis() * 1_000_000L;
    long begin = THREADS.getCurrentThreadCpuTime();
    long elapsed;
    int runs = 0;
    do {
      trial.run();
      runs++;
      elapsed = THREADS.getCurrentThreadCpuTime() - begin;
    } while (elapsed < end);
    return elapsed / ((double) runs * trial.operations());
  }
}
