package dev.flagrant.lincheck.detecting;

import dev.flagrant.lincheck.engine.Grain;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;

/**
 * A race whose interleavings are all gone through under a guard that is to notice it. It shows
 * something of that guard only because it goes wrong in silence under Go's.
 */
enum ExhaustedRace {
  UPDATE_UPDATE(SmallRaces.UPDATE_UPDATE, Grain.CELLS, RaceOutcome.TORN),
  NEW_NEW(SmallRaces.NEW_NEW, Grain.CELLS, RaceOutcome.LOST_UPDATE),
  UPDATE_CLEAR(SmallRaces.UPDATE_CLEAR, Grain.CELLS, RaceOutcome.LOST_UPDATE),
  NEW_REMOVE(SmallRaces.NEW_REMOVE, Grain.CELLS, RaceOutcome.LOST_UPDATE),
  REUSE_GET(SmallRaces.REUSE_GET, Grain.WHOLE_WRITES, RaceOutcome.TORN),
  REUSE_ITERATE(SmallRaces.REUSE_ITERATE, Grain.WHOLE_WRITES, RaceOutcome.TORN);

  final RaceScenario race;
  final Grain grain;

  /** What it ends in under Go's guard, unnoticed. */
  final RaceOutcome underGo;

  ExhaustedRace(RaceScenario race, Grain grain, RaceOutcome underGo) {
    this.race = race;
    this.grain = grain;
    this.underGo = underGo;
  }
}
