package dev.flagrant.map.runtime;

import static dev.flagrant.map.runtime.Flags.HASH_WRITING;
import static dev.flagrant.map.runtime.Flags.ITERATOR;
import static dev.flagrant.map.runtime.Flags.OLD_ITERATOR;
import static dev.flagrant.map.runtime.Flags.SAME_SIZE_GROW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagrant.map.ConcurrentModificationError;
import dev.flagrant.map.ConcurrentModificationError.Kind;
import dev.flagrant.map.ConcurrentModificationError.Site;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.junit.jupiter.api.Test;

/** Each idiom of the flags word, over all of its sixteen states. */
class FlagsTest {
  @Test
  void theBitsAreGos() {
    assertThat(new int[] {ITERATOR, OLD_ITERATOR, HASH_WRITING, SAME_SIZE_GROW})
        .containsExactly(1, 2, 4, 8);
  }

  @Test
  void aFlipChangesTheWritersBitAndNoOther() {
    for (int word = 0; word < 16; word++) {
      Hmap h = with(word);
      h.flipWriting();
      assertThat(h.flags()).isEqualTo(word ^ HASH_WRITING);
      h.flipWriting();
      assertThat(h.flags()).isEqualTo(word);
    }
  }

  @Test
  void theCheckFindsTheWritersBitAndNoOther() {
    for (int word = 0; word < 16; word++) {
      Hmap h = with(word);
      if ((word & HASH_WRITING) == 0) {
        h.checkNotWriting(Kind.WRITES, Site.START);
      } else {
        assertThatThrownBy(() -> h.checkNotWriting(Kind.READ_AND_WRITE, Site.READ))
            .isInstanceOfSatisfying(
                ConcurrentModificationError.class,
                error -> {
                  assertThat(error.kind()).isEqualTo(Kind.READ_AND_WRITE);
                  assertThat(error.site()).isEqualTo(Site.READ);
                });
      }
      assertThat(h.flags()).isEqualTo(word);
    }
  }

  @Test
  void theEndOfAWriteTakesTheMarkAwayOrMissesIt() {
    for (int word = 0; word < 16; word++) {
      Hmap h = with(word);
      if ((word & HASH_WRITING) != 0) {
        h.requireMarked(h.endWriting(), null);
        assertThat(h.flags()).isEqualTo(word & ~HASH_WRITING);
      } else {
        assertThatThrownBy(() -> h.requireMarked(h.endWriting(), null))
            .isInstanceOfSatisfying(
                ConcurrentModificationError.class,
                error -> {
                  assertThat(error.kind()).isEqualTo(Kind.WRITES);
                  assertThat(error.site()).isEqualTo(Site.END);
                });
        assertThat(h.flags()).isEqualTo(word);
      }
    }
  }

  @Test
  void aWriteThatFailedLeavesNoMarkAndReportsNothing() {
    for (int word = 0; word < 16; word++) {
      Hmap h = with(word);
      Exception failure = new Exception("checked, as some languages throw undeclared");
      assertThatThrownBy(() -> h.requireMarked(h.endWriting(), failure)).isSameAs(failure);
      assertThat(h.flags()).isEqualTo(word & ~HASH_WRITING);
    }
  }

  /** One that ran out of stack, and said so in the only way that takes no call. */
  @Test
  void theMarkOfAWriteThatIsOverIsTakenAwayByTheNextWriteAndIsNoRace() {
    for (int word = 0; word < 16; word++) {
      Hmap h = unended(word);
      h.checkNotWriting(Kind.WRITES, Site.START);
      assertThat(h.flags()).isEqualTo(word & ~HASH_WRITING);

      h.flipWriting();
      assertThatThrownBy(() -> h.checkNotWriting(Kind.WRITES, Site.START))
          .as("another write, which is not over")
          .isInstanceOf(ConcurrentModificationError.class);
    }
  }

  /** Or one of two readers would be told of the other, or an iteration's mark be lost. */
  @Test
  void aReadStoresNothingWhereAWriteThatIsOverHasLeftItsMark() {
    for (int word = 0; word < 16; word++) {
      Hmap h = unended(word);
      h.checkNotWriting(Kind.READ_AND_WRITE, Site.READ);
      h.checkNotWriting(Kind.ITERATION_AND_WRITE, Site.ITERATE);
      assertThat(h.flags()).isEqualTo(word | HASH_WRITING);
      assertThat(h.unended).isTrue();
    }
  }

  private static Hmap unended(int word) {
    Hmap h = with(word | HASH_WRITING);
    h.unended = true;
    return h;
  }

  @Test
  void anIteratorIsRememberedForBothArrays() {
    for (int word = 0; word < 16; word++) {
      Hmap h = with(word);
      h.rememberIterator();
      assertThat(h.flags()).isEqualTo(word | ITERATOR | OLD_ITERATOR);
    }
  }

  @Test
  void aGrowthMakesIteratorsOldAndForgetsOldOnes() {
    for (int word = 0; word < 16; word++) {
      Hmap h = with(word);
      h.startGrow(false);
      int others = word & (HASH_WRITING | SAME_SIZE_GROW);
      assertThat(h.flags()).isEqualTo(others | ((word & ITERATOR) == 0 ? 0 : OLD_ITERATOR));
    }
  }

  @Test
  void aGrowthToTheSameSizeIsMarkedSoAndTheMarkIsTakenAwayByItself() {
    for (int word = 0; word < 16; word++) {
      Hmap h = with(word);
      int iterator = (word & ITERATOR) == 0 ? 0 : OLD_ITERATOR;
      int others = (word & HASH_WRITING) | iterator;
      h.startGrow(true);
      assertThat(h.flags()).isEqualTo(others | SAME_SIZE_GROW);
      assertThat(h.sameSizeGrow()).isTrue();
      h.endSameSizeGrow();
      assertThat(h.flags()).isEqualTo(others);
      assertThat(h.sameSizeGrow()).isFalse();
    }
  }

  @Test
  void eachBitIsAnsweredByItself() {
    for (int word = 0; word < 16; word++) {
      Hmap h = with(word);
      assertThat(h.hasIterator()).isEqualTo((word & ITERATOR) != 0);
      assertThat(h.hasOldIterator()).isEqualTo((word & OLD_ITERATOR) != 0);
      assertThat(h.sameSizeGrow()).isEqualTo((word & SAME_SIZE_GROW) != 0);
    }
  }

  @Test
  void theGuardIsNamed() {
    assertThat(Guard.named("go")).isEqualTo(Guard.GO);
    assertThat(Guard.named("plain")).isEqualTo(Guard.PLAIN);
    assertThat(Guard.named("volatile")).isEqualTo(Guard.VOLATILE);
    assertThat(Guard.named("atomic")).isEqualTo(Guard.ATOMIC);
    assertThat(Guard.named("stamp")).isEqualTo(Guard.STAMP);
    assertThat(Guard.named("none")).isEqualTo(Guard.NONE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Guard.named("GO"))
        .withMessage(
            "dev.flagrant.guard=GO: there is no such guard; it is one of go, plain, volatile, atomic, stamp, none");
  }

  private static Hmap with(int word) {
    Hmap h = new FixedKeys().map();
    set(h, word);
    return h;
  }

  /** Sets the whole word, which no method of the map does. */
  static void set(Hmap h, int word) {
    try {
      VarHandle flags =
          MethodHandles.privateLookupIn(Flags.class, MethodHandles.lookup())
              .findVarHandle(Flags.class, "flags", int.class);
      flags.setVolatile(h, word);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the flags word is gone", e);
    }
  }
}
