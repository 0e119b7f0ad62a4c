package dev.flagrant.map.runtime;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.GoMapIterator;
import dev.flagrant.map.KeyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A random sequence of operations on a map and on a {@link MapModel}, whose answers must agree,
 * with all rules of the structure checked after every step. Its seed repeats it.
 */
final class RandomOperations {
  /** What came about in a sequence, to know what the sequences prove. */
  static final class Seen {
    int growths;
    int sameSizeGrowths;
    int longestChain;
    int iterationsEnded;
    int iterationsOverTwoGrowths;
    int iterationsOverTwoSameSizeGrowths;
    int iterationsOverAClear;
    int iterationsBegunDuringGrowth;
    int longestRun;
  }

  /** Keys so far apart are in one bucket, where the kind of key has that. */
  private static final int STRIDE = 16;

  private enum Phase {
    FILL(64, 6),
    DRAIN(6, 64),
    CHURN(35, 35),
    ITERATE(12, 12);

    final int puts;
    final int removals;

    Phase(int puts, int removals) {
      this.puts = puts;
      this.removals = removals;
    }
  }

  /** An iteration that is under way, and what happened to the map meanwhile. */
  private static final class Live {
    final GoMapIterator<@Nullable Object, @Nullable Integer> it;
    final MapModel.Iteration law;

    /** Takes its steps long after each other. */
    final boolean patient;

    int growths;
    int sameSizeGrowths;
    boolean cleared;

    Live(
        GoMapIterator<@Nullable Object, @Nullable Integer> it,
        MapModel.Iteration law,
        boolean patient) {
      this.it = it;
      this.law = law;
      this.patient = patient;
    }
  }

  private final SplittableRandom random;
  private final KeyKind kind;
  private final boolean waves;
  private final int range;
  private final GoMap<@Nullable Object, @Nullable Integer> map;
  private final Hmap h;
  private final MapModel model;
  private final Seen seen;
  private final List<Live> live = new ArrayList<>();
  private final List<String> trace = new ArrayList<>();
  private Phase phase = Phase.FILL;
  private int elems;

  /** Where a wave is, and how high. */
  private int offset;

  private int crest;

  RandomOperations(KeyKind kind, long seed, int range, Seen seen) {
    this.random = new SplittableRandom(seed);
    this.kind = kind;
    this.waves = seed % 3 == 0;
    this.range = range;
    this.seen = seen;
    this.map =
        GoMap.<@Nullable Object>builder(anyKeys(kind.type(random.split())))
            .random(random.split()::nextLong)
            .hint(random.nextInt(4) != 0 ? 0 : random.nextInt(301))
            .build();
    this.h = map;
    this.model = kind.model();
  }

  @SuppressWarnings("unchecked") // a kind makes keys of its own type only
  private static KeyType<Object> anyKeys(KeyType<?> type) {
    return (KeyType<Object>) type;
  }

  /** Every operation so far and its answer, and every entry that an iteration has shown. */
  List<String> trace() {
    return trace;
  }

  /** What lies in the memory of the map. */
  List<Object> structure() {
    return Structure.everything(h);
  }

  void run(int steps) {
    for (int step = 0; step < steps; step++) {
      changePhase();
      BucketArray before = h.buckets;
      try {
        step();
        agree(map.size(), model.size(), "size");
        Invariants.check(h);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("in step " + step + ", " + phase + ": " + e.getMessage(), e);
      }
      observe(before);
    }
    while (!live.isEmpty()) {
      finish(live.get(0));
    }
    finish(begin());
  }

  /** Puts so many keys in before the sequence begins. */
  RandomOperations filledWith(int keys) {
    for (int i = 0; i < keys; i++) {
      Object key = kind.key(i);
      agree(map.put(Structure.orNull(key), elems), model.put(key, elems, false), "put " + key);
      elems++;
    }
    return this;
  }

  private void changePhase() {
    if (!waves) {
      phase = random.nextInt(80) == 0 ? Phase.values()[random.nextInt(4)] : phase;
    } else if (phase != Phase.FILL && crest == 0) {
      phase = Phase.FILL;
      offset = random.nextInt(STRIDE);
    } else if (phase == Phase.FILL && crest >= 9 + random.nextInt(400)) {
      phase = Phase.DRAIN;
    }
  }

  private @Nullable Object anyKey() {
    return kind.key(waves ? offset + STRIDE * random.nextInt(crest + 1) : random.nextInt(range));
  }

  /** In a wave, the next key up or down. */
  private @Nullable Object keyToPut() {
    return waves && phase == Phase.FILL ? kind.key(offset + STRIDE * crest++) : anyKey();
  }

  private @Nullable Object keyToRemove() {
    return waves && phase == Phase.DRAIN && crest > 0
        ? kind.key(offset + STRIDE * --crest)
        : anyKey();
  }

