package dev.flagrant.map;

import dev.flagrant.map.runtime.Access;
import dev.flagrant.map.runtime.Assign;
import dev.flagrant.map.runtime.Delete;
import dev.flagrant.map.runtime.Hmap;
import dev.flagrant.map.runtime.Make;
import dev.flagrant.map.runtime.MapType;
import dev.flagrant.map.runtime.Options;
import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Go's map as a {@link Map}: a hash table that notices when two threads use it at once and one of
 * them writes, and then stops the program instead of losing data in silence.
 *
 * <p>It is a whole {@code Map}: null keys and values are allowed, every view writes through, and
 * every operation looks at the flags where Go's does. Beside that it speaks Go: {@link #lookup},
 * {@link #getOrZero}, {@link #delete}, {@link #len}, {@link #range}.
 *
 * <p>What differs from {@link java.util.HashMap}:
 *
 * <ul>
 *   <li>Iteration begins at a random entry. It may go on while the iterating thread itself changes
 *       the map: each entry is shown at most once, a removed one never, an untouched one exactly
 *       once, an added one perhaps. (An entry that {@code hasNext} has found is what {@code next}
 *       returns, even if it was removed between the two.)
 *   <li>An operation that meets another thread's write throws a {@link
 *       ConcurrentModificationError}, which is an {@code Error}; afterwards every operation does.
 *   <li>The operations that Java composes ({@code compute}, {@code merge}, {@code replace} and
 *       their like) are a read and a write here too, each checked by itself. A function given to
 *       them runs between the two and may use the map.
 *   <li>Which keys are equal is for the key type to say, and {@code equals} of the map and of its
 *       views goes by that, as a {@code TreeMap} goes by its comparator. Java says otherwise of
 *       +0.0 and -0.0, of NaN, and of numbers and collections of different classes; so with {@link
 *       KeyTypes#float64} and {@link KeyTypes#interfaces}, equal maps may have different hash
 *       codes. To a stream of the keys, those that the map tells apart are distinct, unless the key
 *       type says that some do not equal themselves.
 *   <li>An entry that an iteration gives is of that moment; its {@code setValue} writes through,
 *       but a later write to the map is not seen in it.
 *   <li>A key whose hash changes while it is in the map is not found, and so cannot be removed or
 *       replaced through an iteration either; while the map grows an iteration may leave it out.
 * </ul>
 *
 * <p>Unless said otherwise an operation takes expected constant time; a write does a bounded part
 * of the work of a growth that is under way, and starting a growth takes time in proportion to the
 * map, to allocate the new array. The memory effects are those of plain fields: none.
 *
 * @param <K> the keys
 * @param <V> the elems, as Go calls them
 */
public final class GoMap<K extends @Nullable Object, V extends @Nullable Object> extends Hmap
    implements Map<K, V>, Serializable {
  private static final long serialVersionUID = 1L;

  /** An empty map of Java objects. Go's {@code make(map[K]V)}. */
  public GoMap() {
    super(MapType.OBJECTS, false);
    Make.makemapSmall(this);
  }

  /**
   * A map of Java objects with the entries of another one.
   *
   * @param entries the entries to copy
   */
  @SuppressWarnings("this-escape") // the class is final, so there is no subclass to see too much
  public GoMap(Map<? extends K, ? extends V> entries) {
    this(MapType.OBJECTS, entries.size());
    putAll(entries);
  }

  GoMap(MapType type, long hint) {
    super(type, false);
    Make.makemap64(this, hint);
  }

  private GoMap(MapType type) {
    super(type, true);
  }

  /**
   * An empty map. Go's {@code make(map[K]V)}.
   *
   * @param keyType what the map must know of its keys
   */
  public static <K extends @Nullable Object, V extends @Nullable Object> GoMap<K, V> make(
      KeyType<? super K> keyType) {
    return GoMap.<K>builder(keyType).build();
  }

  /**
   * An empty map of Java objects with room. Go's {@code make(map[K]V, hint)}.
   *
   * @param hint how many entries to have room for; one that is negative, or too large for the
   *     memory of this JVM, counts as 0
   */
  public static <K extends @Nullable Object, V extends @Nullable Object> GoMap<K, V> make(
      long hint) {
    return new GoMap<>(MapType.OBJECTS, hint);
  }

  /**
   * Go's nil map: it reads as an empty one, and a write to it panics with {@code assignment to
   * entry in nil map}. Deleting from it and clearing it do nothing. Its keys are Java objects, none
   * of which is refused.
   */
  public static <K extends @Nullable Object, V extends @Nullable Object> GoMap<K, V> nil() {
    return new GoMap<>(MapType.OBJECTS);
  }

  /**
   * A map with options.
   *
   * @param keyType what the map must know of its keys
   */
  public static <K extends @Nullable Object> GoMapBuilder<K> builder(KeyType<? super K> keyType) {
    return new GoMapBuilder<>(keyType, Options.DEFAULT);
  }

  // ---- Go's vocabulary ----

  /**
   * The elem of a key, and whether it is there. Go's {@code v, ok := m[k]} ({@code mapaccess2}).
   *
   * @throws ConcurrentModificationError if another thread is writing, or the map is dead
   */
  public Lookup<V> lookup(K key) {
    Object elem = Access.mapaccess1(this, key);
    return elem == Access.ZERO_VAL ? new Lookup<>(null, false) : new Lookup<>(cast(elem), true);
  }

  /**
   * What a lookup found.
   *
   * @param elem the elem, null where there is none
   * @param ok whether the map has the key
   */
  public record Lookup<V extends @Nullable Object>(@Nullable V elem, boolean ok) {}

  /**
   * The elem of a key, or the zero value that Go's elem type would have. Go's {@code m[k]} ({@code
   * mapaccess1_fat}).
   *
   * @param zero the answer for a key that is not there
   */
  public V getOrZero(K key, V zero) {
    return cast(Access.mapaccessFat(this, key, zero));
  }

  /** Removes an entry, if it is there. Go's {@code delete(m, k)} ({@code mapdelete}). */
  public void delete(K key) {
    var unused = Delete.mapdelete(this, key);
  }

  /** The number of entries. Go's {@code len(m)}; as in Go, no flag is looked at. */
  public int len() {
    return Access.maplen(this);
  }

  /**
   * An iteration, before its first entry. Go's {@code for k, v := range m}, with no garbage for
   * each step. It shows the entries in no order, and begins at a random one.
   */
  public GoMapIterator<K, V> range() {
    return new GoMapIterator<>(this);
  }

  // ---- Map: lookups ----

  @Override
  public int size() {
    return len();
  }

  @Override
  public boolean isEmpty() {
    return len() == 0;
  }

  /** {@inheritDoc} Go's {@code mapaccess1}. */
  @Override
  public @Nullable V get(@Nullable Object key) {
    return cast(Access.mapaccessFat(this, key, null));
  }

  @Override
  public V getOrDefault(@Nullable Object key, V defaultValue) {
    return cast(Access.mapaccessFat(this, key, defaultValue));
  }

  /** {@inheritDoc} Go's {@code mapaccess2}. */
  @Override
  public boolean containsKey(@Nullable Object key) {
    return Access.mapaccess2(this, key);
  }

  /** {@inheritDoc} Takes time in proportion to the map. */
  @Override
  public boolean containsValue(@Nullable Object value) {
    return values().contains(value);
  }

  // ---- Map: writes ----

  /** {@inheritDoc} Go's {@code mapassign}. */
  @Override
  public @Nullable V put(K key, V value) {
    return previous(Assign.mapassign(this, key, value, false));
  }

  /** {@inheritDoc} One {@code mapassign}, which leaves a present elem that is not null alone. */
  @Override
  public @Nullable V putIfAbsent(K key, V value) {
    return previous(Assign.mapassign(this, key, value, true));
  }

  @Override
  public void putAll(Map<? extends K, ? extends V> entries) {
    entries.forEach(this::put);
  }

  /** {@inheritDoc} Go's {@code mapdelete}. */
  @Override
  public @Nullable V remove(@Nullable Object key) {
    return previous(Delete.mapdelete(this, key));
  }

  /** {@inheritDoc} Go's {@code mapclear}: the arrays are kept. */
  @Override
  public void clear() {
    Delete.mapclear(this);
  }

  /**
   * {@inheritDoc} Each entry is replaced by itself, between two steps of an iteration. One that the
   * function removes stays removed.
   *
   * @throws UnsupportedOperationException if there is a key that does not equal itself
   */
  @Override
  public void replaceAll(BiFunction<? super K, ? super V, ? extends V> function) {
    Objects.requireNonNull(function);
    GoMapIterator<K, V> it = range();
    while (it.next()) {
      K key = it.key();
      requireWritable(key);
      var unused = replace(key, function.apply(key, it.elem()));
    }
  }

  // ---- Map: iteration ----

  @Override
  public void forEach(BiConsumer<? super K, ? super V> action) {
    Objects.requireNonNull(action);
    GoMapIterator<K, V> it = range();
    while (it.next()) {
      action.accept(it.key(), it.elem());
    }
  }

  @Override
  public Set<K> keySet() {
    return new Views.Keys<>(this);
  }

  @Override
  public Collection<V> values() {
    return new Views.Values<>(this);
  }

  @Override
  public Set<Entry<K, V>> entrySet() {
    return new Views.Entries<>(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof Map<?, ?> map && map.size() == size() && sameEntries(map));
  }

  private boolean sameEntries(Map<?, ?> map) {
    try {
      GoMapIterator<K, V> it = range();
      while (it.next()) {
        K key = it.key();
        V elem = it.elem();
        if (!Objects.equals(elem, map.get(key)) || (elem == null && !map.containsKey(key))) {
          return false;
        }
      }
      return true;
    } catch (ClassCastException | NullPointerException | GoPanic refused) {
      return false; // the other map does not take such keys, so it does not have them
    }
  }

  @Override
  public int hashCode() {
    int sum = 0;
    GoMapIterator<K, V> it = range();
    while (it.next()) {
      sum += Objects.hashCode(it.key()) ^ Objects.hashCode(it.elem());
    }
    return sum;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    GoMapIterator<K, V> it = range();
    while (it.next()) {
      text.append(text.length() == 1 ? "" : ", ");
      append(text, it.key()).append('=');
      append(text, it.elem());
    }
    return text.append('}').toString();
  }

  private StringBuilder append(StringBuilder text, @Nullable Object part) {
    return part == this ? text.append("(this Map)") : text.append(part);
  }

  // ---- Serialisation ----

  /**
   * A stream holds no GoMap itself, and one that claims to is refused: what this extends has no
   * constructor that could make it from nothing.
   */
  private Object writeReplace() {
    return new SerializedMap(this);
  }

  // ---- Types that erasure took away ----

  /** The key types of a map's operations see to it that it holds nothing but K and V. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
  static <T extends @Nullable Object> T cast(@Nullable Object keyOrElem) {
    return (T) keyOrElem;
  }

  private @Nullable V previous(@Nullable Object elem) {
    return elem == Access.ZERO_VAL ? null : cast(elem);
  }

  // ---- For the views, and for writing the map out ----

  MapType mapType() {
    return type();
  }

  boolean isNilMap() {
    return isNil();
  }

  /** Removes an entry and says whether there was one. */
  boolean removeKey(@Nullable Object key) {
    return Delete.mapdelete(this, key) != Access.ZERO_VAL;
  }

  /** Refuses to write through an iteration to an entry that no key finds. */
  void requireWritable(@Nullable Object key) {
    if (!type().equalsItself(key)) {
      throw new UnsupportedOperationException(
          "the key " + key + " does not equal itself: only clear() can remove or replace it");
    }
  }
}
