package dev.flagrant.testkit.judge;

import static dev.flagrant.testkit.RaceOutcome.CLEAN;
import static dev.flagrant.testkit.RaceOutcome.LOST_UPDATE;
import static dev.flagrant.testkit.RaceOutcome.TORN;
import static dev.flagrant.testkit.judge.HandMade.clear;
import static dev.flagrant.testkit.judge.HandMade.get;
import static dev.flagrant.testkit.judge.HandMade.put;
import static dev.flagrant.testkit.judge.HandMade.remove;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Histories of gets, puts, removes and clears: which a sequential order explains. */
class SequentialOrdersTest {

  @Test
  void eitherOrderOfTwoPutsIsClean() {
    HandMade aFirst = HandMade.on(Map.of()).actor(put(1, 10, null)).actor(put(1, 20, 10));
    assertThat(aFirst.leaving(Map.of(1, 20))).isEqualTo(CLEAN);
    HandMade bFirst = HandMade.on(Map.of()).actor(put(1, 10, 20)).actor(put(1, 20, null));
    assertThat(bFirst.leaving(Map.of(1, 10))).isEqualTo(CLEAN);
  }

  @Test
  void twoPutsThatBothSawNothingAreTorn() {
    HandMade both = HandMade.on(Map.of()).actor(put(1, 10, null)).actor(put(1, 20, null));
    assertThat(both.leaving(Map.of(1, 20))).isEqualTo(TORN);
    assertThat(both.whyNot(Map.of(1, 20)))
        .isEqualTo("no order gives thread 0: put(1, 10) = null, thread 1: put(1, 20) = null");
  }

  @Test
  void answersThatContradictTheEndStateAreTorn() {
    HandMade aFirst = HandMade.on(Map.of()).actor(put(1, 10, null)).actor(put(1, 20, 10));
    assertThat(aFirst.leaving(Map.of(1, 10))).isEqualTo(TORN);
    assertThat(aFirst.whyNot(Map.of(1, 10))).contains("= 10").contains("key 1 ends with 10");
  }

  @Test
  void aPutThatLeftNoTraceIsALostUpdate() {
    HandMade two = HandMade.on(Map.of()).actor(put(1, 10, null)).actor(put(2, 20, null));
    assertThat(two.leaving(Map.of(1, 10))).isEqualTo(LOST_UPDATE);
    assertThat(two.whyNot(Map.of(1, 10))).isEqualTo("key 2 ends with nothing, expected 20");
  }

  @Test
  void anOverwrittenValueThatComesBackIsALostUpdate() {
    HandMade own = HandMade.on(Map.of(1, 1)).actor(put(1, 10, 1), put(1, 11, 10)).actor(get(1, 1));
    assertThat(own.leaving(Map.of(1, 10))).isEqualTo(LOST_UPDATE);
    assertThat(own.leaving(Map.of(1, 11))).isEqualTo(CLEAN);
    assertThat(own.leaving(Map.of(1, 1))).isEqualTo(LOST_UPDATE);
  }

  @Test
  void aRemovedEntryThatStaysIsALostUpdate() {
    HandMade one = HandMade.on(Map.of(1, 1)).actor(remove(1, 1)).actor(get(1, 1));
    assertThat(one.leaving(Map.of(1, 1))).isEqualTo(LOST_UPDATE);
    assertThat(one.leaving(Map.of())).isEqualTo(CLEAN);
  }

  @Test
  void anEntryNobodyTouchedMustStay() {
    HandMade one = HandMade.on(Map.of(1, 1, 2, 2)).actor(remove(1, 1)).actor(get(1, 1));
    assertThat(one.leaving(Map.of(2, 2))).isEqualTo(CLEAN);
    assertThat(one.leaving(Map.of())).isEqualTo(LOST_UPDATE);
    assertThat(one.leaving(Map.of(2, 3))).isEqualTo(LOST_UPDATE);
  }

  @Test
  void twoRemovesThatBothTookTheSameEntryAreTorn() {
    HandMade both = HandMade.on(Map.of(1, 1)).actor(remove(1, 1)).actor(remove(1, 1));
    assertThat(both.leaving(Map.of())).isEqualTo(TORN);
    HandMade one = HandMade.on(Map.of(1, 1)).actor(remove(1, 1)).actor(remove(1, null));
    assertThat(one.leaving(Map.of())).isEqualTo(CLEAN);
  }

  @Test
  void aReaderMayNotGoBackInTime() {
    HandMade back = HandMade.on(Map.of(1, 1)).actor(put(1, 10, 1)).actor(get(1, 10), get(1, 1));
    assertThat(back.leaving(Map.of(1, 10))).isEqualTo(TORN);
    HandMade on = HandMade.on(Map.of(1, 1)).actor(put(1, 10, 1)).actor(get(1, 1), get(1, 10));
    assertThat(on.leaving(Map.of(1, 10))).isEqualTo(CLEAN);
  }

  @Test
  void twoReadersMayNotSeeTwoWritesInDifferentOrders() {
    HandMade crossed =
        HandMade.on(Map.of())
            .actor(put(1, 10, null))
            .actor(put(2, 20, null))
            .actor(get(1, 10), get(2, null))
            .actor(get(2, 20), get(1, null));
    assertThat(crossed.leaving(Map.of(1, 10, 2, 20))).isEqualTo(TORN);
  }

