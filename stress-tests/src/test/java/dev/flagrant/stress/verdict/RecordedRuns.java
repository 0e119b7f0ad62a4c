package dev.flagrant.stress.verdict;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;

/** Where the recorded runs are. */
public final class RecordedRuns {
  private RecordedRuns() {}

  /** The folder of a recorded run. */
  public static Path folder(String name) {
    URL url = Objects.requireNonNull(RecordedRuns.class.getResource(name), name);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
