package dev.flagrant.testkit.judge;

import static dev.flagrant.testkit.RaceOutcome.CLEAN;
import static dev.flagrant.testkit.RaceOutcome.TORN;
import static dev.flagrant.testkit.judge.HandMade.clear;
import static dev.flagrant.testkit.judge.HandMade.iterate;
import static dev.flagrant.testkit.judge.HandMade.put;
import static dev.flagrant.testkit.judge.HandMade.remove;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.testkit.MapOperation;
import dev.flagrant.testkit.Traversal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an iteration may give while others change the map. */
class IterationRulesTest {

  private static final Map<Integer, Integer> TWO = Map.of(1, 1, 2, 2);

  @Test
  void anUntouchedEntryComesExactlyOnce() {
    assertThat(beside(remove(2, 2), iterate(1, 1)).leaving(Map.of(1, 1))).isEqualTo(CLEAN);
    HandMade without = beside(remove(2, 2), iterate(2, 2));
    assertThat(without.leaving(Map.of(1, 1))).isEqualTo(TORN);
    assertThat(without.whyNot(Map.of(1, 1)))
        .isEqualTo("an iteration leaves out the key 1, which nobody removes");
    HandMade twice = beside(remove(2, 2), iterate(1, 1, 1, 1));
    assertThat(twice.leaving(Map.of(1, 1))).isEqualTo(TORN);
    assertThat(twice.whyNot(Map.of(1, 1))).isEqualTo("an iteration gives the key 1 2 times");
  }

  @Test
  void anEntryRemovedMeanwhileMayComeOrNot() {
    assertThat(beside(remove(2, 2), iterate(1, 1, 2, 2)).leaving(Map.of(1, 1))).isEqualTo(CLEAN);
    assertThat(beside(remove(2, 2), iterate(2, 2, 1, 1)).leaving(Map.of(1, 1))).isEqualTo(CLEAN);
  }

  @Test
  void aKeyPutMeanwhileMayComeOrNotButOnlyWithItsValue() {
    Map<Integer, Integer> end = Map.of(1, 1, 2, 2, 3, 30);
    assertThat(beside(put(3, 30, null), iterate(1, 1, 2, 2)).leaving(end)).isEqualTo(CLEAN);
    assertThat(beside(put(3, 30, null), iterate(3, 30, 1, 1, 2, 2)).leaving(end)).isEqualTo(CLEAN);
    HandMade wrong = beside(put(3, 30, null), iterate(1, 1, 2, 2, 3, 31));
    assertThat(wrong.leaving(end)).isEqualTo(TORN);
    assertThat(wrong.whyNot(end))
        .isEqualTo("an iteration gives the key 3 with 31, which it never held then");
  }

  @Test
  void anOverwrittenEntryComesOnceWithTheOldOrTheNewValue() {
    Map<Integer, Integer> end = Map.of(1, 1, 2, 20);
    assertThat(beside(put(2, 20, 2), iterate(1, 1, 2, 2)).leaving(end)).isEqualTo(CLEAN);
    assertThat(beside(put(2, 20, 2), iterate(1, 1, 2, 20)).leaving(end)).isEqualTo(CLEAN);
    assertThat(beside(put(2, 20, 2), iterate(1, 1)).leaving(end)).isEqualTo(TORN);
    assertThat(beside(put(2, 20, 2), iterate(1, 1, 2, 2, 2, 20)).leaving(end)).isEqualTo(TORN);
  }

  @Test
  void anEntryNobodyEverPutIsTorn() {
    HandMade strange = beside(remove(2, 2), iterate(1, 1, 9, 9));
    assertThat(strange.leaving(Map.of(1, 1))).isEqualTo(TORN);
    assertThat(strange.whyNot(Map.of(1, 1)))
        .isEqualTo("an iteration gives the key 9, which nobody put");
  }

  @Test
  void anEntryWithoutAValueIsTorn() {
    Traversal traversal = new Traversal();
    traversal.add(1, null);
    HandMade.Step iteration = new HandMade.Step(new MapOperation.Iterate(), traversal);
    assertThat(beside(remove(2, 2), iteration).leaving(Map.of(1, 1))).isEqualTo(TORN);
  }

  @Test
  void whatItsOwnActorDidBeforeIsSeenByTheIteration() {
    HandMade blind =
        HandMade.on(TWO).actor(remove(1, 1), iterate(1, 1, 2, 2)).actor(put(3, 30, null));
    assertThat(blind.leaving(Map.of(2, 2, 3, 30))).isEqualTo(TORN);
    HandMade stale = HandMade.on(TWO).actor(put(1, 10, 1), iterate(1, 1, 2, 2)).actor();
    assertThat(stale.leaving(Map.of(1, 10, 2, 2))).isEqualTo(TORN);
    HandMade seen = HandMade.on(TWO).actor(put(1, 10, 1), iterate(1, 10, 2, 2)).actor();
    assertThat(seen.leaving(Map.of(1, 10, 2, 2))).isEqualTo(CLEAN);
  }

  @Test
  void whatItsOwnActorDoesAfterwardsIsNotSeenByTheIteration() {
    HandMade early = HandMade.on(TWO).actor(iterate(1, 10, 2, 2), put(1, 10, 1)).actor();
    assertThat(early.leaving(Map.of(1, 10, 2, 2))).isEqualTo(TORN);
  }

  @Test
  void aClearMeanwhileLetsAnythingBeMissing() {
    assertThat(beside(clear(), iterate()).leaving(Map.of())).isEqualTo(CLEAN);
    assertThat(beside(clear(), iterate(2, 2)).leaving(Map.of())).isEqualTo(CLEAN);
    assertThat(beside(clear(), iterate(2, 2, 2, 2)).leaving(Map.of())).isEqualTo(TORN);
  }

  @Test
  void anEntryTakenAwayAndPutAnewMayComeTwice() {
    HandMade anew =
        HandMade.on(TWO).actor(remove(2, 2), put(2, 20, null)).actor(iterate(2, 2, 1, 1, 2, 20));
    assertThat(anew.leaving(Map.of(1, 1, 2, 20))).isEqualTo(CLEAN);
    HandMade thrice =
        HandMade.on(TWO)
            .actor(remove(2, 2), put(2, 20, null))
            .actor(iterate(2, 2, 1, 1, 2, 20, 2, 20));
    assertThat(thrice.leaving(Map.of(1, 1, 2, 20))).isEqualTo(TORN);
  }

  private static HandMade beside(HandMade.Step change, HandMade.Step iteration) {
    return HandMade.on(TWO).actor(change).actor(iteration);
  }
}
