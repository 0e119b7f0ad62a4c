package dev.flagrant.conformance.collections;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.runtime.Invariants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The maps that one test has made, to be checked when it is done. */
final class MapsMade {
  private final Subjects subject;
  private final List<GoMap<?, ?>> made = new ArrayList<>();

  MapsMade(Subjects subject) {
    this.subject = subject;
  }

  Map<String, String> make() {
    GoMap<String, String> map = subject.make();
    made.add(map);
    return map;
  }

  /** Checks the structure of all of them, and forgets them. */
  void check() {
    made.forEach(Invariants::check);
    made.clear();
  }
}
