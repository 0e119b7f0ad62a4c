package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.ConcurrentModificationError;
import dev.flagrant.map.ForkedJvm;
import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A step that a whole write overtakes: under a stamp it is refused at its end. */
class StampedIterationTest {
  @Test
  void aStepThatIsRefusedHasNeitherShownAnEntryNorComeToTheEnd()
      throws IOException, InterruptedException {
    ForkedJvm.Outcome outcome = ForkedJvm.run(Overtaken.class, "-Ddev.flagrant.guard=stamp");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .isEqualTo(
            """
            unfilled bucket: refused, at the entry before; refused again
            evacuated bucket: refused, at the entry before; refused again
            end: refused, at the entry before; refused again
            """);
    assertThat(outcome.exit()).isZero();
  }

  static final class Overtaken {
    private static final int ENTRIES = 53;

    private final FixedKeys keys = new FixedKeys();
    private final GoMap<FixedKey, Integer> map = keys.builder().hint(ENTRIES - 1).build();
    private final Hmap h = map;

    public static void main(String[] args) {
      new Overtaken().inAnUnfilledBucket();
      new Overtaken().inAnEvacuatedBucket();
      new Overtaken().atTheEnd();
    }

    private void inAnUnfilledBucket() {
      grow();
      overtake("unfilled bucket", 1);
    }

    private void inAnEvacuatedBucket() {
      Structure.fill(map, 0, 0, 2);
      GoMapIterator<FixedKey, Integer> it = iterate(1);
      Structure.fill(map, 1, 100, ENTRIES - 2);
      overtake("evacuated bucket", it);
    }

    /** The last buckets read old ones, whose entries do not go to them. */
    private void atTheEnd() {
      grow();
      overtake("end", ENTRIES);
    }

    private void grow() {
      for (int id = 0; !h.growing(); id++) {
        Structure.put(map, FixedKey.at(id % 4, id));
      }
    }

    private GoMapIterator<FixedKey, Integer> iterate(int steps) {
      GoMapIterator<FixedKey, Integer> it = map.range();
      for (int i = 0; i < steps; i++) {
        assertThat(it.next()).isTrue();
      }
      return it;
    }

    private void overtake(String name, int steps) {
      overtake(name, iterate(steps));
    }

    /** A write comes and goes while the next key is hashed. */
    private void overtake(String name, GoMapIterator<FixedKey, Integer> it) {
      keys.onHash =
          () -> {
            keys.quiet();
            h.flipWriting();
            h.requireMarked(h.endWriting(), null);
          };
      FixedKey before;
      boolean refused;
      do {
        before = it.key();
        refused = isRefused(it);
      } while (!refused);
      System.out.printf(
          "%s: refused, at %s; %s%n",
          name,
          it.key().equals(before) ? "the entry before" : it.key(),
          isRefused(it) ? "refused again" : "then not");
      Invariants.check(map);
    }

    private static boolean isRefused(GoMapIterator<FixedKey, Integer> it) {
      try {
        boolean unused = it.next();
        return false;
      } catch (ConcurrentModificationError refusal) {
        return true;
      }
    }
  }
}
