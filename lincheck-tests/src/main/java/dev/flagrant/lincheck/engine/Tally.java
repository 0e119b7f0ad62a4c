package dev.flagrant.lincheck.engine;

import dev.flagrant.testkit.DetectionSite;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.judge.Judgement;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What the interleavings of one race ended in. Not thread-safe. */
final class Tally {
  private final Predicate<RaceOutcome> accepted;
  final Map<RaceOutcome, Integer> counts = new EnumMap<>(RaceOutcome.class);
  final Set<DetectionSite> sites = EnumSet.noneOf(DetectionSite.class);
  int interleavings;
  String explanation = "";

  /** Whether the last interleaving was not accepted. */
  boolean rejected;

  Tally(Predicate<RaceOutcome> accepted) {
    this.accepted = accepted;
  }

  /**
   * Counts an interleaving that did not end, or left a map that cannot be read: none may follow.
   */
  void addHang(String why) {
    interleavings++;
    counts.merge(RaceOutcome.HANG, 1, Integer::sum);
    rejected = true;
    explanation = why;
  }

  /** Counts an interleaving; gives whether the exploration may go on. */
  boolean add(Judgement judgement) {
    interleavings++;
    counts.merge(judgement.outcome(), 1, Integer::sum);
    sites.addAll(judgement.sites());
    rejected = !accepted.test(judgement.outcome());
    return !rejected;
  }
}
