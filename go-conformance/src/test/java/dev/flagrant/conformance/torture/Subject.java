package dev.flagrant.conformance.torture;

import dev.flagrant.map.ConcurrentModificationError;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The map that is tortured.
 *
 * @param factory of empty maps
 * @param detection what it throws when it has noticed a race
 * @param operations all that it can do
 */
record Subject(Factory factory, Class<? extends Throwable> detection, List<Operation> operations) {
  /** Makes an empty map. */
  @FunctionalInterface
  interface Factory {
    Map<@Nullable Object, @Nullable Object> make(KeyKind kind, long hint, long seed);
  }

  /** All that any map can do. */
  static final List<Operation> OPERATIONS_OF_MAP =
      Stream.concat(MapOperations.ALL.stream(), ViewOperations.ALL.stream()).toList();

  /** GoMap, with Go's operations as well. */
  static final Subject GO_MAP =
      new Subject(
          KeyKind::goMap,
          ConcurrentModificationError.class,
          Stream.concat(OPERATIONS_OF_MAP.stream(), GoOperations.ALL.stream()).toList());

  /** A map that promises nothing under a race. */
  static final Subject HASH_MAP =
      new Subject(
          (kind, hint, seed) -> new HashMap<>(),
          ConcurrentModificationException.class,
          OPERATIONS_OF_MAP);

  /** What an operation's exception means. */
  boolean isDetection(Throwable thrown) {
    return detection.isInstance(thrown);
  }

  /** Whether it is the documented refusal to write to an entry that no key finds. */
  static boolean isRefusalOfNaN(KeyKind kind, Throwable thrown) {
    return kind.hasNaN()
        && thrown instanceof UnsupportedOperationException
        && String.valueOf(thrown.getMessage()).contains("does not equal itself");
  }
}