  @Test
  void aReadOfAValueNeverWrittenIsTorn() {
    HandMade strange = HandMade.on(Map.of(1, 1)).actor(put(1, 10, 1)).actor(get(1, 99));
    assertThat(strange.leaving(Map.of(1, 10))).isEqualTo(TORN);
    assertThat(strange.whyNot(Map.of(1, 10))).isEqualTo("no order gives thread 1: get(1) = 99");
  }

  @Test
  void anAnswerOfAnotherClassIsTorn() {
    HandMade strange =
        HandMade.on(Map.of(1, 1))
            .actor(put(1, 10, 1))
            .actor(new HandMade.Step(get(1, 1).operation(), "one"));
    assertThat(strange.leaving(Map.of(1, 10))).isEqualTo(TORN);
  }

  @Test
  void aClearTakesEverythingBeforeItAndNothingAfter() {
    HandMade before = HandMade.on(Map.of(1, 1)).actor(clear()).actor(put(2, 20, null));
    assertThat(before.leaving(Map.of())).isEqualTo(CLEAN);
    assertThat(before.leaving(Map.of(2, 20))).isEqualTo(CLEAN);
    assertThat(before.leaving(Map.of(1, 1))).isEqualTo(LOST_UPDATE);
    assertThat(before.leaving(Map.of(1, 1, 2, 20))).isEqualTo(LOST_UPDATE);
  }

  @Test
  void aClearMayTakeTheLaterOfTwoPutsOnlyAsNoMapClearsAtOnce() {
    HandMade two = HandMade.on(Map.of()).actor(clear()).actor(put(1, 10, null), put(2, 20, null));
    assertThat(two.leaving(Map.of(2, 20))).isEqualTo(CLEAN);
    assertThat(two.leaving(Map.of(1, 10))).isEqualTo(CLEAN);
  }

  @Test
  void aClearMayBeSeenHalfDone() {
    Map<Integer, Integer> start = Map.of(1, 1, 2, 2);
    HandMade half = HandMade.on(start).actor(clear()).actor(get(1, null), get(2, 2));
    assertThat(half.leaving(Map.of())).isEqualTo(CLEAN);
    HandMade back = HandMade.on(start).actor(clear()).actor(get(1, null), get(1, 1));
    assertThat(back.leaving(Map.of())).isEqualTo(TORN);
  }

  @Test
  void aClearMayEraseAKeyAgainThatWasPutMeanwhile() {
    HandMade again = HandMade.on(Map.of(1, 1)).actor(clear()).actor(put(1, 10, null));
    assertThat(again.leaving(Map.of())).isEqualTo(CLEAN);
    assertThat(again.leaving(Map.of(1, 10))).isEqualTo(CLEAN);
    HandMade before = HandMade.on(Map.of(1, 1)).actor(clear()).actor(put(1, 10, 1));
    assertThat(before.leaving(Map.of(1, 10))).isEqualTo(TORN);
  }

  @Test
  void aClearTakesNothingAfterItsActorWentOn() {
    HandMade gone =
        HandMade.on(Map.of(1, 1)).actor(clear(), get(2, 20)).actor(put(2, 20, null), put(1, 10, 1));
    assertThat(gone.leaving(Map.of(1, 10, 2, 20))).isEqualTo(TORN);
    assertThat(gone.leaving(Map.of(2, 20))).isEqualTo(CLEAN);
    HandMade own = HandMade.on(Map.of(1, 1)).actor(clear(), put(1, 10, 1)).actor(get(1, 1));
    assertThat(own.leaving(Map.of(1, 10))).isEqualTo(TORN);
  }

  @Test
  void withoutAClearNothingTakesAPutBack() {
    HandMade cleared =
        HandMade.on(Map.of(1, 1)).actor(clear()).actor(put(1, 10, null), put(1, 11, null));
    assertThat(cleared.leaving(Map.of(1, 11))).isEqualTo(CLEAN);
    HandMade removed =
        HandMade.on(Map.of(1, 1)).actor(remove(1, 1)).actor(put(1, 10, null), put(1, 11, null));
    assertThat(removed.leaving(Map.of(1, 11))).isEqualTo(TORN);
  }

  @Test
  void anEmptyHistoryMustLeaveTheMapAsItWas() {
    HandMade none = HandMade.on(Map.of(1, 1)).actor().actor();
    assertThat(none.leaving(Map.of(1, 1))).isEqualTo(CLEAN);
    assertThat(none.leaving(Map.of())).isEqualTo(LOST_UPDATE);
  }

  @Test
  void aClearMustEraseAgainWhatAnEarlierClearProvesToHaveLeft() {
    HandMade two =
        HandMade.on(Map.of())
            .actor(clear(), get(2, 20), clear(), get(1, 11))
            .actor(put(1, 11, null), put(2, 20, null), put(1, 10, 11));
    assertThat(two.leaving(Map.of(1, 10))).isEqualTo(TORN);
  }
}
