package dev.flagrant.harness.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.flagrant.harness.check.CheckReport;
import dev.flagrant.harness.check.Expectation;
import dev.flagrant.harness.check.ScenarioReport;
import dev.flagrant.harness.hammer.Example;
import dev.flagrant.harness.hammer.HammerOptions;
import dev.flagrant.harness.hammer.ScenarioResult;
import dev.flagrant.map.runtime.Guards;
import dev.flagrant.testkit.DetectionSite;
import dev.flagrant.testkit.RaceOutcome;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what a check found for programs, as docs/check-report.md describes it. */
public final class JsonReport {

  /** Raised whenever a field goes, or means something else; new fields leave it as it is. */
  private static final int FORMAT = 1;

  private static final double NANOS_PER_SECOND = 1e9;

  private static final ObjectWriter WRITER = new ObjectMapper().writerWithDefaultPrettyPrinter();

  private JsonReport() {}

  /**
   * Writes the report to a file, over what was there.
   *
   * @param version of flagrant
   */
  public static void write(CheckReport report, Expectation expectation, String version, Path file)
      throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      writer.write(WRITER.writeValueAsString(Document.of(report, expectation, version)));
      writer.write(System.lineSeparator());
    }
  }

  private record Document(
      int format,
      String flagrant,
      String date,
      String map,
      String guard,
      String verdict,
      String expected,
      boolean met,
      int threads,
      long seed,
      Options options,
      String java,
      int processors,
      List<String> skipped,
      List<Scenario> scenarios) {

    static Document of(CheckReport report, Expectation expectation, String version) {
      HammerOptions race = report.plan().race();
      return new Document(
          FORMAT,
          version,
          Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
          report.subject(),
          System.getProperty(Guards.PROPERTY, Guards.DEFAULT),
          report.verdict().words(),
          expectation.toString(),
          expectation.isMetBy(report.verdict()),
          race.threads(),
          race.seed(),
          Options.of(race),
          System.getProperty("java.vm.name") + " " + Runtime.version(),
          Runtime.getRuntime().availableProcessors(),
          report.skipped(),
          report.scenarios().stream().map(Scenario::of).toList());
    }
  }

  private record Options(double timeSeconds, @Nullable Long trials, double hangSeconds) {

    static Options of(HammerOptions race) {
      return new Options(
          seconds(race.time()),
          race.trials() == Long.MAX_VALUE ? null : race.trials(),
          seconds(race.hangBound()));
    }

    private static double seconds(Duration duration) {
      return duration.toNanos() / NANOS_PER_SECOND;
    }
  }

  private record Scenario(
      String name, String about, boolean readOnly, String finding, Trials race, Trials control) {

    static Scenario of(ScenarioReport report) {
      return new Scenario(
          report.scenario().name(),
          report.scenario().description(),
          report.scenario().readOnly(),
          report.finding().words(),
          Trials.of(report.race()),
          Trials.of(report.control()));
    }
  }

  private record Trials(
      long trials,
      long overlapping,
      Map<RaceOutcome, Long> outcomes,
      long undecided,
      Map<DetectionSite, Long> sites,
      @Nullable Long medianDetectionNanos,
      @Nullable Long maxDetectionNanos,
      List<Example> examples) {

    static Trials of(ScenarioResult result) {
      return new Trials(
          result.trials(),
          result.overlapping(),
          result.outcomes(),
          result.undecided(),
          result.sites(),
          result.timed() ? result.medianDetectionNanos() : null,
          result.timed() ? result.maxDetectionNanos() : null,
          result.examples());
    }
  }
}
