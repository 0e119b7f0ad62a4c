package dev.flagrant.lincheck.crosscheck;

import dev.flagrant.lincheck.protocol.Exploration;
import dev.flagrant.lincheck.protocol.MemoryModel;
import dev.flagrant.lincheck.protocol.MinimalRace;
import dev.flagrant.lincheck.protocol.Outcome;
import dev.flagrant.lincheck.protocol.Protocol;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Compares the outcomes of the real flags with those of the model of this JVM's guard. */
final class SetsAgree {
  /** The exit status if they differ. */
  static final int DIFFERENT = 1;

  private static final int LIMIT = 300_000;

  /** Sound flags have shown every outcome by then, which is tested; it is quicker than all. */
  private static final int SAMPLE = 10_000;

  private SetsAgree() {}

  static Set<Outcome> ofLincheck(MinimalRace race) throws NoSuchMethodException {
    Set<Outcome> outcomes = MinimalRaces.explore(race, LIMIT);
    if (MinimalRaces.interleavings() >= LIMIT) {
      throw new AssertionError("not exhausted after " + LIMIT + " interleavings");
    }
    return outcomes;
  }

  static Set<Outcome> ofTheModel(MinimalRace race) {
    String guard = System.getProperty("dev.flagrant.guard", "go");
    Protocol protocol = Protocol.valueOf(guard.toUpperCase(Locale.ROOT));
    return Exploration.of(race, protocol, MemoryModel.SC).outcomes();
  }

  /** Compares a sample of them for one race; the exit status tells. */
  public static void main(String[] arguments) throws NoSuchMethodException {
    MinimalRace race = MinimalRace.valueOf(arguments[0]);
    Set<Outcome> found = MinimalRaces.explore(race, SAMPLE);
    Set<Outcome> expected = ofTheModel(race);
    Set<Outcome> missing = new HashSet<>(expected);
    missing.removeAll(found);
    Set<Outcome> more = new HashSet<>(found);
    more.removeAll(expected);
    System.out.printf("compared: missing %s, more %s%n", missing, more);
    System.exit(found.equals(expected) ? 0 : DIFFERENT);
  }
}
