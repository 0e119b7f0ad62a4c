package dev.flagrant.lincheck.engine;

import dev.flagrant.testkit.MapSubject;
import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.judge.TrialJudge;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The race that Lincheck is exploring. Lincheck makes the classes of a test by itself, so what they
 * share is static, and there is one session at a time.
 */
final class Session {
  private static @Nullable Session current;

  private final MapSubject subject;
  private final RaceScenario scenario;
  final TrialJudge judge;
  final Tally tally;

  /** The map of the interleaving under way. */
  private @Nullable Map<Integer, Integer> map;

  Session(MapSubject subject, RaceScenario scenario, int actors, Tally tally) {
    this.subject = subject;
    this.scenario = scenario;
    this.judge = new TrialJudge(subject, scenario, actors);
    this.tally = tally;
  }

  static Session current() {
    Session present = current;
    if (present == null) {
      throw new IllegalStateException("no race is being explored");
    }
    return present;
  }

  static void begin(@Nullable Session session) {
    current = session;
  }

  Map<Integer, Integer> newMap() {
    Map<Integer, Integer> fresh = subject.newMap();
    scenario.prepare(fresh);
    map = fresh;
    return fresh;
  }

  Map<Integer, Integer> lastMap() {
    Map<Integer, Integer> last = map;
    if (last == null) {
      throw new IllegalStateException("no map has been made");
    }
    return last;
  }
}
