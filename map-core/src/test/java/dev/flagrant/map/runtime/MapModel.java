package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a map must hold, kept by {@link HashMap}: for each key which of several equal keys is
 * stored, and the entries of keys that do not equal themselves.
 */
final class MapModel {
  /** One entry from its being put in to its removal; an update does not make it another one. */
  static final class Entry {
    @Nullable Object key;
    @Nullable Integer elem;
  }

  /** The canonical form of a key that does not equal itself. */
  static final Object UNEQUAL = new Object();

  private final Function<@Nullable Object, @Nullable Object> canonical;
  private final boolean keyUpdate;
  private final Map<@Nullable Object, Entry> byKey = new HashMap<>();
  private final Map<@Nullable Integer, Entry> unequal = new HashMap<>();
  private final List<Iteration> iterations = new ArrayList<>();

  /**
   * An empty model.
   *
   * @param canonical equal for equal keys, {@link #UNEQUAL} for one that does not equal itself
   * @param keyUpdate whether a write to a present key replaces the key
   */
  MapModel(Function<@Nullable Object, @Nullable Object> canonical, boolean keyUpdate) {
    this.canonical = canonical;
    this.keyUpdate = keyUpdate;
  }

  int size() {
    return byKey.size() + unequal.size();
  }

  @Nullable Entry find(@Nullable Object key) {
    return byKey.get(canonical.apply(key));
  }

  boolean equalsItself(@Nullable Object key) {
    return canonical.apply(key) != UNEQUAL;
  }

  /** The elem before. The elems of keys that do not equal themselves must all differ. */
  @Nullable Integer put(@Nullable Object key, @Nullable Integer elem, boolean onlyIfAbsent) {
    Object name = canonical.apply(key);
    Entry entry = name == UNEQUAL ? null : byKey.get(name);
    if (entry == null) {
      entry = new Entry();
      entry.key = key;
      entry.elem = elem;
      if (name == UNEQUAL) {
        unequal.put(elem, entry);
      } else {
        byKey.put(name, entry);
      }
      return null;
    }
    Integer before = entry.elem;
    if (!onlyIfAbsent || before == null) {
      entry.elem = elem;
      if (keyUpdate) {
        entry.key = key;
      }
    }
    return before;
  }

  @Nullable Integer remove(@Nullable Object key) {
    Entry entry = byKey.remove(canonical.apply(key));
    if (entry == null) {
      return null;
    }
    iterations.forEach(iteration -> iteration.owed.remove(entry));
    return entry.elem;
  }

  void clear() {
    byKey.clear();
    unequal.clear();
    iterations.forEach(iteration -> iteration.owed.clear());
  }

  Iteration iterate() {
    Iteration iteration = new Iteration();
    iteration.owed.addAll(byKey.values());
    iteration.owed.addAll(unequal.values());
    iterations.add(iteration);
    return iteration;
  }

  void forget(Iteration iteration) {
    iterations.remove(iteration);
  }

  /** The law of iteration: at most once, removed never, untouched exactly once. */
  final class Iteration {
    private final Set<Entry> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Entry> owed = Collections.newSetFromMap(new IdentityHashMap<>());

    void shows(@Nullable Object key, @Nullable Integer elem) {
      Entry entry = equalsItself(key) ? find(key) : unequal.get(elem);
      if (entry == null) {
        throw new AssertionError("shown, and not in the map: " + key + "=" + elem);
      }
      if (entry.key != key) {
        throw new AssertionError("shown, and an equal key is stored: " + key);
      }
      if (!Objects.equals(elem, entry.elem)) {
        throw new AssertionError("shown with elem " + elem + ", not " + entry.elem + ": " + key);
      }
      if (!shown.add(entry)) {
        throw new AssertionError("shown twice: " + key + "=" + elem);
      }
      owed.remove(entry);
    }

    void ends() {
      assertThat(owed).extracting(entry -> entry.key).as("there all along, never shown").isEmpty();
    }
  }
}
