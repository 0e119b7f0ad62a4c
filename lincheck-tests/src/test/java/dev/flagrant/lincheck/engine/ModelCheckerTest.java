package dev.flagrant.lincheck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.flagrant.map.GoMap;
import dev.flagrant.testkit.MapOperation.Put;
import dev.flagrant.testkit.MapSubject;
import dev.flagrant.testkit.RaceOutcome;
import dev.flagrant.testkit.RaceScenario;
import dev.flagrant.testkit.Scenarios;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a hang, and what is not. */
class ModelCheckerTest {

  private static final int LIMIT = 10;

  private static final RaceScenario PUT_PUT =
      RaceScenario.named("put/put").role(slot -> List.of(new Put(0, slot.value(0)))).build();

  private static Explored explore(
      Supplier<? extends Map<Integer, Integer>> map, RaceScenario race) {
    return new ModelChecker(Grain.CELLS, LIMIT)
        .explore(MapSubject.of("a map", map), race, 2, outcome -> true);
  }

  static Stream<Named<RaceScenario>> races() {
    return Scenarios.all().stream().map(race -> Named.of(race.name(), race.shortened(1)));
  }

  @ParameterizedTest
  @MethodSource("races")
  void aSoundMapWalksOverItsWholeTableAndDoesNotHang(RaceScenario race) {
    Explored explored = explore(ConcurrentHashMap::new, race);
    assertThat(explored.counts()).as(explored.trace()).containsOnlyKeys(RaceOutcome.CLEAN);
    assertThat(explored.interleavings()).isEqualTo(LIMIT);
  }

  /** Calls itself a hundred times for each put. */
  private static final class Deep extends ConcurrentHashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Integer put(Integer key, Integer value) {
      return put(key, value, 100);
    }

