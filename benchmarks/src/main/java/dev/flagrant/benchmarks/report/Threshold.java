package dev.flagrant.benchmarks.report;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.ResultsFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a figure has to reach; all of them stand in thresholds.json.
 *
 * @param says it for people
 * @param metric the figure
 * @param bound which side is good
 * @param value the limit, which is good itself
 */
public record Threshold(String says, Metric metric, Bound bound, double value) {
  /** The good side. */
  public enum Bound {
    AT_LEAST,
    AT_MOST
  }

  /** What came of a threshold. A figure that was not measured, or not wholly, is never met. */
  public enum Outcome {
    MET("met"),
    NOT_MET("**not met**"),
    /** Not of all that it is said to be of. */
    IN_PART("measured in part"),
    NOT_MEASURED("not measured");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /** All thresholds. */
  public static List<Threshold> all() {
    try (InputStream in = Threshold.class.getResourceAsStream("thresholds.json")) {
      return ResultsFile.JSON.readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a run says to it. */
  public Outcome judge(Campaign campaign) {
    OptionalDouble measured = metric.of(campaign);
    if (measured.isEmpty()) {
      return Outcome.NOT_MEASURED;
    }
    if (!metric.isWhole(campaign)) {
      return Outcome.IN_PART;
    }
    double figure = measured.getAsDouble();
    boolean met = bound == Bound.AT_LEAST ? figure >= value : figure <= value;
    return met ? Outcome.MET : Outcome.NOT_MET;
  }
}
