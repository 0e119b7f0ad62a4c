package dev.flagrant.conformance.torture;

import dev.flagrant.map.GoMapIterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Go's own operations. */
@SuppressWarnings("NullAway") // it does not see that null is among the keys of this type
final class GoOperations {
  private GoOperations() {}

  static final List<Operation> ALL =
      List.of(
          new Operation("lookup", a -> a.goMap().lookup(a.key())),
          new Operation("getOrZero", a -> a.goMap().getOrZero(a.key(), 0)),
          new Operation("delete", GoOperations::delete),
          new Operation("len", a -> a.goMap().len()),
          new Operation("range", a -> range(a, Integer.MAX_VALUE)),
          new Operation("range broken off", a -> range(a, a.random.nextInt(10))),
          new Operation("range that writes", GoOperations::rangeThatWrites),
          new Operation("range twice with one iterator", GoOperations::rangeTwice));

  private static @Nullable Object delete(Actor a) {
    a.goMap().delete(a.key());
    return null;
  }

  private static int range(Actor a, int limit) {
    return steps(a.goMap().range(), limit);
  }

  private static int rangeTwice(Actor a) {
    GoMapIterator<@Nullable Object, @Nullable Object> it = a.goMap().range();
    int first = steps(it, Integer.MAX_VALUE);
    it.reset();
    return first + steps(it, Integer.MAX_VALUE);
  }

  private static int steps(GoMapIterator<@Nullable Object, @Nullable Object> it, int limit) {
    int steps = 0;
    while (steps < limit && it.next()) {
      steps += String.valueOf(it.key()).isEmpty() || it.elem() == it ? 2 : 1;
    }
    return steps;
  }

  private static int rangeThatWrites(Actor a) {
    int steps = 0;
    GoMapIterator<@Nullable Object, @Nullable Object> it = a.goMap().range();
    while (it.next()) {
      steps++;
      switch (a.random.nextInt(8)) {
        case 0 -> a.goMap().delete(it.key());
        case 1 -> a.goMap().put(a.key(), it.elem());
        default -> {}
      }
    }
    return steps;
  }
}
