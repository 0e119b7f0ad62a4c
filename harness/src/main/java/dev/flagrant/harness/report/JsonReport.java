package dev.flagrant.harness.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.flagrant.harness.check.CheckReport;
import dev.flagrant.harness.check.Expectation;
import dev.flagrant.harness.check.ScenarioReport;
import dev.flagrant.harness.hammer.Example;
import dev.flagrant.harness.hammer.HammerOptions;
import dev.flagrant.harness.hammer.ScenarioResult;
import dev.flagrant.testkit.DetectionSite;
import dev.flagrant.testkit.RaceOutcome;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes what a check found for programs. Times are in nanoseconds unless named otherwise. */
public final class JsonReport {

  private static final ObjectWriter WRITER = new ObjectMapper().writerWithDefaultPrettyPrinter();

  private JsonReport() {}

  /** Writes the report to a file, over what was there. */
  public static void write(CheckReport report, Expectation expectation, Path file)
      throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      writer.write(WRITER.writeValueAsString(Document.of(report, expectation)));
      writer.write(System.lineSeparator());
    }
  }

  private record Document(
      String map,
      String verdict,
      String expected,
      boolean met,
      int threads,
      long seed,
      String java,
      int processors,
      List<String> skipped,
      List<Scenario> scenarios) {

    static Document of(CheckReport report, Expectation expectation) {
      HammerOptions race = report.plan().race();
      return new Document(
          report.subject(),
          report.verdict().words(),
          expectation.toString(),
          expectation.isMetBy(report.verdict()),
          race.threads(),
          race.seed(),
          System.getProperty("java.vm.name") + " " + Runtime.version(),
          Runtime.getRuntime().availableProcessors(),
          report.skipped(),
          report.scenarios().stream().map(Scenario::of).toList());
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
      long medianDetectionNanos,
      long maxDetectionNanos,
      List<Example> examples) {

    static Trials of(ScenarioResult result) {
      return new Trials(
          result.trials(),
          result.overlapping(),
          result.outcomes(),
          result.undecided(),
          result.sites(),
          result.medianDetectionNanos(),
          result.maxDetectionNanos(),
          result.examples());
    }
  }
}
