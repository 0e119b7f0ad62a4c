package dev.flagrant.testkit.judge;

import static dev.flagrant.testkit.RaceOutcome.CLEAN;
import static dev.flagrant.testkit.RaceOutcome.HANG;
import static dev.flagrant.testkit.RaceOutcome.LOST_UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.testkit.Traversal;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A map that contradicts itself after a trial has lost something. */
class EndStateTest {

  private static final HandMade UNTOUCHED =
      HandMade.on(Map.of(1, 1, 2, 2)).actor(HandMade.get(1, 1)).actor(HandMade.get(2, 2));

  @Test
  void aMapThatAgreesWithItselfIsClean() {
    assertThat(UNTOUCHED.leaving(new HashMap<>(Map.of(1, 1, 2, 2)))).isEqualTo(CLEAN);
  }

  @Test
  void aSizeThatDisagreesWithTheContentsIsALostUpdate() {
    Map<Integer, Integer> end =
        new Contradictory(1, 1, 2, 2) {
          @Override
          public int size() {
            return 3;
          }
        };
    assertThat(UNTOUCHED.leaving(end)).isEqualTo(LOST_UPDATE);
    assertThat(UNTOUCHED.whyNot(end)).isEqualTo("size() is 3, but 2 entries are there");
  }

  @Test
  void aListedKeyThatGetDoesNotFindIsALostUpdate() {
    Map<Integer, Integer> end =
        new Contradictory(1, 1, 2, 2) {
          @Override
          public @Nullable Integer get(@Nullable Object key) {
            return Integer.valueOf(2).equals(key) ? null : super.get(key);
          }
        };
    assertThat(UNTOUCHED.leaving(end)).isEqualTo(LOST_UPDATE);
    assertThat(UNTOUCHED.whyNot(end)).isEqualTo("get(2) finds nothing, an iteration 2");
  }

  @Test
  void aKeyListedTwiceIsALostUpdate() {
    Map<Integer, Integer> end = new Contradictory(1, 1, 2, 2, 2, 2);
    assertThat(UNTOUCHED.leaving(end)).isEqualTo(LOST_UPDATE);
    assertThat(UNTOUCHED.whyNot(end)).isEqualTo("an iteration lists the key 2 twice");
  }

  @Test
  void aKeyNobodyPutIsALostUpdate() {
    Map<Integer, Integer> end = new Contradictory(1, 1, 2, 2, 9, 9);
    assertThat(UNTOUCHED.leaving(end)).isEqualTo(LOST_UPDATE);
    assertThat(UNTOUCHED.whyNot(end)).contains("lists the key 9, which nobody put");
  }

  @Test
  void aNullValueIsALostUpdate() {
    Map<Integer, Integer> end = new Contradictory(1, 1, 2, null);
    assertThat(UNTOUCHED.leaving(end)).isEqualTo(LOST_UPDATE);
    assertThat(UNTOUCHED.whyNot(end)).isEqualTo("the key 2 holds null");
  }

  @Test
  void anIterationThatDoesNotEndIsAHang() {
    Map<Integer, Integer> end = new Circle();
    assertThat(UNTOUCHED.leaving(end)).isEqualTo(HANG);
    assertThat(UNTOUCHED.whyNot(end))
        .isEqualTo("an iteration did not end after " + Traversal.LIMIT + " entries");
  }

  /** Lists the entries it was given, whatever they are. */
  private static class Contradictory extends AbstractMap<Integer, Integer> {
    private final List<Map.Entry<Integer, Integer>> entries = new ArrayList<>();

    Contradictory(@Nullable Integer... keysAndValues) {
      for (int i = 0; i < keysAndValues.length; i += 2) {
        entries.add(new SimpleEntry<>(keysAndValues[i], keysAndValues[i + 1]));
      }
    }

    @Override
    public Set<Map.Entry<Integer, Integer>> entrySet() {
      return new AbstractSet<>() {
        @Override
        public Iterator<Map.Entry<Integer, Integer>> iterator() {
          return entries.iterator();
        }

        @Override
        public int size() {
          return entries.size();
        }
      };
    }
  }
}
