package dev.flagrant.map.runtime;

import dev.flagrant.map.ConcurrentModificationError;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** The Java Flight Recorder event of one detection, on the thread that noticed, with its stack. */
@Name("dev.flagrant.Detection")
@Label("Concurrent Map Access Detected")
@Category({"Flagrant"})
@Description("A GoMap found that two threads used it at once, at least one of them writing")
final class DetectionEvent extends Event {
  @Label("Message")
  String message = "";

  @Label("Site")
  @Description("The check that noticed: START, END, READ, ITERATE or GROW")
  String site = "";

  @Label("Other Thread")
  @Description("The name of the other thread, where the map was asked to know it")
  String otherThread = "";

  private DetectionEvent() {}

  static void commit(ConcurrentModificationError error) {
    DetectionEvent event = new DetectionEvent();
    event.message = error.kind().message();
    event.site = error.site().name();
    error.otherThread().ifPresent(other -> event.otherThread = other.threadName());
    event.commit();
  }
}
