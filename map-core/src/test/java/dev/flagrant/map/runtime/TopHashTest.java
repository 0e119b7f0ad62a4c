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
  void afterTheLastFilledCellEverythingIsSaidToBeEmpty() {
    assertThat(TopHash.withRestEmpty(0x0101_0101_0101_0101L)).isZero();
    assertThat(TopHash.withRestEmpty(0)).isZero();
    for (int last = 0; last < 8; last++) {
      for (int top : new int[] {2, TopHash.MIN_TOP_HASH, 0x7F, 0x80, 0xFF}) {
        long tops = TopHash.with(0x0101_0101_0101_0101L, last, top);
        long marked = TopHash.withRestEmpty(tops);
        for (int cell = 0; cell < 8; cell++) {
          assertThat(TopHash.get(marked, cell))
              .isEqualTo(cell <= last ? TopHash.get(tops, cell) : TopHash.EMPTY_REST);
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
  void firstEmptyIsTheLowestOfThem() {
    SplittableRandom random = new SplittableRandom(12);
    for (int i = 0; i < 200_000; i++) {
      long tops = random.nextLong();
      for (int cell = 0; cell < 8; cell++) {
        int top = random.nextInt(12); // 2 is the least that is not empty, and next to one that is
        tops = top < 3 ? TopHash.with(tops, cell, top) : tops;
      }
      int expected = 0;
      while (expected < 8 && !TopHash.isEmpty(TopHash.get(tops, expected))) {
        expected++;
      }
      if (expected < 8) {
        assertThat(TopHash.firstEmpty(tops)).isEqualTo(expected);
      }
    }
  }

  @Test
  void occupiedFindsTheCellsAnIterationLooksAt() {
    agreesWithALoop(TopHash::occupied, top -> top > 1 && top != TopHash.EVACUATED_EMPTY);
  }

  @Test
  void hasEmptyRestLooksAtTheLastCellWhichIsEmptyRestIfAnyIs() {
    for (int top : BOUNDARIES) {
      assertThat(TopHash.hasEmptyRest(TopHash.with(0x0909_0909_0909_0909L, 7, top)))
          .isEqualTo(top == TopHash.EMPTY_REST);
    }
  }

  @Test
  void filledFindsTheCellsThatAreNotEmpty() {
    agreesWithALoop(TopHash::filled, top -> top > 1);
  }

  @Test
  void statesFindsTheCellsWithoutATophashOfAKey() {
    agreesWithALoop(TopHash::states, top -> top < TopHash.MIN_TOP_HASH);
  }

  @Test
  void candidatesAreTheMatchesAndAboveThemAtMostCellsThatDifferInTheLowestBit() {
    SplittableRandom random = new SplittableRandom(11);
    int more = 0;
    for (int i = 0; i < 200_000; i++) {
      long top = TopHash.of(random.nextLong());
      long tops = random.nextLong();
      for (int cell = 0; cell < 8; cell++) {
        if (random.nextInt(4) == 0) {
          tops = TopHash.with(tops, cell, random.nextBoolean() ? top : top ^ 1);
        }
      }
      long matching = TopHash.matching(tops, top);
      long candidates = TopHash.candidates(tops, top);
      assertThat(candidates & matching).isEqualTo(matching);
      for (long rest = candidates & ~matching; rest != 0; rest &= rest - 1) {
        more++;
        assertThat(TopHash.get(tops, TopHash.first(rest))).isEqualTo(top ^ 1);
        assertThat(TopHash.first(matching)).isLessThan(TopHash.first(rest));
      }
    }
    assertThat(more).isPositive();
  }

  @Test
  void anEvacuatedBucketSaysOfEachCellWhereItsEntryWent() {
    for (int filled = 0; filled < 256; filled++) {
      for (int y = 0; y < 256; y++) {
        if ((y & ~filled) == 0) {
          long word = TopHash.evacuatedTo(maskOf(filled), maskOf(y));
          for (int cell = 0; cell < 8; cell++) {
            int expected =
                (filled >> cell & 1) == 0
                    ? TopHash.EVACUATED_EMPTY
                    : (y >> cell & 1) == 0 ? TopHash.EVACUATED_X : TopHash.EVACUATED_Y;
            assertThat(TopHash.get(word, cell)).isEqualTo(expected);
          }
        }
      }
    }
  }

  @Test
  void firstIsTheLowestCellOfAMask() {
    for (int mask = 1; mask < 256; mask++) {
      assertThat(TopHash.first(maskOf(mask))).isEqualTo(Integer.numberOfTrailingZeros(mask));
    }
  }

  /** The mask of the cells whose bits are set. */
  private static long maskOf(int cells) {
    long mask = 0;
    for (int cell = 0; cell < 8; cell++) {
      mask |= (cells >> cell & 1L) << (8 * cell + 7);
    }
    return mask;
  }

  /** Every boundary byte in every cell beside every other, and random words. */
  private static void agreesWithALoop(LongUnaryOperator mask, IntPredicate meant) {
    for (int cell = 0; cell < 8; cell++) {
      for (int top : BOUNDARIES) {
        for (int others : BOUNDARIES) {
          agrees(TopHash.with(others * 0x0101_0101_0101_0101L, cell, top), mask, meant);
        }
      }
    }
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      long word = random.nextLong();
      agrees(word, mask, meant);
      agrees(word & 0x0707_0707_0707_0707L, mask, meant);
      agrees(word & random.nextLong() & random.nextLong(), mask, meant);
    }
  }

  private static void agrees(long tops, LongUnaryOperator mask, IntPredicate meant) {
    long expected = 0;
    for (int cell = 0; cell < 8; cell++) {
      if (meant.test((int) (tops >>> (8 * cell)) & 0xFF)) {
        expected |= 0x80L << (8 * cell);
      }
    }
    if (mask.applyAsLong(tops) != expected) {
      assertThat(Long.toHexString(mask.applyAsLong(tops)))
          .as("tops %016x", tops)
          .isEqualTo(Long.toHexString(expected));
    }
  }
}
