package dev.flagrant.benchmarks.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Why something failed, for people: what was thrown says itself, its causes, and the suppressed.
 */
final class Reasons {
  private Reasons() {}

  /** All of it in one line. */
  static String of(Throwable thrown) {
    Set<String> said = new LinkedHashSet<>();
    collect(thrown, said, Collections.newSetFromMap(new IdentityHashMap<>()));
    List<String> reasons = new ArrayList<>();
    for (String message : said) {
      // A cause's words are often repeated in those of what it caused.
      if (said.stream().noneMatch(other -> !other.equals(message) && other.contains(message))) {
        reasons.add(message);
      }
    }
    return String.join("; ", reasons);
  }

  private static void collect(Throwable thrown, Set<String> said, Set<Throwable> seen) {
    if (seen.add(thrown)) {
      said.add(
          thrown.toString().lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse(""));
      if (thrown.getCause() != null) {
        collect(thrown.getCause(), said, seen);
      }
      for (Throwable each : thrown.getSuppressed()) {
        collect(each, said, seen);
      }
    }
  }
}
