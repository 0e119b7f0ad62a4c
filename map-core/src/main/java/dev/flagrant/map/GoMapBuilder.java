package dev.flagrant.map;

import dev.flagrant.map.runtime.MapType;
import dev.flagrant.map.runtime.Options;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link GoMap} with options. Each method changes this builder and returns it; a builder
 * may make many maps.
 *
 * @param <K> the keys
 */
public final class GoMapBuilder<K extends @Nullable Object> {
  private final KeyType<? super K> keyType;
  private TypeLayout elem = TypeLayout.POINTER;
  private long hint;
  private Supplier<LongSupplier> randomOfNext;
  private Failure failure;
  private boolean namesOtherThread;
  private @Nullable AccessListener listener;

  GoMapBuilder(KeyType<? super K> keyType, Options defaults) {
    this.keyType = Objects.requireNonNull(keyType);
    this.randomOfNext = defaults::random;
    this.failure = defaults.failure();
    this.namesOtherThread = defaults.namesOtherThread();
  }

  /**
   * Room for entries, before the map has to grow.
   *
   * @param entries how many; a number that is negative, or too large for the memory of this JVM,
   *     counts as 0
   */
  public GoMapBuilder<K> hint(long entries) {
    this.hint = entries;
    return this;
  }

  /**
   * Makes what is random repeatable, in each map by itself: the seed of the hashes, where
   * iterations begin, and the counting of overflow buckets in large maps. Not so the hashes of
   * NaNs, which are their {@linkplain KeyTypes#float64(LongSupplier) key type}'s; and threads that
   * begin iterations at once draw in whatever order they come. For tests; such a map can be flooded
   * with keys that collide.
   *
   * @param seed any number
   */
  public GoMapBuilder<K> seed(long seed) {
    this.randomOfNext = () -> seeded(seed);
    return this;
  }

  /** Locked, since two threads that begin an iteration are no race. */
  static LongSupplier seeded(long seed) {
    SplittableRandom generator = new SplittableRandom(seed);
    return () -> {
      synchronized (generator) {
        return generator.nextLong();
      }
    };
  }

  /**
   * A source of randomness of the caller's, for replaying what another map drew.
   *
   * @param source gives 64 random bits a call, of which the low 32 are used; it must not throw, and
   *     must bear calls by several threads if several iterate
   */
  public GoMapBuilder<K> random(LongSupplier source) {
    Objects.requireNonNull(source);
    this.randomOfNext = () -> source;
    return this;
  }

  /**
   * How Go would lay out an elem; a pointer, if this is not called.
   *
   * @param layout what {@link TypeLayout} says of it
   */
  public GoMapBuilder<K> elem(TypeLayout layout) {
    this.elem = Objects.requireNonNull(layout);
    return this;
  }

  /**
   * Someone to be told of every access.
   *
   * @param accessListener called before each
   */
  public GoMapBuilder<K> listener(AccessListener accessListener) {
    this.listener = Objects.requireNonNull(accessListener);
    return this;
  }

  /**
   * Whether a detection names the other thread and shows its stack. Then each write also remembers
   * its thread, which keeps up to two threads reachable from the map. Off by default, or as the
   * system property {@code dev.flagrant.name-other-thread} says.
   *
   * @param names whether it does
   */
  public GoMapBuilder<K> namesOtherThread(boolean names) {
    this.namesOtherThread = names;
    return this;
  }

  /**
   * What a detection does. It throws by default, or as the system property {@code
   * dev.flagrant.failure} says.
   *
   * @param choice throw, or halt the process
   */
  public GoMapBuilder<K> onDetection(Failure choice) {
    this.failure = Objects.requireNonNull(choice);
    return this;
  }

  /**
   * The map.
   *
   * @throws IllegalArgumentException with Go's message if the layouts cannot be those of a map
   */
  public <V extends @Nullable Object> GoMap<K, V> build() {
    Options options = new Options(randomOfNext.get(), failure, namesOtherThread, listener);
    return new GoMap<>(new MapType(keyType, elem, options), hint);
  }
}
