package dev.flagrant.testkit;

import java.util.List;
import java.util.Map;

/**
 * The least a map must do to be raced: start empty, and take, give back, list and drop one Integer,
 * in one thread, without throwing. Whether it does so rightly is for the trials to say, and so is a
 * detection where nothing races.
 */
final class SmallestUse {

  private static final Integer KEY = Keys.key(1);

  private static final List<MapOperation> OPERATIONS =
      List.of(
          new MapOperation.Put(KEY, 1),
          new MapOperation.Get(KEY),
          new MapOperation.Iterate(),
          new MapOperation.Remove(KEY),
          new MapOperation.Clear());

  private SmallestUse() {}

  /** What is wrong, as the rest of a sentence about the map; empty if nothing is. */
  static String problem(MapSubject subject) {
    Map<Integer, Integer> map;
    try {
      map = subject.newMap();
    } catch (RuntimeException | Error e) {
      return "cannot be made a second time: " + SubjectClass.root(e);
    }
    MapOperation current = OPERATIONS.get(0);
    try {
      if (!map.isEmpty()) {
        return "makes maps that are not empty at first";
      }
      for (MapOperation operation : OPERATIONS) {
        current = operation;
        operation.perform(map);
      }
      return "";
    } catch (Throwable e) { // a map in another language may throw what is not declared
      return subject.detection(e, current.kind()) != null
          ? ""
          : "cannot hold Integer keys and values: in one thread, " + current + " threw " + e;
    }
  }
}
