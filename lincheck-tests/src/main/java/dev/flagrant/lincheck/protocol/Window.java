package dev.flagrant.lincheck.protocol;

import dev.flagrant.lincheck.protocol.Exploration.Ending;
import dev.flagrant.lincheck.protocol.Exploration.Found;
import dev.flagrant.testkit.RaceOutcome;
import java.util.List;

/**
 * A class of silently wrong interleavings: all in which every load of the flags, by each thread,
 * found the same mark, and which went wrong in the same way. Equal programs are interchangeable.
 *
 * @param key names the class: the outcome, and per thread a 0 or a 1 for each load of the flags
 * @param outcome LOST_UPDATE or TORN
 * @param found how many there are, and the shortest
 */
public record Window(MinimalRace race, String key, RaceOutcome outcome, Found found) {

  static String key(MinimalRace race, Ending ending, RaceOutcome outcome) {
    List<String> saw = ending.saw();
    if (race == MinimalRace.WRITE_WRITE) {
      saw = saw.stream().sorted().toList();
    }
    return outcome + " " + String.join(" ", saw);
  }

  /** The shortest interleaving, drawn. */
  public List<String> drawn() {
    return found.shortest().drawn(race.actors());
  }
}
