package dev.flagrant.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.Held.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java Flight Recorder hears of every detection. */
class FlightRecorderTest {
  private final Held.Keys keys = new Held.Keys();

  private GoMap<String, Integer> map(boolean namesOtherThread) {
    GoMap<String, Integer> map =
        GoMap.<String>builder(keys).namesOtherThread(namesOtherThread).build();
    map.put("aa", 1);
    return map;
  }

  @Test
  void anEventIsRecordedForEachDetectionAndNoneForTheRepeatsOfADeadMap(@TempDir Path folder)
      throws IOException {
    GoMap<String, Integer> named = map(true);
    GoMap<String, Integer> unnamed = map(false);
    List<RecordedEvent> events;
    try (Recording recording = new Recording()) {
      recording.enable("dev.flagrant.Detection").withStackTrace();
      recording.start();
      race(named, () -> named.get("aa"));
      race(unnamed, () -> unnamed.range().next());
      recording.stop();
      Path file = Files.createTempFile(folder, "recording", ".jfr");
      recording.dump(file);
      events =
          RecordingFile.readAllEvents(file).stream()
              .filter(event -> event.getEventType().getName().equals("dev.flagrant.Detection"))
              .toList();
    }

    assertThat(events).hasSize(2);
    RecordedEvent read = events.get(0);
    assertThat(read.getString("message")).isEqualTo("concurrent map read and map write");
    assertThat(read.getString("site")).isEqualTo("READ");
    assertThat(read.getString("otherThread")).isEqualTo("the writer");
    assertThat(read.getThread().getJavaName()).isEqualTo(Thread.currentThread().getName());
    assertThat(methods(read)).contains("get");
    RecordedEvent iteration = events.get(1);
    assertThat(iteration.getString("message")).isEqualTo("concurrent map iteration and map write");
    assertThat(iteration.getString("site")).isEqualTo("ITERATE");
    assertThat(iteration.getString("otherThread")).isEmpty();
    assertThat(methods(iteration)).contains("next");
  }

  /** Two detections of one dead map: the second is a repeat. */
  private void race(GoMap<String, Integer> map, Runnable detecting) {
    Held writer =
        keys.hold(Where.EQUAL, "aa", "the writer", () -> map.put(DetectionTest.copy("aa"), 2));
    ConcurrentModificationError first = DetectionTest.detected(detecting);
    assertThat(DetectionTest.detected(detecting)).hasCause(first);
    assertThat(DetectionTest.detected(map::clear)).hasCause(first);
    assertThat(writer.release()).isNull();
  }

  private static List<String> methods(RecordedEvent event) {
    return event.getStackTrace().getFrames().stream()
        .map(frame -> frame.getMethod().getName())
        .toList();
  }
}
