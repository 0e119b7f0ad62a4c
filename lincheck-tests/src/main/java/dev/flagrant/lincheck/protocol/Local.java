package dev.flagrant.lincheck.protocol;

import dev.flagrant.testkit.DetectionSite;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one thread has for itself.
 *
 * @param next the index of its next event
 * @param noticed where it noticed a race and stopped, or null
 * @param flags its register for the flags word
 * @param stamp its register for a stamp
 * @param answer the cells it has loaded, in its order
 * @param saw for each of its loads of the flags, whether the writer's mark was set: what the
 *     classes of interleavings are told apart by
 * @param buffer its stores that no other thread sees yet, oldest first
 */
record Local(
    int next,
    @Nullable DetectionSite noticed,
    int flags,
    int stamp,
    List<Integer> answer,
    String saw,
    List<Pending> buffer) {

  /** A store in a buffer. */
  record Pending(int location, int value) {}

  static final Local START = new Local(0, null, 0, 0, List.of(), "", List.of());

  Local stopped(DetectionSite site) {
    return new Local(next, site, flags, stamp, answer, saw, buffer);
  }

  Local withFlags(int loaded) {
    return new Local(next, noticed, loaded, stamp, answer, saw, buffer);
  }

  Local withStamp(int loaded) {
    return new Local(next, noticed, flags, loaded, answer, saw, buffer);
  }

  Local sawFlags(int loaded) {
    String more = (loaded & Word.WRITING) == 0 ? "0" : "1";
    return new Local(next, noticed, flags, stamp, answer, saw + more, buffer);
  }

  Local withAnswer(int loaded) {
    return new Local(next, noticed, flags, stamp, plus(answer, loaded), saw, buffer);
  }

  Local advanced() {
    return new Local(next + 1, noticed, flags, stamp, answer, saw, buffer);
  }

  Local buffered(int location, int value) {
    return withBuffer(plus(buffer, new Pending(location, value)));
  }

  Local drained() {
    return withBuffer(buffer.subList(1, buffer.size()));
  }

  private Local withBuffer(List<Pending> replacement) {
    return new Local(next, noticed, flags, stamp, answer, saw, List.copyOf(replacement));
  }

  private static <T> List<T> plus(List<T> list, T element) {
    List<T> longer = new ArrayList<>(list);
    longer.add(element);
    return List.copyOf(longer);
  }
}