  private void step() {
    int choice = random.nextInt(100);
    if (h.growing() && live.size() < 5 && random.nextInt(3) == 0) {
      begin();
    } else if (choice < phase.puts) {
      put();
    } else if (choice < phase.puts + phase.removals) {
      remove(keyToRemove());
    } else if (choice == 99 && random.nextInt(10) == 0) {
      clear();
    } else {
      switch (random.nextInt(6)) {
        case 0 -> look();
        case 1, 2 -> {
          if (live.size() < 5) {
            begin();
          }
        }
        default -> iterate();
      }
    }
  }

  private void put() {
    Object key = keyToPut();
    boolean onlyIfAbsent = random.nextInt(4) == 0;
    Integer elem =
        random.nextInt(16) == 0 && model.equalsItself(key) ? null : Integer.valueOf(elems++);
    Object putKey = Structure.orNull(key);
    Integer putElem = Structure.orNull(elem);
    Integer answer = onlyIfAbsent ? map.putIfAbsent(putKey, putElem) : map.put(putKey, putElem);
    agree(answer, model.put(key, elem, onlyIfAbsent), "put " + key);
  }

  private void remove(@Nullable Object key) {
    agree(map.remove(key), model.remove(key), "remove " + key);
  }

  private void clear() {
    map.clear();
    model.clear();
    trace.add("clear");
    live.forEach(iteration -> iteration.cleared = true);
  }

  private void look() {
    Object key = anyKey();
    MapModel.Entry entry = model.find(key);
    Integer elem = entry == null ? null : entry.elem;
    Integer orElse = entry == null ? Integer.valueOf(-1) : elem;
    GoMap.Lookup<@Nullable Integer> lookup = new GoMap.Lookup<>(elem, entry != null);
    agree(map.get(key), elem, "get " + key);
    agree(map.containsKey(key), entry != null, "containsKey " + key);
    agree(map.lookup(Structure.orNull(key)), lookup, "lookup " + key);
    agree(map.getOrDefault(key, -1), orElse, "getOrDefault " + key);
  }

  private Live begin() {
    Live iteration = new Live(map.range(), model.iterate(), random.nextInt(3) == 0);
    if (h.growing()) {
      seen.iterationsBegunDuringGrowth++;
    }
    live.add(iteration);
    // Go's iteration begins with its first step.
    if (!next(iteration)) {
      end(iteration);
    }
    return iteration;
  }

  private void iterate() {
    if (live.isEmpty()) {
      return;
    }
    Live iteration = live.get(random.nextInt(live.size()));
    if (iteration.patient && random.nextInt(60) != 0) {
      return;
    }
    switch (random.nextInt(24)) {
      case 0 -> {
        live.remove(iteration); // broken off
        model.forget(iteration.law);
      }
      case 1 -> finish(iteration);
      default -> {
        for (int steps = 1 + random.nextInt(4); steps > 0; steps--) {
          if (!next(iteration)) {
            end(iteration);
            return;
          }
          if (random.nextInt(4) == 0) {
            remove(iteration.it.key());
          }
        }
      }
    }
  }

  private boolean next(Live iteration) {
    if (!iteration.it.next()) {
      return false;
    }
    iteration.law.shows(iteration.it.key(), iteration.it.elem());
    trace.add("shown " + iteration.it.key() + "=" + iteration.it.elem());
    return true;
  }

  private void finish(Live iteration) {
    while (live.contains(iteration)) {
      if (!next(iteration)) {
        end(iteration);
      }
    }
  }

  private void end(Live iteration) {
    iteration.law.ends();
    live.remove(iteration);
    model.forget(iteration.law);
    seen.iterationsEnded++;
    seen.iterationsOverTwoGrowths += iteration.growths >= 2 ? 1 : 0;
    seen.iterationsOverTwoSameSizeGrowths += iteration.sameSizeGrowths >= 2 ? 1 : 0;
    seen.iterationsOverAClear += iteration.cleared ? 1 : 0;
  }

  private void agree(@Nullable Object answer, @Nullable Object expected, String operation) {
    if (!Objects.equals(answer, expected)) {
      throw new AssertionError(operation + " answers " + answer + ", not " + expected);
    }
    trace.add(operation + " answers " + answer);
  }

  private void observe(@Nullable BucketArray before) {
    BucketArray now = h.buckets;
    if (now == null) {
      return;
    }
    if (before != null && before != now) {
      boolean sameSize = before.b == now.b;
      seen.growths++;
      seen.sameSizeGrowths += sameSize ? 1 : 0;
      for (Live iteration : live) {
        iteration.growths++;
        iteration.sameSizeGrowths += sameSize ? 1 : 0;
      }
    }
    seen.longestChain = Math.max(seen.longestChain, now.chainLength(0));
    Bmaps run = now.runOf(now.size());
    seen.longestRun = Math.max(seen.longestRun, run == null ? 0 : run.tophash.length);
  }
}
