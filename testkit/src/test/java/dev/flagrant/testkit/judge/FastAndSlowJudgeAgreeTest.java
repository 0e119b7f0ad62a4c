package dev.flagrant.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.testkit.ActorRun;
import dev.flagrant.testkit.MapOperation;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.Traversal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The fast judge and {@link EveryOrder} judge the same random small histories alike: right ones,
 * right ones with one thing changed, and ones whose every answer is random.
 */
class FastAndSlowJudgeAgreeTest {

  private static final long SEED = Long.getLong("flagrant.test.seed", 20_221_108);
  private static final int HISTORIES = 8_000;
  private static final int KEYS = 3;
  private static final int VALUES = 4;

  private final Random random = new Random(SEED);
  private final Map<RaceOutcome, Integer> seen = new EnumMap<>(RaceOutcome.class);

  @Test
  void onHistoriesWithoutIterations() {
    compare(4, 1);
    assertThat(seen).as("seed %d", SEED).hasSize(3).allSatisfy(this::isCommon);
  }

  @Test
  void onHistoriesWithManyClears() {
    compare(4, 3);
    assertThat(seen).as("seed %d", SEED).hasSize(3).allSatisfy(this::isCommon);
  }

  @Test
  void onHistoriesWithIterations() {
    compare(5, 1);
    assertThat(seen).as("seed %d", SEED).hasSize(3).allSatisfy(this::isCommon);
  }

  private void isCommon(RaceOutcome outcome, int count) {
    assertThat(count).as("%s, of %d", outcome, HISTORIES).isGreaterThan(HISTORIES / 50);
  }

  /**
   * Judges random histories both ways.
   *
   * @param kinds 4, or 5 with iterations
   * @param clears of three draws of a change, how many are clears
   */
  private void compare(int kinds, int clears) {
    for (int i = 0; i < HISTORIES; i++) {
      Map<Integer, Integer> initial = entries();
      List<List<MapOperation>> programs = new ArrayList<>();
      int actors = 2 + random.nextInt(2);
      for (int actor = 0; actor < actors; actor++) {
        programs.add(program(1 + random.nextInt(actors == 2 ? 4 : 2), kinds, clears));
      }
      List<List<@Nullable Object>> answers = new ArrayList<>();
      Map<Integer, Integer> end = performInSomeOrder(initial, programs, answers);
      int strangeness = random.nextInt(4);
      if (strangeness > 0) {
        for (int times = random.nextInt(strangeness + 1); times >= 0; times--) {
          changeOneThing(programs, answers, end);
        }
      }
      assertSameOutcome(initial, programs, answers, end);
    }
  }

  private void assertSameOutcome(
      Map<Integer, Integer> initial,
      List<List<MapOperation>> programs,
      List<List<@Nullable Object>> answers,
      Map<Integer, Integer> end) {
    List<ActorRun> runs = new ArrayList<>();
    for (int actor = 0; actor < programs.size(); actor++) {
      ActorRun run = new ActorRun(programs.get(actor));
      for (int step = 0; step < programs.get(actor).size(); step++) {
        run.answer(step, answers.get(actor).get(step));
      }
      runs.add(run);
    }
    HistoryJudge judge = new HistoryJudge(initial, programs);
    RaceOutcome fast = judge.weigh(runs, EndState.read(end, judge.keys()));
    RaceOutcome slow = new EveryOrder(initial, programs, answers, end).outcome();
    assertThat(fast).as("seed %d: from %s, %s, to %s", SEED, initial, runs, end).isEqualTo(slow);
    seen.merge(slow, 1, Integer::sum);
    if (fast != RaceOutcome.CLEAN) {
      assertThat(judge.explain(runs, EndState.read(end, judge.keys()))).isNotEmpty();
    }
  }

  private Map<Integer, Integer> entries() {
    Map<Integer, Integer> entries = new HashMap<>();
    for (int key = 0; key < KEYS; key++) {
      if (random.nextBoolean()) {
        entries.put(key, random.nextInt(VALUES));
      }
    }
    return entries;
  }

  private List<MapOperation> program(int length, int kinds, int clears) {
    List<MapOperation> program = new ArrayList<>();
    for (int step = 0; step < length; step++) {
      int key = random.nextInt(KEYS);
      program.add(
          switch (random.nextInt(kinds)) {
            case 0 -> new MapOperation.Get(key);
            case 1 -> new MapOperation.Remove(key);
            case 2 ->
                random.nextInt(3) < clears
                    ? new MapOperation.Clear()
                    : new MapOperation.Put(key, random.nextInt(VALUES));
            case 3 -> new MapOperation.Put(key, random.nextInt(VALUES));
            default -> new MapOperation.Iterate();
          });
    }
    return program;
  }

  private Map<Integer, Integer> performInSomeOrder(
      Map<Integer, Integer> initial,
      List<List<MapOperation>> programs,
      List<List<@Nullable Object>> answers) {
    List<Integer> turns = new ArrayList<>();
    for (int actor = 0; actor < programs.size(); actor++) {
      answers.add(new ArrayList<>());
      turns.addAll(Collections.nCopies(programs.get(actor).size(), actor));
    }
    Collections.shuffle(turns, random);
    Map<Integer, Integer> map = new HashMap<>(initial);
    for (int actor : turns) {
      List<@Nullable Object> given = answers.get(actor);
      given.add(programs.get(actor).get(given.size()).perform(map));
    }
    return map;
  }

  private void changeOneThing(
      List<List<MapOperation>> programs,
      List<List<@Nullable Object>> answers,
      Map<Integer, Integer> end) {
    if (random.nextInt(3) == 0) {
      int key = random.nextInt(KEYS);
      if (random.nextBoolean()) {
        end.remove(key);
      } else {
        end.put(key, random.nextInt(VALUES));
      }
      return;
    }
    int actor = random.nextInt(programs.size());
    int step = random.nextInt(programs.get(actor).size());
    switch (programs.get(actor).get(step).kind()) {
      case GET, PUT, REMOVE ->
          answers
              .get(actor)
              .set(step, random.nextInt(3) == 0 ? null : (Object) random.nextInt(VALUES));
      case ITERATE -> answers.get(actor).set(step, changed(answers.get(actor).get(step)));
      case CLEAR -> {}
    }
  }

  /** The traversal with one entry left out, or one changed or added. */
  private Traversal changed(@Nullable Object answer) {
    Traversal old = (Traversal) answer;
    Traversal copy = new Traversal();
    int target = old == null || old.size() == 0 ? -1 : random.nextInt(old.size());
    boolean drop = random.nextBoolean();
    for (int i = 0; old != null && i < old.size(); i++) {
      if (i != target) {
        copy.add(old.key(i), old.value(i));
      } else if (!drop) {
        copy.add(old.key(i), random.nextInt(VALUES));
      }
    }
    int extra = random.nextInt(KEYS);
    if (random.nextBoolean() && !gives(copy, extra)) {
      copy.add(extra, random.nextInt(VALUES));
    }
    return copy;
  }

  private static boolean gives(Traversal traversal, Integer key) {
    for (int i = 0; i < traversal.size(); i++) {
      if (key.equals(traversal.key(i))) {
        return true;
      }
    }
    return false;
  }
}
