package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** The tophash bytes: Go's states, and word arithmetic that agrees with a loop over bytes. */
class TopHashTest {
  private static final int[] BOUNDARIES = {
    0, 1, 2, 3, 4, 5, 6, 0x0F, 0x10, 0x3F, 0x40, 0x7E, 0x7F, 0x80, 0x81, 0x82, 0x84, 0xFE, 0xFF
  };

  @Test
  void theStatesAreGos() {
    assertThat(
            new int[] {
              TopHash.EMPTY_REST,
              TopHash.EMPTY_ONE,
              TopHash.EVACUATED_X,
              TopHash.EVACUATED_Y,
              TopHash.EVACUATED_EMPTY,
              TopHash.MIN_TOP_HASH
            })
        .containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void theTophashIsTheTopByteMovedUpWhereItWouldBeAState() {
    for (int top = 0; top < 256; top++) {
      long lowest = (long) top << 56;
      int expected = top < 5 ? top + 5 : top;
      assertThat(TopHash.of(lowest)).isEqualTo(expected);
      assertThat(TopHash.of(lowest | (1L << 56) - 1)).isEqualTo(expected);
    }
  }

  @Test
  void onlyTheTwoEmptyStatesAreEmpty() {
    for (int top = 0; top < 256; top++) {
      assertThat(TopHash.isEmpty(top)).isEqualTo(top == 0 || top == 1);
    }
  }

  @Test
  void aBucketIsEvacuatedByTheStateOfItsFirstCellAlone() {
    for (int top = 0; top < 256; top++) {
      boolean expected = top == 2 || top == 3 || top == 4;
      assertThat(TopHash.evacuated(top)).isEqualTo(expected);
      assertThat(TopHash.evacuated(~0xFFL | top)).isEqualTo(expected);
      assertThat(TopHash.evacuated(0x0202_0202_0202_0200L | top)).isEqualTo(expected);
    }
  }

  @Test
  void aCellIsReadAndReplacedByItself() {
    long tops = 0x0807_0605_0403_02FFL;
    for (int cell = 0; cell < 8; cell++) {
      assertThat(TopHash.get(tops, cell)).isEqualTo(cell == 0 ? 0xFF : cell + 1);
      for (int top : BOUNDARIES) {
        long changed = TopHash.with(tops, cell, top);
        for (int other = 0; other < 8; other++) {
          assertThat(TopHash.get(changed, other))
              .isEqualTo(other == cell ? top : TopHash.get(tops, other));
        }
      }
    }
  }

  @Test
  void matchingFindsTheCellsWithATophashAndNoOther() {
    for (int top : BOUNDARIES) {
      agreesWithALoop(tops -> TopHash.matching(tops, top), cell -> cell == top);
    }
  }

  @Test
  void emptyFindsTheEmptyCellsAndNoOther() {
    agreesWithALoop(TopHash::empty, TopHash::isEmpty);
  }

  @Test
  void occupiedFindsTheCellsAnIterationLooksAt() {
    agreesWithALoop(TopHash::occupied, top -> top > 1 && top != TopHash.EVACUATED_EMPTY);
  }

  @Test
  void hasEmptyRestLooksAtEveryCell() {
    agreesWithALoop(
        tops -> TopHash.hasEmptyRest(tops) ? -1 : 0, top -> top == TopHash.EMPTY_REST, true);
  }

  @Test
  void firstIsTheLowestCellOfAMask() {
    for (int mask = 1; mask < 256; mask++) {
      long spread = 0;
      for (int cell = 0; cell < 8; cell++) {
        spread |= (mask >> cell & 1L) << (8 * cell + 7);
      }
      assertThat(TopHash.first(spread)).isEqualTo(Integer.numberOfTrailingZeros(mask));
    }
  }

  private static void agreesWithALoop(LongUnaryOperator mask, IntPredicate meant) {
    agreesWithALoop(mask, meant, false);
  }

  /** Every boundary byte in every cell beside every other, and random words. */
  private static void agreesWithALoop(LongUnaryOperator mask, IntPredicate meant, boolean any) {
    for (int cell = 0; cell < 8; cell++) {
      for (int top : BOUNDARIES) {
        for (int others : BOUNDARIES) {
          agrees(TopHash.with(others * 0x0101_0101_0101_0101L, cell, top), mask, meant, any);
        }
      }
    }
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      long word = random.nextLong();
      agrees(word, mask, meant, any);
      agrees(word & 0x0707_0707_0707_0707L, mask, meant, any);
      agrees(word & random.nextLong() & random.nextLong(), mask, meant, any);
    }
  }

  private static void agrees(long tops, LongUnaryOperator mask, IntPredicate meant, boolean any) {
    long expected = 0;
    for (int cell = 0; cell < 8; cell++) {
      if (meant.test((int) (tops >>> (8 * cell)) & 0xFF)) {
        expected |= 0x80L << (8 * cell);
      }
    }
    long wanted = any && expected != 0 ? -1 : expected;
    if (mask.applyAsLong(tops) != wanted) {
      assertThat(Long.toHexString(mask.applyAsLong(tops)))
          .as("tops %016x", tops)
          .isEqualTo(Long.toHexString(wanted));
    }
  }
}
