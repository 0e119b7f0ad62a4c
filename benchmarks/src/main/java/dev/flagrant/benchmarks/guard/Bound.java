package dev.flagrant.benchmarks.guard;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.flagrant.benchmarks.model.ResultsFile;
import dev.flagrant.benchmarks.workload.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * How slow a workload may become; all of them stand in guard.json. A speed is half of what the
 * guard measured when it was set, or less, so that only a change for the worse can reach it.
 * Instructions, which hardly vary, are half as many again as were counted on JDK 17 or 25,
 * whichever was more.
 *
 * @param workload what is done
 * @param size entries of a map
 * @param atLeast the speed beside HashMap
 * @param instructionsAtMost how many times as many instructions as HashMap's
 */
public record Bound(Workload workload, int size, double atLeast, double instructionsAtMost) {
  /** All bounds. */
  public static List<Bound> all() {
    try (InputStream in = Bound.class.getResourceAsStream("guard.json")) {
      return ResultsFile.JSON.readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
