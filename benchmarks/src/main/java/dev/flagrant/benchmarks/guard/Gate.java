package dev.flagrant.benchmarks.guard;

import dev.flagrant.benchmarks.maps.BenchMap;
import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.measure.Instructions;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Holds GoMap to all bounds: by time in this JVM, and by instructions where they are counted. */
public final class Gate {
  private Gate() {}

  /**
   * Measures, and says of each bound what came of it.
   *
   * @return whether all bounds are met that could be measured
   */
  public static boolean passes(Consumer<String> out) {
    RegressionGuard time = new RegressionGuard(Gate::subject, RegressionGuard.Patience.OF_THE_GATE);
    Instructions instructions = new Instructions();
    return passes(
        time::examine,
        instructions::whyNot,
        new InstructionGuard(instructions::perOperation)::examine,
        out);
  }

  /** The map that must not become slow. */
  static BenchMap subject(int hint) {
    return Peer.GO_MAP.create(KeyKind.LONG, hint);
  }

  /** The same with other instruments; {@code whyNot} says why there is no counting, if so. */
  static boolean passes(
      Function<Bound, Finding> time,
      Supplier<Optional<String>> whyNot,
      Function<Bound, Finding> instructions,
      Consumer<String> out) {
    boolean fast = all(time, out);
    Optional<String> reason = whyNot.get();
    if (reason.isPresent()) {
      out.accept("instructions: not counted, for " + reason.get());
      return fast;
    }
    return all(instructions, out) && fast;
  }

  private static boolean all(Function<Bound, Finding> guard, Consumer<String> out) {
    boolean met = true;
    for (Bound bound : Bound.all()) {
      Finding finding = guard.apply(bound);
      met &= finding.met();
      out.accept(
          String.format(
              Locale.ROOT,
              "%s of %,d entries: %s: %s",
              bound.workload().label(),
              bound.size(),
              finding.says(),
              finding.met() ? "met" : "NOT MET"));
    }
    return met;
  }
}
