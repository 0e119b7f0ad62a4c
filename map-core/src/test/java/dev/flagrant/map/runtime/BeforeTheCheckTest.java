package dev.flagrant.map.runtime;

import static dev.flagrant.map.runtime.Flags.HASH_WRITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.flagrant.map.ConcurrentModificationError;
import dev.flagrant.map.ConcurrentModificationError.Kind;
import dev.flagrant.map.ConcurrentModificationError.Site;
import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoPanic;
import dev.flagrant.map.KeyTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Go answers before it looks at the flag: of an empty map, of a nil one, and the size. */
class BeforeTheCheckTest {
  private static final FixedKey ABSENT = FixedKey.at(1, 99);

  private final FixedKeys keys = new FixedKeys();
  private final GoMap<FixedKey, Integer> map = keys.map();
  private final Hmap h = map;

  @Test
  void anEmptyMapAnswersBeforeTheCheck() {
    h.flipWriting();

    assertThat(map.get(ABSENT)).isNull();
    assertThat(map.containsKey(ABSENT)).isFalse();
    assertThat(map.getOrDefault(ABSENT, 3)).isEqualTo(3);
    assertThat(map.lookup(ABSENT).ok()).isFalse();
    assertThat(map.remove(ABSENT)).isNull();
    map.clear();
    assertThat(map.range().next()).isFalse();
    assertThat(h.flags()).isEqualTo(HASH_WRITING);
    assertThat(h.extra()).isNull();
    ConcurrentModificationError error =
        catchThrowableOfType(ConcurrentModificationError.class, () -> map.put(ABSENT, 1));
    assertThat(error.kind()).isEqualTo(Kind.WRITES);
    assertThat(error.site()).isEqualTo(Site.START);
    assertThatThrownBy(() -> map.get(ABSENT)).hasCause(error);
  }

  @Test
  void aNilMapAnswersBeforeTheCheck() {
    GoMap<Object, Object> nil = GoMap.nil();
    ((Hmap) nil).flipWriting();

    assertThat(nil.get("key")).isNull();
    assertThat(nil.remove("key")).isNull();
    nil.clear();
    assertThat(nil.range().next()).isFalse();
    assertThat(nil).isEmpty();
    assertThatThrownBy(() -> nil.put("key", "elem"))
        .isInstanceOf(GoPanic.class)
        .hasMessage("assignment to entry in nil map");
  }

  @Test
  void theSizeIsReadBeforeAnyCheck() {
    Structure.fill(map, 1, 0, 5);
    h.flipWriting();

    assertThat(map.len()).isEqualTo(5);
    assertThat(map.size()).isEqualTo(5);
    assertThat(map.isEmpty()).isFalse();
  }

  @Test
  void aSizeThatRacingRemovalsTookBelowNothingIsNothing() {
    h.count = -2;

    assertThat(map.size()).isZero();
    assertThat(map.isEmpty()).isTrue();
  }

  @Test
  void anEmptyMapHashesOnlyKeysThatMayPanic() {
    assertThat(map.get(ABSENT)).isNull();
    map.delete(ABSENT);
    assertThat(keys.hashes).isZero();

    FixedKeys panicking = new FixedKeys().panicking();
    GoMap<FixedKey, Integer> careful = panicking.map();
    assertThat(careful.get(ABSENT)).isNull();
    assertThat(careful.containsKey(ABSENT)).isFalse();
    careful.delete(ABSENT);
    assertThat(panicking.hashes).isEqualTo(3);
    assertThat(panicking.lastSeed).isZero();
  }

  @Test
  void aKeyThatCannotBeHashedIsRefusedEvenByAnEmptyMap() {
    GoMap<Object, Integer> empty = GoMap.make(KeyTypes.interfaces());
    int[] array = {1};
    for (Runnable operation :
        List.<Runnable>of(
            () -> empty.lookup(array), () -> empty.delete(array), () -> empty.put(array, 1))) {
      assertThatThrownBy(operation::run)
          .isInstanceOf(GoPanic.class)
          .hasMessage("runtime error: hash of unhashable type int[]");
    }
    assertThat(((Hmap) empty).flags()).isZero();
    empty.put(1, 1);
    assertThat(empty).hasSize(1);
  }
}
