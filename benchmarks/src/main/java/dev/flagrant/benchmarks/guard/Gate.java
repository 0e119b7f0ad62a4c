package dev.flagrant.benchmarks.guard;

import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.measure.Effort;
import dev.flagrant.benchmarks.measure.Instructions;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Holds GoMap to all bounds: by time in this JVM, and by instructions where they are counted. */
public final class Gate {
  private Gate() {}

  /**
   * Measures, and says of each bound what came of it.
   *
   * @return whether all bounds are met that could be measured
   */
  public static boolean passes(Consumer<String> out) {
    boolean fast = isFastEnough(out);
    Optional<String> whyNot = Instructions.whyNot();
    if (whyNot.isPresent()) {
      out.accept("instructions: not counted, for this machine does not offer it: " + whyNot.get());
      return fast;
    }
    return hasFewInstructions(out) && fast;
  }

  private static boolean isFastEnough(Consumer<String> out) {
    RegressionGuard guard =
        new RegressionGuard(
            hint -> Peer.GO_MAP.create(KeyKind.LONG, hint), RegressionGuard.Patience.OF_THE_GATE);
    boolean met = true;
    for (Bound bound : Bound.all()) {
      RegressionGuard.Finding finding = guard.examine(bound);
      met &= finding.met();
      out.accept(
          String.format(
              Locale.ROOT,
              "%s of %,d entries: %.2f beside HashMap, at least %.2f: %s (attempts: %d)",
              bound.workload().label(),
              bound.size(),
              finding.speed(),
              bound.atLeast(),
              words(finding.met()),
              finding.attempts()));
    }
    return met;
  }

  private static boolean hasFewInstructions(Consumer<String> out) {
    InstructionGuard guard =
        new InstructionGuard(new Instructions(Effort.FULL.sampling().once())::perOperation);
    boolean met = true;
    for (Bound bound : Bound.all()) {
      InstructionGuard.Finding finding = guard.examine(bound);
      met &= finding.met();
      out.accept(
          String.format(
              Locale.ROOT,
              "%s of %,d entries: %.0f instructions, %.2f times HashMap's, at most %.2f: %s",
              bound.workload().label(),
              bound.size(),
              finding.count(),
              finding.timesHashMap(),
              bound.instructionsAtMost(),
              words(finding.met())));
    }
    return met;
  }

  private static String words(boolean met) {
    return met ? "met" : "NOT MET";
  }
}