    private @Nullable Integer put(Integer key, Integer value, int depth) {
      return depth == 0 ? super.put(key, value) : put(key, value, depth - 1);
    }
  }

  @Test
  void aDeepRecursionIsNoHang() {
    Explored explored = explore(Deep::new, PUT_PUT);
    assertThat(explored.counts()).as(explored.trace()).containsOnlyKeys(RaceOutcome.CLEAN);
  }

  /** The second put waits for a third. */
  private static final class Waiting extends ConcurrentHashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;
    private int puts;

    @Override
    public synchronized @Nullable Integer put(Integer key, Integer value) {
      puts++;
      while (puts == 2) {
        try {
          wait();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      return super.put(key, value);
    }
  }

  /** The second put spins until there is a third. */
  private static final class Spinning extends ConcurrentHashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;
    private final AtomicBoolean first = new AtomicBoolean();
    private final AtomicBoolean second = new AtomicBoolean();

    @Override
    public @Nullable Integer put(Integer key, Integer value) {
      if (first.getAndSet(true)) {
        while (!second.get()) {
          Thread.onSpinWait();
        }
      }
      return super.put(key, value);
    }
  }

  static Stream<Named<Supplier<Map<Integer, Integer>>>> hangingMaps() {
    return Stream.of(Named.of("waits", Waiting::new), Named.of("spins", Spinning::new));
  }

  @ParameterizedTest
  @MethodSource("hangingMaps")
  void aMapThatDoesNotComeBackHangs(Supplier<Map<Integer, Integer>> map) {
    Explored explored = explore(map, PUT_PUT);
    assertThat(explored.count(RaceOutcome.HANG)).isEqualTo(1);
    assertThat(explored.unsafe()).isEqualTo(1);
    assertThat(explored.exhausted()).isFalse();
  }

  /** Two writers that meet leave it so that no reader comes back. */
  private static final class Poisoned extends ConcurrentHashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;
    private final AtomicInteger writers = new AtomicInteger();
    private volatile boolean poisoned;

    @Override
    public @Nullable Integer put(Integer key, Integer value) {
      if (writers.incrementAndGet() > 1) {
        poisoned = true;
      }
      Integer old = super.put(key, value);
      writers.decrementAndGet();
      return old;
    }

    @Override
    public Set<Map.Entry<Integer, Integer>> entrySet() {
      while (poisoned) {
        LockSupport.park();
      }
      return super.entrySet();
    }
  }

  @Test
  void aMapThatCannotBeReadAfterwardsHangsAndTheExplorationEnds() {
    Explored explored =
        new ModelChecker(Grain.CELLS, 1000, Duration.ofSeconds(2))
            .explore(MapSubject.of("a map", Poisoned::new), PUT_PUT, 2, outcome -> true);
    assertThat(explored.count(RaceOutcome.CLEAN)).as("maps that could be read").isPositive();
    assertThat(explored.count(RaceOutcome.HANG)).isEqualTo(1);
    assertThat(explored.explanation()).isEqualTo("the map could not be read within 2000 ms");
    assertThat(explored.exhausted()).isFalse();
  }

  /** One of them answers what was never put. */
  private static final class Fickle extends ConcurrentHashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;
    private final boolean first;

    Fickle(boolean first) {
      this.first = first;
    }

    @Override
    public @Nullable Integer put(Integer key, Integer value) {
      if (first) {
        super.put(key, value + 1);
      }
      return super.put(key, value);
    }
  }

  @Test
  void aMapThatGoesDifferentlyTheSecondTimeIsAnErrorAndNoOutcome() {
    AtomicInteger made = new AtomicInteger();
    assertThatExceptionOfType(ExplorationException.class)
        .isThrownBy(
            () ->
                new ModelChecker(Grain.CELLS, LIMIT)
                    .explore(
                        MapSubject.of("a map", () -> new Fickle(made.incrementAndGet() == 3)),
                        PUT_PUT,
                        2,
                        outcome -> outcome == RaceOutcome.CLEAN))
        .withMessage("the same interleaving went differently the second time");
  }

  @Test
  void anyOtherExceptionInLincheckIsNotTakenForThat() {
    IllegalStateException other = new IllegalStateException("Check failed.");
    assertThatIllegalStateException()
        .isThrownBy(() -> ModelChecker.requireDifferent(other))
        .isSameAs(other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "= Invalid execution results =",
        "= The execution failed with an unexpected exception =",
        "= Concurrent test failed ="
      })
  void anyOtherReportOfLincheckIsAnErrorAndNoHang(String title) {
    assertThatExceptionOfType(ExplorationException.class)
        .isThrownBy(() -> ModelChecker.requireHung(title + "\n| ... |"))
        .withMessageContaining(title);
  }

  private static void requireSameAlone(
      Supplier<? extends Map<Integer, Integer>> map, RaceScenario race) {
    new ModelChecker(Grain.CELLS, LIMIT, Duration.ofSeconds(2))
        .requireSameAlone(MapSubject.of("a map", map), race, 2);
  }

  @Test
  void aMapThatIsWrongInOneThreadUnderLincheckOnlyIsNotExplored() {
    assertThatExceptionOfType(ExplorationException.class)
        .isThrownBy(
            () -> requireSameAlone(IdentityHashMap::new, Scenarios.named("get/get").shortened(1)))
        .withMessage("it does not do alone, under Lincheck, what it does without it");
  }

  static Stream<Named<Supplier<Map<Integer, Integer>>>> mapsThatAreTheSame() {
    return Stream.of(
        Named.of("Go's", GoMap::new),
        Named.of("sound", ConcurrentHashMap::new),
        Named.of("wrong without it, too", () -> new Fickle(true)),
        Named.of("hangs without it, too", Waiting::new));
  }

  @ParameterizedTest
  @MethodSource("mapsThatAreTheSame")
  void whatIsTheSameInOneThreadMayBeExplored(Supplier<Map<Integer, Integer>> map) {
    assertThatNoException().isThrownBy(() -> requireSameAlone(map, PUT_PUT));
  }

  /** Takes two entries, then no more. */
  private static final class Full extends ConcurrentHashMap<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Integer put(Integer key, Integer value) {
      if (size() == 2) {
        throw new IllegalStateException("full");
      }
      return super.put(key, value);
    }
  }

  @Test
  void aMapThatCannotBePreparedIsAnErrorToo() {
    RaceScenario prepared =
        RaceScenario.named("put/put")
            .entries(3)
            .role(slot -> List.of(new Put(0, slot.value(0))))
            .build();
    assertThatExceptionOfType(ExplorationException.class)
        .isThrownBy(() -> explore(Full::new, prepared))
        .withMessage(
            "it throws while one thread prepares it: java.lang.IllegalStateException: full");
  }
}
