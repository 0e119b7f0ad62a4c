package dev.flagrant.lincheck.detecting;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.KeyTypes;
import dev.flagrant.testkit.MapOperation;
import dev.flagrant.testkit.MapOperation.Clear;
import dev.flagrant.testkit.MapOperation.Get;
import dev.flagrant.testkit.MapOperation.Iterate;
import dev.flagrant.testkit.MapOperation.Put;
import dev.flagrant.testkit.MapOperation.Remove;
import dev.flagrant.testkit.MapSubject;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;
import java.util.List;

/** Races small enough that a model checker gets somewhere. */
final class SmallRaces {
  /** With a seed of its own, so that an interleaving can be run again. */
  static final MapSubject GO_MAP =
      MapSubject.of(
          "GoMap", () -> GoMap.<Integer>builder(KeyTypes.objects()).seed(1).<Integer>build());

  private static final MapOperation REMOVE = new Remove(0);

  private SmallRaces() {}

  /** Two updates of one present key. */
  static final RaceScenario UPDATE_UPDATE =
      RaceScenario.named("update/update")
          .entries(1)
          .role(slot -> List.of(new Put(0, slot.value(0))))
          .build();

  /** Each puts a new key of its own into one bucket. */
  static final RaceScenario NEW_NEW =
      RaceScenario.named("new/new")
          .entries(1)
          .role(slot -> List.of(new Put(1 + slot.actor(), slot.value(0))))
          .build();

  /** An update of a present key, and a clear, which gives the map a new seed. */
  static final RaceScenario UPDATE_CLEAR =
      RaceScenario.named("update/clear")
          .entries(1)
          .role(slot -> List.of(new Put(0, slot.value(0))))
          .role(slot -> List.of(new Clear()))
          .build();

  /** A new key, and the removal of the only one, which gives the map a new seed. */
  static final RaceScenario NEW_REMOVE =
      RaceScenario.named("new/remove")
          .entries(1)
          .role(slot -> List.of(new Put(1, slot.value(0))))
          .role(slot -> List.of(REMOVE))
          .build();

  /** A cell is emptied and given to another key, while the first key is looked up. */
  static final RaceScenario REUSE_GET =
      RaceScenario.named("reuse/get")
          .entries(1)
          .role(slot -> List.of(REMOVE, new Put(1, slot.value(0))))
          .role(slot -> List.of(new Get(0)))
          .build();

  /** A cell is emptied and given to another key, while an iteration comes to it. */
  static final RaceScenario REUSE_ITERATE =
      RaceScenario.named("reuse/iterate")
          .entries(1)
          .role(slot -> List.of(REMOVE, new Put(1, slot.value(0))))
          .role(slot -> List.of(new Iterate()))
          .build();

  /** Whether an interleaving is as some order of the operations, or was noticed. */
  static boolean detectedOrLinearizable(RaceOutcome outcome) {
    return outcome == RaceOutcome.CLEAN || outcome == RaceOutcome.DETECTED;
  }
}
